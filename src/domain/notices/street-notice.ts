import type { ChannelName } from '../people/channel-name.ts'

/** 目录建议: what is said of a category in a community. */
interface CatalogueProposal {
  readonly proposal: number
  readonly category: string
  readonly unit: string
  readonly handler: string
  readonly numbers: readonly number[]
}

/** Facts that concern no single petition: what grows in a grid, and whether we hear everybody. */
export type StreetNotice =
  /** Returned petitions of one kind keep going elsewhere: the catalogue may say so. */
  | ({ readonly kind: 'catalogueProposed' } & CatalogueProposal)
  | ({ readonly kind: 'proposalDecided'; readonly accepted: boolean } & CatalogueProposal)
  | {
      readonly kind: 'proposalNotDecided'
      readonly proposal: number
      readonly why: 'unknown' | 'notYours' | 'decided'
    }
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
