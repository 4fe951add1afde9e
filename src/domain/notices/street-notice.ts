import type { ChannelName } from '../people/channel-name.ts'

/** Facts that concern no single petition: what grows in a grid, and whether we hear everybody. */
export type StreetNotice =
  /** Many similar petitions in one grid; `grown`: twice as many as when it was last raised. */
  | {
      readonly kind: 'hotSpot'
      readonly grid: string
      readonly category: string
      /** What all have in common; '' when nothing below the grid. */
      readonly place: string
      readonly numbers: readonly number[]
      readonly households: number
      readonly beganAt: Date
      readonly grown: boolean
    }
  // to who looks after the accounts
  /** What was said meanwhile may be lost. */
  | {
      readonly kind: 'deaf'
      readonly channel: ChannelName
      readonly fromAt: Date
      readonly untilAt: Date
    }
  /** A busy group is more silent than it ever is: perhaps we do not hear it any more. */
  | { readonly kind: 'roomSilent'; readonly room: string; readonly sinceAt: Date }
  | { readonly kind: 'roomLost'; readonly room: string }
