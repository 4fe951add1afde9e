import type { FollowedUp } from '../aftercare/follow-up.ts'
import type { Day, Limit } from '../deadlines/limit.ts'
import type { MediaId, PersonId } from '../ids.ts'
import type { MediationFact } from '../mediation/step.ts'
import type { StaffRole } from '../people/roles.ts'
import type { Command, Duty } from './command.ts'
import type { OtherWay } from './elsewhere.ts'
import type { HelpAsked } from './help-asked.ts'
import type { JointHappening, OfPart } from './joint/joint-event.ts'
import type { JointWork } from './joint/joint-work.ts'
import type { Destination, Facts, Petition, Petitioner, Rating } from './petition.ts'
import type { ReturnReason } from './return-reason.ts'

/** Where a petition was sent, and the limits it got there. */
export interface Dispatch {
  readonly to: Destination
  readonly acceptDueAt: Date
  readonly resolveDueAt: Date
  readonly provisional: boolean
  /** Where those limits are written; absent in old records, and where the policy does not say. */
  readonly limitSource?: string
  /** Why there: the line of the catalogue, the place, or the missing place. */
  readonly because: string
  /** Who assists from then on; absent: as before. */
  readonly joint?: JointWork
}

/** More time: the new limit instead of the old one, and the reason for which it was asked. */
export interface Extended {
  readonly days: number
  readonly reason: string
  readonly oldDueAt: Date
  readonly resolveDueAt: Date
  readonly provisional: boolean
}

/** A program did it in somebody's name: which token, for which request, asking what (hashes). */
export interface ThroughApi {
  readonly token: string
  readonly key: string
  readonly asked: string
}

interface Happened {
  /** null: the clock. */
  readonly by: PersonId | null
  readonly at: Date
  /** Absent: in person. */
  readonly through?: ThroughApi
}

type Carries<Kind extends Command['kind']> = Omit<Extract<Command, { kind: Kind }>, 'kind'>

/** One line of a petition's timeline (办理记录). */
export type PetitionEvent = Happened &
  (
    | { readonly kind: 'registered'; readonly petition: Petition; readonly because: string }
    | ({ readonly kind: 'dispatched' } & Dispatch)
    | JointHappening
    /** `registers`: the centre took over what was handed to it, with the limit it gets there. */
    | {
        readonly kind: 'accepted'
        readonly registers?: Pick<Dispatch, 'resolveDueAt' | 'provisional'>
      }
    | ({
        readonly kind: 'returned'
        readonly reason: string
        readonly from: Destination
        /** Absent in old records, as are photos. */
        readonly code?: ReturnReason
        readonly photos?: readonly MediaId[]
      } & Dispatch)
    | ({
        readonly kind: 'transferred'
        readonly reason: string
        readonly from: Destination
        readonly designated?: true
      } & Dispatch)
    | ({ readonly kind: 'helpAsked'; readonly of?: OfPart } & Carries<'askHelp'>)
    /** `asked`: whom it answers. */
    | {
        readonly kind: 'helpAnswered'
        readonly text: string
        readonly asked: readonly HelpAsked[]
      }
    | ({ readonly kind: 'extensionAsked' } & Carries<'askExtension'>)
    | ({ readonly kind: 'extensionApproved' } & Extended)
    | ({ readonly kind: 'extensionRefused' } & Carries<'refuseExtension'>)
    | {
        readonly kind: 'interimAnswered'
        readonly text: string
        readonly day: Day
      }
    | ({ readonly kind: 'interimWatched'; readonly day: Day } & Carries<'watchInterim'>)
    /** `of`: said by who assists, of their part. */
    | ({
        readonly kind: 'noted'
        readonly of?: OfPart
        /** By its handler, while petitioners were asked for a rating. */
        readonly duringSurvey?: true
      } & Carries<'note'>)
    /** `dispatch`: only where it goes to the centre. */
    | {
        readonly kind: 'mediated'
        readonly step: MediationFact
        readonly dispatch?: Dispatch
      }
    /** `check`: the household head who is asked to look; `notedBefore`: the handler had just written to petitioners. */
    | ({
        readonly kind: 'resolved'
        readonly inTime: boolean
        readonly check?: PersonId
        readonly notedBefore?: true
      } & Carries<'resolve'>)
    | ({ readonly kind: 'consented' } & Carries<'consent'>)
    | { readonly kind: 'followedUp'; readonly step: FollowedUp }
    | ({ readonly kind: 'supplemented' } & Carries<'supplement'>)
    /** `redispatch`: what was changed sends it elsewhere. */
    | ({
        readonly kind: 'amended'
        readonly redispatch: Dispatch | null
        /** What another category makes of it. */
        readonly reclassified: Pick<Facts, 'category' | 'kind' | 'confidential'> | null
      } & Omit<Carries<'amend'>, 'category'>)
    /** `was`: what stood there before. `redispatch`, `reclassified`: as of what is amended. */
    | ({
        readonly kind: 'corrected'
        readonly was: Pick<Facts, 'category' | 'place'>
        readonly redispatch: Dispatch | null
        readonly reclassified: Pick<Facts, 'category' | 'kind' | 'confidential'> | null
      } & Omit<Carries<'correct'>, 'category'>)
    | ({ readonly kind: 'dismissed' } & Carries<'dismiss'>)
    | { readonly kind: 'redirected'; readonly way: OtherWay; readonly reason: string }
    | ({ readonly kind: 'insisted' } & Dispatch)
    | ({ readonly kind: 'merged' } & Carries<'merge'>)
    | ({ readonly kind: 'unmerged' } & Dispatch)
    | { readonly kind: 'joined'; readonly petitioner: Petitioner }
    | {
        readonly kind: 'unjoined'
        readonly person: PersonId
        /** Only this one of those for whom they speak. */
        readonly household?: string
        /** It is no home of theirs: they relayed for it. */
        readonly isNeighbours?: true
      }
    | { readonly kind: 'urged' }
    /** `closes`: everybody asked has answered. */
    | { readonly kind: 'rated'; readonly rating: Rating; readonly closes: boolean }
    | ({
        readonly kind: 'reopened'
        readonly reason: string
        readonly rating: Rating | null
      } & Dispatch)
    | { readonly kind: 'withdrawn'; readonly reason: string }
    /** `redispatch`: what is confidential goes to no company. */
    | { readonly kind: 'concealed'; readonly redispatch: Dispatch | null }
    | ({ readonly kind: 'petitionerCorrected' } & Carries<'correctPetitioner'>)
    /** What said who was behind it is gone; its time was over. */
    | { readonly kind: 'forgotten' }
    | { readonly kind: 'reminded'; readonly of: Duty; readonly share: number }
    | {
        readonly kind: 'escalated'
        readonly of: Duty
        readonly after: Limit
        readonly to: StaffRole
        /** Which step of the policy, 1 to 3, and who was told; absent in old records. */
        readonly level?: number
        readonly told?: readonly PersonId[]
      }
    | {
        readonly kind: 'decisionPressed'
        readonly raised: boolean
        readonly told: readonly PersonId[]
      }
    | { readonly kind: 'ratingReminded' }
    | { readonly kind: 'closedUnrated' }
  )
