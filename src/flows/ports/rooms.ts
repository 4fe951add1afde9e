import type { PersonId, RoomId } from '../../domain/ids.ts'
import type { ChannelName } from '../../domain/people/channel-name.ts'

/** A group as a platform shows it. */
export interface SeenRoom {
  readonly channel: ChannelName
  /** The platform's id of it. */
  readonly room: string
  /** What it is called there now. */
  readonly topic: string
  /** When we were removed from it; null: we are in it. */
  readonly lostAt: Date | null
}

/** A room with somebody new who was not greeted yet. */
export interface Newcomers {
  readonly room: RoomId
  /** When the first of them joined. */
  readonly sinceAt: Date
}

/** How much was said in a group within an hour. */
export interface RoomHour {
  readonly channel: ChannelName
  readonly room: string
  /** Its beginning. */
  readonly hourAt: Date
  readonly messages: number
  /** When the last of them was said. */
  readonly lastAt: Date
}

/** What we know of groups besides what is said in them. */
export interface Rooms {
  /** We are in this group, and this is its name. */
  seen(channel: ChannelName, room: string, topic: string): Promise<void>
  /** We are no longer in it; answers whether that is news. */
  lost(channel: ChannelName, room: string, at: Date): Promise<boolean>
  /** All that were ever seen, by channel and id. */
  all(): Promise<SeenRoom[]>
  /** Somebody joined a room: greeted once for ever, however often they come back. */
  joined(room: RoomId, person: PersonId, at: Date): Promise<void>
  /** Rooms whose first newcomer not yet greeted joined by `before`. */
  newcomers(before: Date): Promise<Newcomers[]>
  /** All who joined the room by then are greeted. */
  greeted(room: RoomId, at: Date): Promise<void>
  /** Counts what the inbox shows of this hour and the two before; counting again changes nothing. */
  count(now: Date): Promise<void>
  /** Hours in which something was said, from `since` on, the earliest first. */
  hours(since: Date): Promise<RoomHour[]>
  /** Forgets what was counted of hours before; answers how many. */
  forgetHours(before: Date): Promise<number>
}
