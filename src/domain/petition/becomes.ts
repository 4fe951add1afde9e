import type { Command } from './command.ts'
import type { Status } from './petition.ts'

/**
 * How a petition may stand after a command of the life-cycle table; `same`: as before. Random lives are held to it, and it is
 * drawn into `docs/lifecycle.md`.
 */
export const becomes = {
  stopWaiting: ['dispatched'],
  accept: ['handling'],
  return: ['dispatched'],
  transfer: ['dispatched'],
  askHelp: ['same'],
  answerHelp: ['same'],
  askExtension: ['same'],
  approveExtension: ['same'],
  refuseExtension: ['same'],
  answerInterim: ['same'],
  mediate: ['same', 'dispatched'],
  note: ['same'],
  resolve: ['resolved'],
  askAssist: ['same'],
  releaseAssist: ['same'],
  takePart: ['same'],
  finishPart: ['same'],
  refusePart: ['same'],
  concludeCall: ['same'],
  supplement: ['same'],
  amend: ['same', 'dispatched'],
  correct: ['same', 'dispatched'],
  dismiss: ['withdrawn'],
  redirect: ['withdrawn'],
  insist: ['dispatched'],
  join: ['same'],
  unjoin: ['same'],
  urge: ['same'],
  rate: ['same', 'closed', 'dispatched'],
  reopen: ['dispatched'],
  consent: ['same'],
  followUp: ['same'],
  withdraw: ['withdrawn', 'same'],
  conceal: ['same', 'dispatched'],
  correctPetitioner: ['same'],
  merge: ['withdrawn'],
  unmerge: ['dispatched'],
  remind: ['same'],
  escalate: ['same'],
  watchInterim: ['same'],
  remindPart: ['same'],
  escalatePart: ['same'],
  watchCall: ['same'],
  pressDecision: ['same'],
  remindRating: ['same'],
  closeUnrated: ['closed'],
} as const satisfies Record<Command['kind'], readonly (Status | 'same')[]>

/** From where alone these lead to another status; from where else they may be given, they leave it as it is. */
const leavesOnly: Partial<Readonly<Record<Command['kind'], readonly Status[]>>> = {
  mediate: ['handling'],
  correct: ['received', 'dispatched', 'handling'],
  conceal: ['handling'],
}

/** The statuses to which a command may lead from one, the same included. */
export function leadsTo(kind: Command['kind'], from: Status): readonly Status[] {
  const leaves = leavesOnly[kind]?.includes(from) ?? true
  const all: readonly (Status | 'same')[] = becomes[kind]
  return all.flatMap((to) => (to === 'same' ? [from] : leaves ? [to] : []))
}
