import type { Part, Scope } from '../../domain/console/scope.ts'
import type { Search } from '../../domain/console/search.ts'
import type { QueueViewer, Tab } from '../../domain/console/tabs.ts'
import type { CategoryCode } from '../../domain/ids.ts'
import type { Urgency } from '../../domain/intake/matter.ts'
import type { Petition, Status } from '../../domain/petition/petition.ts'

/** What the queue is narrowed down to; what is absent narrows nothing. */
export interface Narrowed {
  readonly status?: Status
  readonly categories?: readonly CategoryCode[]
  readonly part?: Part
  /** Sent to this desk: `department/SZ`. */
  readonly desk?: string
  readonly urgency?: Urgency
  readonly registeredSince?: Date
  readonly search?: Search
  /** Only these. */
  readonly numbers?: readonly number[]
}

/** After which row a page begins: the moment it was ordered by, and its number. */
export interface Cursor {
  readonly at: Date
  readonly number: number
}

/** Numbers of what stands in each tab; `all` is not counted. */
export type Counts = Readonly<Record<Exclude<Tab, 'all'>, number>>

export interface News {
  readonly petitions: readonly Petition[]
  readonly at: Date
}

/** Petitions as somebody in office sees them: never one for which `lookOf` answers `none`. */
export interface Queue {
  /**
   * The next `count` petitions of a tab after `cursor`: what is due first comes first, see `dueFirst`; in `all` the newest.
   * Words are looked for only where the viewer reads them by office, and nobody finds what is confidential by them.
   */
  page(
    tab: Tab,
    viewer: QueueViewer,
    narrowed: Narrowed,
    cursor: Cursor | null,
    count: number,
  ): Promise<Petition[]>
  counts(viewer: QueueViewer): Promise<Counts>
  /** Of those that somebody sees, all of which something waits for a decision of those above: see `waitsForDecision`. */
  undecided(scope: Scope): Promise<Petition[]>
  /**
   * What was written since a moment of the store's own clock, by any process, and what that clock says now; some may come
   * again. null: nothing, only the clock.
   */
  news(since: Date | null): Promise<News>
}
