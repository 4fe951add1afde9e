import type { PetitionId } from '../../domain/ids.ts'
import type { PetitionEvent } from '../../domain/petition/event.ts'
import type { Petition } from '../../domain/petition/petition.ts'

/** Where something stands among all that happened. */
export interface FeedPlace {
  readonly recordedAt: Date
  readonly petition: PetitionId
  readonly version: number
  readonly seq: number
}

export interface Happening {
  readonly place: FeedPlace
  readonly event: PetitionEvent
  /** As it stands now. */
  readonly petition: Petition
}

/** What happened to all petitions, in the order in which it was recorded. */
export interface Feed {
  /**
   * The next `count` after a place, or since a moment. Nothing is ever recorded before what this has answered: what is
   * being written holds up all that began after it, for as long as its transaction runs.
   */
  after(from: FeedPlace | Date, count: number): Promise<Happening[]>
  /** How many were recorded after a place, or since a moment, those being held up included; `most` at most. */
  behind(from: FeedPlace | Date, most: number): Promise<number>
}
