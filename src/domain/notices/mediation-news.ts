import type { NextStep } from '../mediation/next-steps.ts'
import type { MediationDuty, MediationStep } from '../mediation/step.ts'
import type { StaffRole } from '../people/roles.ts'

/** A limit of a quarrel's own clock, with where it is written; `source`: '' where the street does not say. */
export interface MediationLimit {
  readonly of: MediationDuty
  readonly dueAt: Date
  readonly provisional: boolean
  readonly source: string
}

/** What was said of a quarrel in words that lack something. */
export type MediationLack =
  | 'who'
  | 'time'
  | 'place'
  | 'record'
  | 'content'
  | 'reason'
  | 'reference'
  | 'way'
  | 'visit'

/** What is said of a quarrel beside its brief. None of it is for groups, and none of it names a side. */
export type MediationNews =
  // to who brought it
  | { readonly kind: 'mediationOffered' }
  | { readonly kind: 'mediationConsented'; readonly agrees: boolean }
  | { readonly kind: 'mediationAppointed'; readonly heldAt: Date; readonly place: string }
  | { readonly kind: 'mediationToday'; readonly heldAt: Date; readonly place: string }
  | {
      readonly kind: 'mediationSettled'
      readonly performUntilAt: Date | null
      readonly confirmUntilAt: Date
    }
  | { readonly kind: 'mediationFailed' }
  | { readonly kind: 'mediationMoved'; readonly dueAt: Date }
  | { readonly kind: 'mediationLasts' }
  | { readonly kind: 'mediationBrokenTaken' }
  /** Also to who mediated it. */
  | { readonly kind: 'mediationConfirmable'; readonly untilAt: Date }
  // to those in office
  | { readonly kind: 'mediationAnswered'; readonly agrees: boolean }
  | { readonly kind: 'mediationDue'; readonly limit: MediationLimit }
  | { readonly kind: 'mediationLate'; readonly limit: MediationLimit; readonly to: StaffRole }
  | { readonly kind: 'mediationMajor'; readonly reason: string }
  | { readonly kind: 'mediationClosedOff' }
  | { readonly kind: 'mediationOutcomeAsked'; readonly heldAt: Date }
  | { readonly kind: 'mediationBroken'; readonly text: string }
  | {
      readonly kind: 'mediationDone'
      readonly step: MediationStep['kind'] | 'accept'
      readonly next: readonly NextStep[]
      /** What is owed next; null: nothing. */
      readonly limit: MediationLimit | null
    }
  | { readonly kind: 'mediationAsked'; readonly lack: MediationLack }
