import type { HotSpot } from '../../domain/hot-spots/hot-spot.ts'

/** Bursts of similar petitions that were raised. */
export interface HotSpots {
  /** Those whose latest petition came at `since` or later, the latest first; of all grids, or of one. */
  since(since: Date, grid?: string): Promise<HotSpot[]>
  /** Keeps how a burst stands, one record each; an older account of it never overwrites a later one. */
  keep(spot: HotSpot): Promise<void>
}
