import type { ChannelName } from '../../domain/people/channel-name.ts'

/** A time in which we may not have heard what was said on a channel, and the platform does not repeat it. */
export interface Gap {
  readonly channel: ChannelName
  readonly fromAt: Date
  readonly untilAt: Date
}

/** Times in which we may have been deaf. */
export interface Gaps {
  /** Keeps a gap, one record for each beginning on a channel, the longest; answers whether it is news. */
  keep(gap: Gap): Promise<boolean>
  /** Those that ended at `since` or later, the earliest first. */
  since(since: Date): Promise<Gap[]>
  /** Notes that the channel could be heard at this moment; an earlier one changes nothing. */
  sign(channel: ChannelName, at: Date): Promise<void>
  lastSign(channel: ChannelName): Promise<Date | undefined>
}
