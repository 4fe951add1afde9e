import type { ChannelName } from '../people/channel-name.ts'
import type { StaffRole } from '../people/roles.ts'
import type { Status } from '../petition/petition.ts'
import type { RecordClass, RetentionPolicy } from '../rights/retention.ts'

/** One petition as its petitioner reads what is kept of it. */
export interface KeptPetition<Brief> {
  readonly brief: Brief
  readonly status: Status
  readonly words: number
  readonly photos: number
  readonly isReporter: boolean
  readonly confidential: boolean
  readonly registeredAt: Date
  /** When what is personal in it goes; null: it is not over yet. */
  readonly untilAt: Date | null
}

/** An errand as who asked for it reads what is kept of it. */
interface KeptErrand {
  readonly number: number
  readonly words: string
  /** Until when it is kept; null: somebody still runs it. */
  readonly untilAt: Date | null
}

/** What is kept of errands; absent where there is nothing, and in old letters. */
interface ErrandsKept {
  readonly errands?: readonly KeptErrand[]
}

/** Somebody in office learnt who a petitioner is. */
export interface Seen {
  readonly number: number
  readonly role: StaffRole
  /** 幸福里社区. */
  readonly office: string
  readonly reason: string
  readonly seenAt: Date
}

/** What is kept of a person besides petitions, and goes at once when they ask. */
export interface Erased {
  readonly messages: number
  readonly files: number
  readonly rooms: number
  readonly voices: number
}

/** What is said about people's own data, to them and to who must not or may know it. */
export type RightsNotice<Brief> =
  | ({
      readonly kind: 'myData'
      readonly name: string
      readonly door: string
      readonly channels: readonly ChannelName[]
      readonly rooms: readonly { readonly topic: string; readonly alias: string }[]
      readonly sinceAt: Date | null
      readonly petitions: readonly KeptPetition<Brief>[]
      readonly chatter: number
      readonly letters: number
      readonly seen: readonly Seen[]
      readonly keep: RetentionPolicy
    } & ErrandsKept)
  | { readonly kind: 'whoSaw'; readonly seen: readonly Seen[] }
  | { readonly kind: 'correctHow' }
  | { readonly kind: 'selfCorrected'; readonly name: string | null; readonly door: string | null }
  | { readonly kind: 'petitionerCorrected'; readonly brief: Brief }
  | ({
      readonly kind: 'eraseAsked'
      readonly stays: readonly KeptPetition<Brief>[]
      readonly isStaff: boolean
    } & ErrandsKept)
  | ({
      readonly kind: 'erased'
      readonly erased: Erased
      readonly stays: readonly KeptPetition<Brief>[]
      readonly isStaff: boolean
      readonly keep: RetentionPolicy
    } & ErrandsKept)
  | { readonly kind: 'eraseDropped' }
  | { readonly kind: 'rightsPrivately' }
  | {
      readonly kind: 'rules'
      readonly street: string
      readonly keep: Pick<RetentionPolicy, RecordClass>
    }
  | { readonly kind: 'concealed'; readonly brief: Brief }
  | { readonly kind: 'concealedAlready'; readonly brief: Brief }
  // to staff
  | { readonly kind: 'taskConcealed'; readonly brief: Brief }
  | {
      readonly kind: 'identity'
      readonly number: number
      readonly name: string
      readonly door: string
      /** As programs told them that registered something for this person; nobody proved them. */
      readonly phones?: readonly string[]
      readonly rooms: readonly string[]
      readonly supporters: number
      readonly onBehalfOf: string | null
      readonly confidential: boolean
    }
  | {
      readonly kind: 'identityRefused'
      readonly number: number | null
      readonly why: 'notYours' | 'confidential' | 'company' | 'reasonMissing' | 'over' | 'privately'
    }
