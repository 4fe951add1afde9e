import type { FollowUp } from '../aftercare/follow-up.ts'
import type { Day, Limit } from '../deadlines/limit.ts'
import type { CategoryCode, MediaId, MessageId, PersonId, UnitCode } from '../ids.ts'
import type { Danger, Urgency } from '../intake/matter.ts'
import type { Place } from '../intake/place.ts'
import type { MediationStep } from '../mediation/step.ts'
import type { StaffRole } from '../people/roles.ts'
import type { OtherWay } from './elsewhere.ts'
import type { JointCommand } from './joint/joint-command.ts'
import type { Destination, MergedInto, Petitioner, Rating } from './petition.ts'
import type { ReturnReason } from './return-reason.ts'

/** What somebody, or the clock, wants done with a petition. */
export type Command =
  | JointCommand
  // those who handle it
  | { readonly kind: 'accept' }
  | {
      readonly kind: 'return'
      readonly reason: string
      /** Absent: as the words give it. */
      readonly code?: ReturnReason
      readonly photos?: readonly MediaId[]
    }
  | {
      readonly kind: 'transfer'
      readonly to: Destination
      readonly reason: string
      /** Who gets it may not return it; only those above say so. */
      readonly designates?: boolean
    }
  | { readonly kind: 'askHelp'; readonly text: string }
  | { readonly kind: 'askExtension'; readonly days: number | null; readonly reason: string }
  /** What is done so far, and until when there is more (阶段性答复); the limit stays. */
  | { readonly kind: 'answerInterim'; readonly text: string; readonly day: Day | null }
  | { readonly kind: 'note'; readonly text: string; readonly photos: readonly MediaId[] }
  | { readonly kind: 'resolve'; readonly result: string; readonly photos: readonly MediaId[] }
  /** A step of mediation in a quarrel, of people or of the clock. */
  | { readonly kind: 'mediate'; readonly step: MediationStep }
  // those above
  /** `days`: fewer or more than were asked for; null: as asked. */
  | { readonly kind: 'approveExtension'; readonly days: number | null }
  /** To all who asked for help with it. */
  | { readonly kind: 'answerHelp'; readonly text: string }
  | { readonly kind: 'refuseExtension'; readonly reason: string }
  /** What we understood was wrong, says who handles it or stands above. */
  | {
      readonly kind: 'correct'
      readonly text: string
      readonly category: CategoryCode | null
      readonly place: { readonly place: Place; readonly grid: UnitCode | null } | null
    }
  /** It is no matter for the street at all. */
  | { readonly kind: 'dismiss'; readonly reason: string }
  /** It is out of scope, and belongs elsewhere; null: not said where. */
  | { readonly kind: 'redirect'; readonly way: OtherWay | null; readonly reason: string }
  // those whose matter it is
  | {
      readonly kind: 'supplement'
      readonly text: string
      readonly messages: readonly MessageId[]
      readonly photos: readonly MediaId[]
    }
  | {
      readonly kind: 'amend'
      readonly text: string
      readonly messages: readonly MessageId[]
      readonly place: { readonly place: Place; readonly grid: UnitCode | null } | null
      readonly category: CategoryCode | null
      /** The matter turned out to be more urgent than it first sounded. */
      readonly raise: {
        readonly urgency: Urgency
        readonly danger: Danger | null
        /** Somebody frail is concerned, too; absent: stays. */
        readonly vulnerable?: true
      } | null
    }
  | { readonly kind: 'join'; readonly petitioner: Petitioner }
  /** `person`: whom those who dispatch take out again; absent: who says it. `household`: only as who joined for that one. */
  | { readonly kind: 'unjoin'; readonly person?: PersonId; readonly household?: string }
  | { readonly kind: 'urge' }
  | { readonly kind: 'rate'; readonly rating: Omit<Rating, 'person' | 'ratedAt'> }
  | { readonly kind: 'reopen'; readonly reason: string }
  /** Whether the neighbour for whom a head speaks agrees. */
  | { readonly kind: 'consent'; readonly given: boolean; readonly text: string }
  /** What is done about it after it was resolved, by whoever was asked. */
  | { readonly kind: 'followUp'; readonly step: FollowUp }
  | { readonly kind: 'withdraw'; readonly reason: string }
  /** It is the same matter as another one, which has taken over its people and words. */
  | { readonly kind: 'merge'; readonly into: MergedInto }
  /** It was not the same after all. */
  | { readonly kind: 'unmerge' }
  /** Nobody who handles it is to learn whose it is. */
  | { readonly kind: 'conceal' }
  /** What we know of the petitioner is wrong; null: stays. */
  | {
      readonly kind: 'correctPetitioner'
      readonly household: string | null
      readonly onBehalfOf: string | null
    }
  /** What was dismissed or taken back is registered after all. */
  | { readonly kind: 'insist' }
  // the clock
  | { readonly kind: 'stopWaiting' }
  | { readonly kind: 'remind'; readonly of: Duty; readonly share: number }
  | { readonly kind: 'escalate'; readonly of: Duty; readonly after: Limit; readonly to: StaffRole }
  /** The day that an interim answer named has come, or (`missed`) is over without a word. */
  | { readonly kind: 'watchInterim'; readonly missed: boolean }
  /** More time was asked for, and nobody decides; `raised`: those above hear of it. */
  | { readonly kind: 'pressDecision'; readonly raised: boolean }
  | { readonly kind: 'remindRating' }
  | { readonly kind: 'closeUnrated' }

/** The two things that have a limit: to accept and to resolve. */
export type Duty = 'accept' | 'resolve'
