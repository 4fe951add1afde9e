import type { Aftercare } from '../aftercare/follow-up.ts'
import type { Day } from '../deadlines/limit.ts'
import type { Relay } from '../heads/consent.ts'
import type {
  CategoryCode,
  MediaId,
  MessageId,
  PersonId,
  PetitionId,
  RoomId,
  UnitCode,
} from '../ids.ts'
import type { Danger, Urgency } from '../intake/matter.ts'
import type { Place } from '../intake/place.ts'
import type { Mediation } from '../mediation/mediation.ts'
import type { MatterKind } from '../street/rulebook.ts'
import type { Destination } from './destination.ts'
import type { OtherWay } from './elsewhere.ts'
import type { HelpAsked } from './help-asked.ts'
import type { JointWork } from './joint/joint-work.ts'

export type { Destination }

/** A person whose matter it is, too: the reporter or a neighbour who joined. */
export interface Petitioner {
  readonly person: PersonId
  /** Counts once: the door where it is known, the person otherwise. */
  readonly household: string
  /** The group in which it was said; null when in private. */
  readonly room: RoomId | null
  /** A household head joined for this neighbour, whose household it is. */
  readonly relayedFor?: string
}

/** A petitioner's verdict (评价): two things, solved or not, and how satisfied; either may be unsaid. */
export interface Rating {
  readonly person: PersonId
  readonly solved: boolean | null
  readonly score: 1 | 2 | 3 | 4 | 5 | null
  readonly reason: string | null
  readonly ratedAt: Date
  /** Nothing was said of solved or not, also when asked once more. */
  readonly askedAgain?: true
}

/** The petition that another one went into. */
export interface MergedInto {
  readonly petition: PetitionId
  readonly number: number
}

/** Why a field says what it says: shown beside it in the console. */
export interface Evidence {
  readonly field: string
  readonly confidence: number
  readonly because: string
}

/** What is known of every petition. Every date's name ends in `At`. */
export interface Facts {
  readonly id: PetitionId
  /** The number people say: 1027号. Never changes, also when reopened. */
  readonly number: number
  /** Version of the rulebook under which it was registered; its limits stay those. */
  readonly rulebook: number
  readonly reporter: Petitioner
  readonly supporters: readonly Petitioner[]
  /** People who said that it is not theirs: never joined again by guess. */
  readonly notTheirs: readonly PersonId[]
  /** Who in office is complained of by name: they have no part in it. Absent: nobody is. */
  readonly accused?: readonly PersonId[]
  readonly onBehalfOf: string | null
  /** Only where a household head reported for a neighbour. */
  readonly relay?: Relay
  /** What it is about came back after that one was closed for good. */
  readonly follows?: MergedInto
  readonly category: CategoryCode
  readonly kind: MatterKind
  readonly urgency: Urgency
  readonly danger: Danger | null
  readonly confidential: boolean
  readonly vulnerable: boolean
  readonly since: Day | null
  readonly place: Place
  readonly grid: UnitCode | null
  /** One line for lists. */
  readonly summary: string
  /** What was said, message by message, as far as it belongs to the matter. */
  readonly words: readonly string[]
  readonly messages: readonly MessageId[]
  readonly photos: readonly MediaId[]
  readonly evidence: readonly Evidence[]
  readonly registeredAt: Date
  /** First accepted, answered or noted by a person in charge. */
  readonly respondedAt: Date | null
  /** How often it was returned since it was last dispatched by hand; the third return goes up and stays. */
  readonly returns: number
  /** Who returned it last: straight back to them it comes only as designated. Absent where nobody did. */
  readonly returnedBy?: Destination
  readonly reopenings: number
  /** How often it got more time since it was last opened; absent in old records: never. */
  readonly extensions?: number
  /** Of a quarrel; absent until somebody does something with it. */
  readonly mediation?: Mediation
  readonly ratings: readonly Rating[]
  /** When everything that said who was behind it was taken away; absent: it is all there. */
  readonly forgottenAt?: Date
  /** Counts up by one with every recorded step. */
  readonly version: number
}

