/** A petition in somebody's hands, by its limit. */
export interface TaskLine<Brief> {
  readonly brief: Brief
  readonly dueAt: Date
}

/** What a leader on duty reads in the morning. The counts are those of the report `daily`. */
export interface DailyBrief<Brief> {
  readonly unit: string
  /** The days that it is about. */
  readonly fromAt: Date
  readonly untilAt: Date
  readonly registered: number
  readonly resolved: number
  readonly inHand: number
  readonly late: readonly Brief[]
  readonly dueToday: readonly Brief[]
  readonly emergencies: readonly Brief[]
  /** Interim answers that promise news for today. */
  readonly promised: readonly Brief[]
  /** Of which something waits for a decision of those above; absent in old letters. */
  readonly undecided?: readonly Brief[]
  readonly hotSpots: readonly {
    readonly grid: string
    readonly numbers: readonly number[]
    readonly households: number
  }[]
}

/** What staff hear of duty, absence and lateness; `Brief` is the one of `Notice`, whose file this one may not know. */
export type PressingNotice<Brief> =
  | ({ readonly kind: 'dailyBrief' } & DailyBrief<Brief>)
  | {
      readonly kind: 'onDuty'
      readonly dayAt: Date
      readonly units: readonly { readonly unit: string; readonly names: readonly string[] }[]
    }
  /** All that is late, the latest first; `lines` may be only the first of them. `days`: from the day of the limit. */
  | {
      readonly kind: 'overdue'
      readonly count: number
      readonly lines: readonly (TaskLine<Brief> & { readonly days: number })[]
    }
  /** An absence is written down; null: nobody is named, and others of the office take over. */
  | {
      readonly kind: 'absenceKept'
      readonly name: string
      readonly fromAt: Date
      readonly untilAt: Date
      readonly deputy: string | null
    }
  | {
      readonly kind: 'absenceUnclear'
      readonly what: 'days' | 'deputy' | 'person' | 'notYours' | 'none' | 'company'
    }
  | { readonly kind: 'absenceEnded'; readonly name: string }
  /** Who is away, or has left for good (null), and what of theirs the reader has in hand until then. */
  | {
      readonly kind: 'standIn'
      readonly name: string
      readonly untilAt: Date | null
      readonly lines: readonly TaskLine<Brief>[]
    }
  /** Somebody is back: what is theirs now. */
  | { readonly kind: 'backAgain'; readonly lines: readonly TaskLine<Brief>[] }
  /** To a petitioner who pressed shortly before: what is known. */
  | {
      readonly kind: 'urgedAlready'
      readonly brief: Brief
      readonly dueAt: Date
      /** Absent in letters of before: accepted, and not late. */
      readonly state?: 'waiting' | 'handled' | 'late'
    }
  | {
      readonly kind: 'decisionWaiting'
      readonly brief: Brief
      readonly days: number | null
      readonly reason: string
      readonly askedAt: Date
      /** Told to those above, too. */
      readonly raised: boolean
    }
  | {
      readonly kind: 'reportReady'
      readonly report: 'daily' | 'weekly' | 'register' | 'monthly' | 'quarterly'
      /** 2026-W12 */
      readonly period: string
      readonly whose: string
    }
