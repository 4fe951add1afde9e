import type { Limit } from '../deadlines/limit.ts'
import type { DepartmentCode } from '../ids.ts'

/** The clock of a quarrel, as a policy states it; what is absent is not watched. */
export interface MediationPolicy {
  /** From registration until the parties were met. */
  readonly meetParties?: Limit
  /** From registration until so many sessions were held. */
  readonly sessions?: { readonly atLeast: number; readonly within: Limit }
  /** After so many failed sessions it goes to the centre (矛调中心), counted from the last of them. */
  readonly handOver?: {
    readonly afterFailedSessions: number
    readonly within: Limit
    readonly to: DepartmentCode
  }
  /** What is major is reported to the street, and goes to the centre, on the same day. */
  readonly majorSameDay: boolean
  /** How people are asked whether a settlement lasts, and how long after it. */
  readonly followUp: readonly { readonly after: Limit; readonly by: 'message' | 'visit' }[]
}
