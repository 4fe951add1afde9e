import type { Outcome, Standing } from '../voices/told.ts'
import type { Item, Option, Spoken } from '../voices/voice.ts'

/** Why nothing goes out, or nothing is told. */
export type VoiceRefusal =
  | 'unknownUnit'
  | 'notYours'
  | 'noRooms'
  | 'number'
  | 'door'
  | 'name'
  | 'tooShort'
  | 'tooLong'
  | 'badEnd'
  | 'stale'
  | 'none'
  | 'over'
  | 'repeatedAlready'
  | 'privately'
  | 'unreachable'
  | 'noItem'
  | 'itemNotNow'
  | 'past'
  | 'meetingUnclear'

/** What is said to groups by the office, and about it to who wrote it. */
export type VoiceNotice =
  /** To a group. */
  | {
      readonly kind: 'announcement'
      readonly audience: string
      readonly text: string
      readonly urgent: boolean
      readonly isRepeated: boolean
      readonly postedAt: Date
    }
  | {
      readonly kind: 'poll'
      readonly audience: string
      readonly text: string
      readonly options: readonly Option[]
      readonly isRepeated: boolean
      readonly postedAt: Date
      readonly endsAt: Date
    }
  | {
      readonly kind: 'pollResult'
      readonly audience: string
      readonly text: string
      readonly hasOptions: boolean
      readonly outcome: Outcome
    }
  | {
      readonly kind: 'itemDecided'
      readonly audience: string
      readonly title: string
      readonly decision: string
    }
  /** To who was heard in private. */
  | { readonly kind: 'announcementHeard' }
  | {
      readonly kind: 'pollAnswered'
      readonly text: string
      readonly option: Option | null
      readonly endsAt: Date
    }
  // to staff
  | {
      readonly kind: 'voiceDrafted'
      readonly what: Spoken['kind']
      readonly audience: string
      readonly topics: readonly string[]
      readonly text: string
      readonly options: readonly Option[]
      /** Only of a poll. */
      readonly endsAt: Date | null
      readonly urgent: boolean
      /** When it would go; null: at once. */
      readonly sendsAt: Date | null
      /** `明天`, where it would be another day by then. */
      readonly dayWord: string | null
    }
  | { readonly kind: 'voiceDropped' }
  | {
      readonly kind: 'voicePosted'
      readonly what: Spoken['kind']
      readonly number: number
      readonly rooms: number
      /** null: at once. */
      readonly sendsAt: Date | null
      readonly endsAt: Date
    }
  | {
      readonly kind: 'voiceRepeated'
      readonly what: Spoken['kind']
      readonly number: number
      readonly rooms: number
    }
  | {
      readonly kind: 'announcementStanding'
      readonly number: number
      readonly audience: string
      readonly text: string
      readonly rooms: number
      readonly standing: Standing
      /** Answers count no more. */
      readonly isOver: boolean
      readonly canRepeat: boolean
      readonly endsAt: Date
    }
  | {
      readonly kind: 'pollStanding'
      readonly number: number
      readonly audience: string
      readonly text: string
      readonly hasOptions: boolean
      readonly outcome: Outcome
      /** Said freely, the latest first, without what identifies people. */
      readonly opinions: readonly string[]
      readonly isOver: boolean
      readonly canRepeat: boolean
      readonly endsAt: Date
    }
  /** 共性问题: may it be talked about? */
  | {
      readonly kind: 'itemProposed'
      readonly number: number
      readonly title: string
      readonly petitions: readonly number[]
    }
  /** What became of it by their own word. */
  | { readonly kind: 'itemKept'; readonly item: Item; readonly rooms: number }
  /** The meeting is over: what was decided? */
  | { readonly kind: 'itemOutcomeAsked'; readonly number: number; readonly title: string }
  | { readonly kind: 'items'; readonly items: readonly Item[] }
  | { readonly kind: 'voiceRefused'; readonly why: VoiceRefusal }
