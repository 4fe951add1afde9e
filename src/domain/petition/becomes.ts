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
  withdraw: ['withdrawn', 'same'],
  merge: ['withdrawn'],
  unmerge: ['dispatched'],
  remind: ['same'],
  escalate: ['same'],
  watchInterim: ['same'],
  remindPart: ['same'],
  escalatePart: ['same'],
  watchCall: ['same'],
  remindRating: ['same'],
  closeUnrated: ['closed'],
} as const satisfies Record<Command['kind'], readonly (Status | 'same')[]>
