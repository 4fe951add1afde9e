import type { Reach } from './channels.ts'

/** What became of a letter. */
export interface Fate {
  readonly state: 'pending' | 'sent' | 'given_up'
  /** By what it was sent; null: not sent, or nobody knows. */
  readonly via: Reach['channel'] | null
  readonly sentAt: Date | null
  /** When its reader first had it before their eyes, as far as the platform told; never before `sentAt`. */
  readonly seenAt: Date | null
}
