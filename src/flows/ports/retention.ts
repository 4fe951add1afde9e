import type { Day } from '../../domain/deadlines/limit.ts'
import type { MediaId, PetitionId } from '../../domain/ids.ts'
import type { PetitionEvent } from '../../domain/petition/event.ts'
import type { Petition } from '../../domain/petition/petition.ts'
import type { RecordClass } from '../../domain/rights/retention.ts'

/** Classes whose records go as they are, each by itself. */
export type PlainClass = Exclude<RecordClass, 'closedPetitions' | 'media'>

/** How much of a class was taken away on a day. */
export interface Forgotten {
  readonly day: Day
  readonly of: RecordClass
  readonly count: number
}

/** Where files are kept, as far as they are taken away. */
export interface FileKeeper {
  /** Files last kept before a moment of the real clock, however often they were kept. */
  keptBefore(before: Date): Promise<MediaId[]>
  /** Answers whether it was there. */
  forget(id: MediaId): Promise<boolean>
}

/** What is taken away when its time is over. Whatever is called twice, late, or after a death half-way does no harm. */
export interface Retention {
  /** Notes when people were last heard, from what is still in the inbox; those never heard count from `now`. */
  markHeard(now: Date): Promise<void>
  /** How many records of a class are older than `before`. */
  count(of: PlainClass, before: Date): Promise<number>
  /** Takes them away and writes down how many under the day, in one go; answers how many. */
  forget(of: PlainClass, before: Date, day: Day): Promise<number>
  /** Petitions that were over before, and still say who was behind them, the oldest first. */
  over(before: Date, count: number): Promise<PetitionId[]>
  /**
   * Writes a petition and its whole timeline anew, and takes away everything else that belongs to it: its messages, letters,
   * cards, and who was behind it. False, and nothing happened: it was changed meanwhile.
   */
  strip(petition: Petition, timeline: readonly PetitionEvent[], day: Day): Promise<boolean>
  /** Those among files that nothing refers to any more. */
  unreferred(media: readonly MediaId[]): Promise<MediaId[]>
  /** Adds to what was taken away on a day; 0: the class was looked through. */
  note(forgotten: Forgotten): Promise<void>
  /** What was taken away since a day, the earliest first. */
  notes(since: Day): Promise<Forgotten[]>
}
