import type { Outcome } from '../voices/outcome.ts'
import type { Standing } from '../voices/standing.ts'
import type { Option, Voice } from '../voices/voice.ts'

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
      readonly what: Voice['kind']
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
      readonly what: Voice['kind']
      readonly number: number
      readonly rooms: number
      /** null: at once. */
      readonly sendsAt: Date | null
      readonly endsAt: Date
    }
  | {
      readonly kind: 'voiceRepeated'
      readonly what: Voice['kind']
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
  | { readonly kind: 'voiceRefused'; readonly why: VoiceRefusal }
