import type { LetterId, MediaId } from '../../domain/ids.ts'
import type { Notice } from '../../domain/notices/notice.ts'
import type { ChannelName } from '../../domain/people/channel-name.ts'
import type { Result } from '../../domain/result.ts'

/** Letters to one reader, said as one message. */
export interface Parcel {
  /** Idempotency key for platforms that have one: the first letter's id. */
  readonly id: LetterId
  readonly to: Reach
  readonly notices: readonly Notice[]
}

export interface PersonReach {
  readonly kind: 'person'
  readonly channel: ChannelName
  readonly account: string
}

/** A reader in the platform's own terms. */
export type Reach =
  | PersonReach
  | {
      readonly kind: 'room'
      readonly channel: ChannelName
      readonly room: string
      readonly mention: string | null
    }

/** The same for the same chat on the same channel. */
export const wayName = (to: Reach): string =>
  to.kind === 'person' ? `${to.channel}/person/${to.account}` : `${to.channel}/room/${to.room}`

/** Words notices, for a group or in private. The same notices must give the same words: they are how we know our own messages again. */
export type Say = (
  notices: readonly Notice[],
  room: boolean,
) => { readonly text: string; readonly photos: readonly MediaId[] }

/** Carries letters to people. */
export interface Channel {
  readonly name: ChannelName
  /** Now, without asking anybody. */
  health(): ChannelHealth
  /** Answers the platform's id of the message where it will tell by it that the message was read. */
  deliver(parcel: Parcel): Promise<Result<string | undefined, Undelivered>>
  /**
   * Of parcels whose fate is unknown because we died while sending: those that are known to have arrived since `since`.
   * The others did not, unless `cannotTell`. Throws when it could not ask: then nobody knows yet, and it is asked again.
   */
  arrived(parcels: readonly Parcel[], since: Date): Promise<LetterId[]>
  /** The message in which a parcel stands that `arrived` named, as `deliver` would have answered. Absent: it tells of no reading. */
  messageOf?(parcel: LetterId): string | undefined
  /**
   * Whether what `arrived` does not name may have arrived in this chat all the same, however often it is asked: the
   * platform does not show it. Such letters stay in doubt: they go again by the same way only, and are counted as
   * possibly said twice. Absent: it can tell of every chat.
   */
  cannotTell?(to: Reach): boolean
}

/** Those that are connected. */
export type Channels = Readonly<Partial<Record<ChannelName, Channel>>>

export interface Undelivered {
  /** `later`: trying again can help (rate limit, timeout, link down); `never`: it cannot. */
  readonly kind: 'later' | 'never'
  readonly why: string
  /** It may have gone out all the same: no other channel may say it until `arrived` tells. */
  readonly mayHaveGone?: true
}

/** How a channel is, for fail-over, the operator's page and `npm run doctor`. */
export interface ChannelHealth {
  /** `silenced`: connected, but the platform wants us to say nothing for a while. */
  readonly state: 'up' | 'down' | 'silenced'
  /** Since when it is so. */
  readonly since: Date
  /** When the latest message on it was said; null: none since we started. */
  readonly lastHeard: Date | null
  /** What the operator has to do, one sentence in Chinese without anybody's words or secrets; null: nothing. */
  readonly toDo: string | null
  /** What somebody must scan so that the account logs in, as text; a secret for some minutes. Absent: nothing to scan. */
  readonly loginCode?: string
}
