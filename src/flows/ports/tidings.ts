import type { ChannelName } from '../../domain/people/channel-name.ts'
import type { PersonReach } from './channels.ts'
import type { Gap } from './gaps.ts'

/** What a channel tells of itself besides messages. */
export interface Tidings {
  /** A group we are in, as the platform names it now. */
  room(channel: ChannelName, room: string, topic: string): Promise<void>
  /** We were removed from a group. */
  removed(channel: ChannelName, room: string): Promise<void>
  /** What was said meanwhile may be lost: the link was down, or we were not running, and the platform repeats nothing. */
  gap(gap: Gap): Promise<void>
  /** Somebody has read messages of ours that were sent to them alone. May come before `deliver` has answered. */
  read(by: PersonReach, messages: readonly string[], at: Date): Promise<void>
  /** Until this moment we could hear the channel. */
  heardUntil(channel: ChannelName, at: Date): Promise<void>
  /** Until when we could, in this process or an earlier one; undefined before the first time. */
  lastHeardUntil(channel: ChannelName): Promise<Date | undefined>
}