/** In somebody's hands, with the limits that hold there. */
interface Assigned extends Facts {
  readonly to: Destination
  readonly dispatchedAt: Date
  readonly acceptDueAt: Date
  readonly resolveDueAt: Date
  /** A limit that runs into a year whose holidays are not loaded is only provisional. */
  readonly provisional: boolean
  /** Where the limits are written. */
  readonly limitSource?: string
  /** More time was asked for, and nobody has decided yet. */
  readonly extensionAsked?: ExtensionAsked
  /** Of those above, by who works on it; absent: nobody waits. */
  readonly helpAsked?: readonly HelpAsked[]
  /** When it last got more time: reminders count from then. */
  readonly extendedAt?: Date
  /** When it was last pressed for being late; absent in old records. */
  readonly pressedAt?: Date
  readonly interim?: Interim
  /** When the handler last wrote to the petitioners. */
  readonly notedAt?: Date
  /** Who pressed last when, since it came into these hands; absent in old records. */
  readonly urgings?: readonly Urging[]
  /** 指定承办: their objection was heard, or those above chose them; they cannot return it or pass it on. */
  readonly designated?: true
  /** 协办: others owe their part, too. */
  readonly joint?: JointWork
}

export interface ExtensionAsked {
  readonly by: PersonId | null
  /** null: left to who decides. */
  readonly days: number | null
  readonly reason: string
  readonly askedAt: Date
}

/** A household pressed. */
export interface Urging {
  readonly household: string
  readonly at: Date
}

/** An interim answer: petitioners were told to hear more on that day. */
export interface Interim {
  readonly text: string
  readonly day: Day
  readonly answeredAt: Date
}

interface Answered extends Facts, Aftercare {
  readonly to: Destination
  readonly result: string
  readonly resultPhotos: readonly MediaId[]
  readonly resolvedAt: Date
  /** Absent in old records. */
  readonly resolvedBy?: PersonId
  /** Whether the final limit was kept. */
  readonly inTime: boolean
  /** Others than the lead had a part in it; absent in old records. */
  readonly wasJoint?: true
}

/** A status carries its facts: what is known by then is there; what is not, is not. */
export type Petition =
  /** 待补充: registered, and the reporter was asked where it is; `askedAt` is when. */
  | (Facts & { readonly status: 'received'; readonly askedAt: Date; readonly placeDueAt: Date })
  /** 待签收 */
  | (Assigned & { readonly status: 'dispatched' })
  /** 办理中 */
  | (Assigned & {
      readonly status: 'handling'
      readonly handler: PersonId
      readonly acceptedAt: Date
    })
  /** 已办结，待评价 */
  | (Answered & { readonly status: 'resolved' })
  /** 已评价结案 / 未评价结案 */
  | (Answered & {
      readonly status: 'closed'
      readonly rated: boolean
      readonly closedAt: Date
    })
  /** 已撤回 */
  | (Facts & {
      readonly status: 'withdrawn'
      readonly reason: string
      readonly withdrawnAt: Date
      /** Only where it was the same matter as another. */
      readonly mergedInto?: MergedInto
      /** Only where it was out of scope. */
      readonly redirectedTo?: OtherWay
    })

export const statuses = [
  'received',
  'dispatched',
  'handling',
  'resolved',
  'closed',
  'withdrawn',
] as const satisfies readonly Petition['status'][]
export type Status = (typeof statuses)[number]

export type InHand = Extract<Petition, { status: 'dispatched' | 'handling' }>

export const isInHand = (petition: Petition): petition is InHand =>
  petition.status === 'dispatched' || petition.status === 'handling'

/** Not yet answered: a neighbour's same matter joins it. */
export const isOpen = (petition: Petition): boolean =>
  petition.status === 'received' || isInHand(petition)

/** The reporter and all who joined. */
export const petitioners = (petition: Petition): readonly Petitioner[] => [
  petition.reporter,
  ...petition.supporters,
]

/** A household head may join for several neighbours; anybody else once. */
export const isSamePetitioner = (one: Petitioner, other: Petitioner): boolean =>
  one.person === other.person &&
  (other.relayedFor === undefined || one.household === other.household)

/** Of whoever leaves: all of theirs, or what they said for one household. */
export const isWhoLeaves = (one: Petitioner, person: PersonId, household?: string): boolean =>
  one.person === person && (household === undefined || one.household === household)

export const households = (petition: Petition): number =>
  new Set(petitioners(petition).map(({ household }) => household)).size
