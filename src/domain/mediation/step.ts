import type { Day, Limit } from '../deadlines/limit.ts'
import type { StaffRole } from '../people/roles.ts'
import type { OtherWay } from '../petition/elsewhere.ts'
import type { Session, Side } from './mediation.ts'

/** What has a limit of its own in a quarrel. */
export const mediationDuties = [
  'meet',
  'sessions',
  'handOver',
  'handOverMajor',
  // after a settlement
  'perform',
  'visit',
] as const
export type MediationDuty = (typeof mediationDuties)[number]

/** What the clock does with a quarrel. */
export type ClockStep =
  | { readonly kind: 'remind'; readonly of: MediationDuty; readonly share: number }
  | {
      readonly kind: 'escalate'
      readonly of: MediationDuty
      readonly after: Limit
      readonly to: StaffRole
    }
  /** The parties meet today. */
  | { readonly kind: 'appointmentNear' }
  /** They should have met, and nobody said what came of it. */
  | { readonly kind: 'askOutcome' }
  | { readonly kind: 'askWhetherItLasts' }
  /** The time for a court's confirmation is nearly over. */
  | { readonly kind: 'confirmationNear' }

/** What people do with a quarrel; `by` may be its reporter for their own consent. */
export type PeoplesStep =
  | { readonly kind: 'consent'; readonly sides: readonly Side[]; readonly agrees: boolean }
  | { readonly kind: 'party'; readonly called: string }
  | { readonly kind: 'appoint'; readonly heldAt: Date; readonly place: string }
  | { readonly kind: 'met'; readonly text: string }
  | { readonly kind: 'hold'; readonly outcome: 'failed' | 'adjourned'; readonly record: string }
  | {
      readonly kind: 'settle'
      readonly content: string
      readonly performBy: Day | null
      readonly oral: boolean
    }
  | { readonly kind: 'major'; readonly reason: string }
  | { readonly kind: 'handOver'; readonly reason: string }
  | { readonly kind: 'fail'; readonly reason: string }
  | { readonly kind: 'inProcedure'; readonly way: OtherWay; readonly reference: string }
  | { readonly kind: 'perform'; readonly kept: boolean; readonly text: string }
  | { readonly kind: 'visit'; readonly text: string }
  | { readonly kind: 'confirm'; readonly applied: boolean }

export type MediationStep = PeoplesStep | ClockStep

/** What happened: as it was said, with the facts that were not. */
export type MediationFact =
  | Exclude<MediationStep, { kind: 'hold' | 'settle' | 'remind' | 'escalate' }>
  | (Extract<MediationStep, { kind: 'remind' | 'escalate' }> & {
      readonly dueAt: Date
      readonly provisional: boolean
    })
  | { readonly kind: 'hold'; readonly session: Session }
  | (Extract<MediationStep, { kind: 'settle' }> & { readonly session: Session })
