import type { CategoryCode, MediaId, PersonId, PetitionId, RoomId } from '../ids.ts'
import type { Danger } from '../intake/matter.ts'
import type { ChannelName } from '../people/channel-name.ts'
import type { StaffRole } from '../people/roles.ts'
import type { Duty } from '../petition/command.ts'
import type { OtherWay } from '../petition/elsewhere.ts'
import type { Status } from '../petition/petition.ts'
import type { Refusal } from '../petition/refusal.ts'
import type { Likeness } from '../photos/likenesses.ts'
import type { AccountNotice } from './account-notice.ts'
import type { AftercareNotice } from './aftercare-notice.ts'
import type { ErrandNotice, ErrandsOwed } from './errand-notice.ts'
import type { ExtensionNotice } from './extension-notice.ts'
import type { GroupNotice } from './group-notice.ts'
import type { JointAnswer, JointNotice } from './joint-notice.ts'
import type { MediationNews } from './mediation-news.ts'
import type { OwnWords } from './own-texts.ts'
import type { PressingNotice } from './pressing-notice.ts'
import type { RightsNotice } from './rights-notice.ts'
import type { StreetNotice } from './street-notice.ts'
import type { TaskFacts } from './task-facts.ts'
import type { VoiceNotice } from './voice-notice.ts'

/** Who is told: a person in private, or a group, where a notice may be meant for one of its members. */
export type Address =
  | { readonly kind: 'person'; readonly person: PersonId }
  | {
      readonly kind: 'room'
      readonly room: RoomId
      readonly mention: PersonId | null
      /** This one of its groups; absent: any, the best there is. */
      readonly on?: ChannelName
    }

/** What every notice about a petition can say of it, in words that are safe for its reader. */
export interface Brief {
  readonly petition: PetitionId
  readonly number: number
  /** Level-2 category: 楼道照明. */
  readonly category: string
  readonly summary: string
  /** 幸福里小区5栋2单元; '' when unknown. For groups never below the building. */
  readonly place: string
  readonly handler: string
}

/** Facts that must be said; `texts/` words them, with what the street says of its own. */
export type Notice = Facts & { readonly own?: OwnWords }

