import type { Limit, TimeOfDay } from '../deadlines/limit.ts'

/** How often a member of staff may be called in a day by what can wait, and when the rest is told together. */
export interface PingPolicy {
  /** Messages, not news: a digest is one. Emergencies, alarms and answers are not counted. */
  readonly perDay: number
  /** Ascending; empty: nothing is gathered, and what is too much waits for the next day. */
  readonly digestAt: readonly TimeOfDay[]
  /** When leaders on duty get the daily brief, on working days. */
  readonly briefAt: TimeOfDay
}

/** Residents press as often as they like; who handles it hears of it once in so long from each household. */
export interface UrgingPolicy {
  readonly within: Limit
}

/** Who leaves a wish for more time undecided is asked again, and then whoever stands above. */
export interface ApprovalPolicy {
  readonly pressAfter: Limit
  readonly raiseAfter: Limit
}

/** What a street decides about pressing; absent in rulebooks that were kept before. */
export interface PressingPolicies {
  readonly pings?: PingPolicy
  readonly urging?: UrgingPolicy
  readonly approval?: ApprovalPolicy
}

const usualPings: PingPolicy = {
  perDay: 8,
  digestAt: ['09:00', '11:30', '17:00'],
  briefAt: '08:30',
}
export const pingPolicyOf = ({ pings }: PressingPolicies): PingPolicy => pings ?? usualPings

const usualUrging: UrgingPolicy = { within: { amount: 12, unit: 'hours' } }
export const urgingPolicyOf = ({ urging }: PressingPolicies): UrgingPolicy => urging ?? usualUrging

const usualApproval: ApprovalPolicy = {
  pressAfter: { amount: 8, unit: 'workingHours' },
  raiseAfter: { amount: 16, unit: 'workingHours' },
}
export const approvalPolicyOf = ({ approval }: PressingPolicies): ApprovalPolicy =>
  approval ?? usualApproval
