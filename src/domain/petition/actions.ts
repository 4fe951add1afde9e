import type { NextStep } from '../mediation/next-steps.ts'
import type { Command } from './command.ts'

/** Steps of mediation that somebody in office takes. */
const mediationActions = [
  ...['meet', 'askConsent', 'appoint', 'hold', 'settle', 'handOver', 'fail'],
  ...['perform', 'visit', 'confirm', 'major', 'inProcedure'],
] as const satisfies readonly (NextStep | 'major' | 'inProcedure')[]
export type MediationAction = (typeof mediationActions)[number]

export const isOfMediation = (action: Action): action is MediationAction =>
  (mediationActions as readonly Action[]).includes(action)

/** Everything that somebody in office does by a button or a form, on cards and in the console. */
export const actions = [
  ...['accept', 'takePart', 'arrive', 'resolve', 'finishPart', 'note', 'answerInterim'],
  ...[
    'answerHelp',
    'approveExtension',
    'refuseExtension',
    'transfer',
    'stopWaiting',
    'return',
    'askExtension',
  ],
  ...['askHelp', 'refusePart', 'urge', 'askAssist', 'callOut', 'releaseAssist', 'concludeCall'],
  ...['correct', 'dismiss', 'redirect', 'insist', 'reopen', 'unmerge'],
  ...mediationActions,
] as const satisfies readonly Action[]

export type Action =
  | Exclude<Command['kind'], 'mediate' | NotByButton>
  | MediationAction
  /** 报到: they say that they came. */
  | 'arrive'
  /** 吹哨 */
  | 'callOut'

/** Said by residents, done by the clock, or done in pairs. */
type NotByButton =
  | ('supplement' | 'amend' | 'join' | 'unjoin' | 'rate' | 'consent' | 'followUp' | 'withdraw')
  | ('conceal' | 'correctPetitioner' | 'merge' | 'remind' | 'escalate' | 'watchInterim')
  | (
      | 'remindPart'
      | 'escalatePart'
      | 'watchCall'
      | 'pressDecision'
      | 'remindRating'
      | 'closeUnrated'
    )