type Facts =
  | (JointNotice & { readonly brief: Brief })
  | AftercareNotice<Brief>
  | RightsNotice<Brief>
  // to petitioners
  | {
      readonly kind: 'registered'
      readonly brief: Brief
      readonly dueAt: Date
      readonly provisional: boolean
      readonly onBehalfOf: string | null
      /** Others assist the one who leads. */
      readonly isJoint?: true
      /** The number of the one that is closed for good, and came back. */
      readonly follows?: number
      /** An open petition that it may be the same as: asked with it. */
      readonly alike?: Brief
    }
  | { readonly kind: 'placeAsked'; readonly brief: Brief }
  | { readonly kind: 'senseAsked' }
  | { readonly kind: 'questionAnswered'; readonly answer: string; readonly source: string }
  | { readonly kind: 'wordsAsked' }
  | { readonly kind: 'pictureLost' }
  | { readonly kind: 'notRegistered' }
  | { readonly kind: 'supplemented'; readonly brief: Brief }
  | {
      readonly kind: 'joined'
      readonly brief: Brief
      readonly households: number
      readonly dueAt: Date | null
    }
  | { readonly kind: 'unjoined'; readonly brief: Brief; readonly isNeighbours?: true }
  | { readonly kind: 'amended'; readonly brief: Brief; readonly dueAt: Date | null }
  | { readonly kind: 'withdrawn'; readonly brief: Brief }
  /** It went into number `into`; or stands by itself again; or was left apart. */
  | { readonly kind: 'merged'; readonly brief: Brief; readonly into: number }
  | { readonly kind: 'unmerged'; readonly brief: Brief; readonly dueAt: Date }
  | { readonly kind: 'keptApart' }
  /** Staff say that it is no matter for the street. */
  | { readonly kind: 'dismissed'; readonly brief: Brief; readonly reason: string }
  /** It is out of scope, and belongs elsewhere; `reason`: '' where its own words said so. */
  | {
      readonly kind: 'redirected'
      readonly brief: Brief
      readonly way: OtherWay
      readonly reason: string
    }
  | { readonly kind: 'dispatched'; readonly brief: Brief; readonly dueAt: Date }
  | { readonly kind: 'accepted'; readonly brief: Brief; readonly dueAt: Date }
  | { readonly kind: 'moved'; readonly brief: Brief; readonly dueAt: Date }
  | {
      readonly kind: 'noted'
      readonly brief: Brief
      readonly text: string
      readonly photos: readonly MediaId[]
    }
  | { readonly kind: 'helpSought'; readonly brief: Brief }
  /** It takes longer, and why; `reason` without what identifies people. */
  | {
      readonly kind: 'extended'
      readonly brief: Brief
      readonly reason: string
      readonly dueAt: Date
    }
  /** What is done so far, and until when there is more. */
  | {
      readonly kind: 'interimAnswered'
      readonly brief: Brief
      readonly text: string
      readonly untilAt: Date
    }
  /** The day that was named is over without a word. */
  | { readonly kind: 'interimMissed'; readonly brief: Brief; readonly untilAt: Date }
  | {
      readonly kind: 'resolved'
      readonly brief: Brief
      readonly result: string
      readonly photos: readonly MediaId[]
      /** `onSite`: whoever spoke for a neighbour looks first; `nobody`: their household is asked already. */
      readonly asks?: 'onSite' | 'nobody'
    }
  | { readonly kind: 'ratingReminded'; readonly brief: Brief }
  | {
      readonly kind: 'rated'
      readonly brief: Brief
      readonly solved: boolean | null
      /** It was not said whether it is solved: that is asked once. */
      readonly asksAgain?: boolean
    }
  | { readonly kind: 'reopened'; readonly brief: Brief; readonly dueAt: Date }
  | { readonly kind: 'closedUnrated'; readonly brief: Brief }
  | { readonly kind: 'urged'; readonly brief: Brief }
  | { readonly kind: 'status'; readonly lines: readonly StatusLine[] }
  | { readonly kind: 'emergency'; readonly danger: Danger | null; readonly number: number }
  | { readonly kind: 'help' }
  | { readonly kind: 'handedOver' }
  | { readonly kind: 'roomUnbound' }
  | { readonly kind: 'unreadable' }
  | AccountNotice
  /** Of a quarrel. */
  | ({ readonly brief: Brief } & MediationNews)
  | GroupNotice<Brief>
  // to staff
  | {
      readonly kind: 'task'
      readonly brief: Brief
      readonly task: TaskFacts
      readonly why:
        | 'new'
        | 'returned'
        | 'transferred'
        | 'designated'
        | 'reopened'
        | 'amended'
        | 'corrected'
        | 'insisted'
        | 'unmerged'
      readonly note: string
    }
  | {
      readonly kind: 'alarm'
      readonly brief: Brief
      readonly danger: Danger | null
      readonly words: string
    }
  | {
      readonly kind: 'taskSupplemented'
      readonly brief: Brief
      readonly text: string
      readonly photos: readonly MediaId[]
    }
  | { readonly kind: 'taskWithdrawn'; readonly brief: Brief; readonly reason: string }
  | { readonly kind: 'taskMovedAway'; readonly brief: Brief }
  | { readonly kind: 'taskCorrected'; readonly brief: Brief }
  | { readonly kind: 'taskDismissed'; readonly brief: Brief; readonly reason: string }
  | { readonly kind: 'taskRedirected'; readonly brief: Brief; readonly way: OtherWay }
  | { readonly kind: 'taskMerged'; readonly brief: Brief; readonly into: number }
  /** `urging`: how many of the households pressed lately; absent in old letters. */
  | {
      readonly kind: 'taskUrged'
      readonly brief: Brief
      readonly households: number
      readonly urging?: number
    }
  | {
      readonly kind: 'taskRated'
      readonly brief: Brief
      readonly solved: boolean | null
      readonly score: number | null
      readonly reason: string | null
    }
  | { readonly kind: 'reminded'; readonly brief: Brief; readonly of: Duty; readonly dueAt: Date }
  | {
      readonly kind: 'escalated'
      readonly brief: Brief
      readonly of: Duty
      readonly dueAt: Date
      readonly to: StaffRole
      /** Absent in old letters, as are the names of who is told. */
      readonly level?: number
      readonly names?: readonly string[]
    }
  | { readonly kind: 'helpAsked'; readonly brief: Brief; readonly text: string }
  /** What those above say to who asked for help. */
  | { readonly kind: 'helpAnswered'; readonly brief: Brief; readonly text: string }
  | ExtensionNotice<Brief>
  | { readonly kind: 'stuck'; readonly brief: Brief; readonly reason: string }
  | { readonly kind: 'reopenedAbove'; readonly brief: Brief; readonly reason: string }
  /** Photos were seen before: a hint, and no more. */
  | {
      readonly kind: 'photosAlike'
      readonly brief: Brief
      readonly likenesses: readonly Likeness[]
    }
  | StreetNotice
  | VoiceNotice
  | ErrandNotice
  | ({ readonly kind: 'tasks'; readonly lines: readonly StatusLine[] } & ErrandsOwed)
  | {
      readonly kind: 'done'
      readonly brief: Brief
      readonly what:
        | JointAnswer
        | 'accepted'
        | 'returned'
        | 'transferred'
        | 'helpAsked'
        | 'helpAnswered'
        | 'extensionAsked'
        | 'extensionApproved'
        | 'extensionRefused'
        | 'interimAnswered'
        | 'noted'
        | 'calledBack'
        | 'resolved'
        | 'corrected'
        | 'dismissed'
        | 'redirected'
    }
  /** A correction named no category, or several; `choices` are the nearest, `楼道照明（0301）`. */
  | {
      readonly kind: 'categoryAsked'
      readonly number: number
      readonly choices: readonly { readonly code: CategoryCode; readonly name: string }[]
    }
  | { readonly kind: 'whichTask'; readonly lines: readonly StatusLine[] }
  | {
      readonly kind: 'personWanted'
      readonly name: string
      readonly room: string
      readonly words: string
    }
  | PressingNotice<Brief>
  | { readonly kind: 'askReason'; readonly number: number }
  | {
      readonly kind: 'refused'
      readonly refusal: Refusal['kind']
      readonly number: number | null
      /** Who still owes a part of it. */
      readonly owing?: readonly string[]
    }

/** One petition in one line: `1027号 楼道照明：办理中，安居物业，3月4日前`. */
export interface StatusLine {
  readonly brief: Brief
  readonly status: Status
  readonly dueAt: Date | null
  readonly overdue: boolean
  /** What the reader owes to it, where somebody else leads; `dueAt` is then that of the part. */
  readonly part?: string
  /** Others assist the one who leads. */
  readonly isJoint?: true
}

/** A notice with its reader and its moment. */
export interface AddressedNotice {
  readonly to: Address
  readonly notice: Notice
  /** `answer`: to somebody who just spoke to us; `alarm`: breaks quiet hours; `news`: waits for the morning. */
  readonly haste: 'answer' | 'alarm' | 'news'
}
