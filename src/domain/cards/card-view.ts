import type { Day } from '../deadlines/limit.ts'
import type { MediaId, PetitionId } from '../ids.ts'
import type { Urgency } from '../intake/matter.ts'
import type { MediationStep } from '../mediation/step.ts'
import type { Notice } from '../notices/notice.ts'
import type { StaffRole } from '../people/roles.ts'
import type { PetitionEvent } from '../petition/event.ts'
import type { Rating, Status } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'

/** Facts that a card says to its one reader; `texts/cards` words them, a channel draws them. */
export type CardView = TaskView | RatingView | LeftView | RenewedView

interface About {
  readonly petition: PetitionId
  /** The petition's version that is shown: a press on another one is told so. */
  readonly version: number
  readonly number: number
  /** 楼道照明 */
  readonly category: string
}

/** A task, for those who handle it or stand above. */
export interface TaskView extends About {
  readonly kind: 'task'
  /** Why the card is sent just now; empty once it only shows how things stand. */
  readonly news: readonly Notice[]
  readonly status: Status
  readonly urgency: Urgency
  readonly place: string
  readonly since: Day | null
  /** In whose hands it is: 安居物业幸福里服务处. */
  readonly handler: string
  readonly acceptDueAt: Date | null
  readonly resolveDueAt: Date | null
  readonly words: readonly string[]
  /** The words are kept from this reader, who may be the one complained about. */
  readonly withheld: boolean
  readonly photos: readonly MediaId[]
  readonly confidential: boolean
  readonly vulnerable: boolean
  readonly households: number
  readonly onBehalfOf: string | null
  /** What others than the lead owe to it: to who assists only their own. */
  readonly parts: readonly PartShown[]
  readonly result: ResultShown | null
  readonly ratings: readonly Pick<Rating, 'solved' | 'score' | 'reason'>[]
  /** Why it ended without a result; '' when not told. */
  readonly ended: string
  /** Oldest first. */
  readonly history: readonly HistoryLine[]
  readonly may: readonly TaskAction[]
  /** Where it can be transferred to; empty where that is not allowed. */
  readonly destinations: readonly { readonly code: string; readonly name: string }[]
  /** By which codes are named. */
  readonly book: Rulebook
}

export const taskActions = [
  'accept',
  'return',
  'transfer',
  'askExtension',
  'askHelp',
  'resolve',
  'approveExtension',
  'refuseExtension',
  'takePart',
  'finishPart',
  'refusePart',
] as const
/** What can be done by a button, as the commands are called. */
export type TaskAction = (typeof taskActions)[number]

/** The result of a petition, for those who asked for it: are they content? */
export interface RatingView extends About {
  readonly kind: 'rating'
  readonly news: readonly Notice[]
  readonly status: Status
  readonly place: string
  readonly handler: string
  readonly result: ResultShown | null
  /** When it is to be done, where it is in hand (again). */
  readonly dueAt: Date | null
  readonly mayRate: boolean
  /** What this reader said of the result. */
  readonly own: Pick<Rating, 'solved' | 'score'> | null
}

/** Somebody who has no part in it any more sees no more than that. */
export interface LeftView extends About {
  readonly kind: 'left'
  /** In whose hands it is now; null: it ended. */
  readonly handler: string | null
}

/** An old card, in whose stead a newer one stands. */
export interface RenewedView extends About {
  readonly kind: 'renewed'
}

export interface ResultShown {
  readonly text: string
  readonly photos: readonly MediaId[]
  readonly at: Date
  readonly inTime: boolean
}

/** 协办: one office's part. */
export interface PartShown {
  readonly office: string
  readonly task: string
  readonly isCall: boolean
  readonly state: 'open' | 'done' | 'sentBack'
  readonly dueAt: Date
  readonly overdue: boolean
  readonly result: string
}

export interface HistoryLine {
  readonly kind: PetitionEvent['kind']
  readonly at: Date
  readonly by: Who
  /** With its words; null: this reader learns only what happened and when. */
  readonly event: PetitionEvent | null
  /** Which step of a mediation it was, without its words; absent: none. */
  readonly step?: MediationStep['kind']
  /** By a program in their name; absent: in person. */
  readonly throughApi?: true
}

/** Who did something: residents by their part in it and never by name, staff by office. */
export type Who =
  | { readonly kind: 'clock' | 'reporter' | 'supporter' | 'resident' }
  | { readonly kind: 'staff'; readonly role: StaffRole; readonly office: string }
