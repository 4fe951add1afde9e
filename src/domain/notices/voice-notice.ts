import type { Standing } from '../voices/standing.ts'

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
  /** To who was heard in private. */
  | { readonly kind: 'announcementHeard' }
  // to staff
  | {
      readonly kind: 'announcementDrafted'
      readonly audience: string
      readonly topics: readonly string[]
      readonly text: string
      readonly urgent: boolean
      /** When it would go; null: at once. */
      readonly sendsAt: Date | null
      /** `明天`, where it would be another day by then. */
      readonly dayWord: string | null
    }
  | { readonly kind: 'announcementDropped' }
  | {
      readonly kind: 'announcementPosted'
      readonly number: number
      readonly rooms: number
      /** null: at once. */
      readonly sendsAt: Date | null
      readonly endsAt: Date
    }
  | { readonly kind: 'announcementRepeated'; readonly number: number; readonly rooms: number }
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
  | { readonly kind: 'voiceRefused'; readonly why: VoiceRefusal }
