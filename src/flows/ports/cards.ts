import type { CardView, TaskAction } from '../../domain/cards/card-view.ts'
import type { MediaId, PersonId, PetitionId } from '../../domain/ids.ts'
import type { ChannelName } from '../../domain/people/channel-name.ts'
import type { PetitionEvent } from '../../domain/petition/event.ts'
import type { Rating } from '../../domain/petition/petition.ts'
import type { Refusal } from '../../domain/petition/refusal.ts'
import type { ReturnReason } from '../../domain/petition/return-reason.ts'
import type { Desk } from '../ports.ts'
import type { Parcel } from './channels.ts'

/** `task`: for those who handle a petition or stand above; `rating`: for those who asked for it. */
export const cardKinds = ['task', 'rating'] as const
export type CardKind = (typeof cardKinds)[number]

/** A card of ours in somebody's private chat with us. */
export interface StandingCard {
  readonly channel: ChannelName
  /** The platform's ids of the message and of the chat it stands in; '' for a chat that it did not tell. */
  readonly message: string
  readonly chat: string
  readonly petition: PetitionId
  readonly kind: CardKind
  /** Whose chat it is: the person behind the account may become another one. */
  readonly account: string
  /** The petition's version that it shows. */
  readonly version: number
  readonly sentAt: Date
}

type Named = Pick<StandingCard, 'channel' | 'message'>

/** A card that shows less than there is, or that a newer one replaced, or that soon cannot be changed any more. */
export interface DueCard extends StandingCard {
  readonly replaced: boolean
}

/** Cards can be changed by the platform's rules for 14 days; a day before that they are sent anew. */
export const renewedAfterMs = 13 * 24 * 3_600_000

/** The cards that stand in people's chats. */
export interface Cards {
  /** A card stands from now on, each message once; those of the same account, petition and kind before it are replaced. */
  keep(card: StandingCard): Promise<void>
  /** Also one that is replaced or retired. */
  find(card: Named): Promise<StandingCard | undefined>
  /**
   * Up to `count` cards that are due: their petition moved on, a newer card replaced them, or they are older than
   * `renewedAfterMs` while it is not closed or withdrawn. For one minute no other caller gets them.
   */
  take(channel: ChannelName, count: number, now: Date): Promise<DueCard[]>
  /** It shows this version now; not due again before `until`. A later version that it showed already stays. */
  shown(card: Named, version: number, until: Date): Promise<void>
  /** Not due before `until`: somebody just presses it, or the platform wants us to wait. */
  putOff(card: Named, until: Date): Promise<void>
  /** It can, or need, not be changed any more. */
  retire(card: Named): Promise<void>
  /** The person behind an account; undefined: nobody we know. Unlike meeting somebody it changes nothing. */
  readerOf(channel: ChannelName, account: string): Promise<PersonId | undefined>
  /** The pictures that came in a private chat since then, oldest first, the last nine. */
  pictures(channel: ChannelName, account: string, since: Date): Promise<MediaId[]>
}

/** What the flows of cards need. */
export interface CardDesk extends Desk {
  readonly cards: Cards
}

/** What is done by a button or a form, as it came from the platform. */
export type CardOrder =
  | { readonly kind: Extract<TaskAction, 'accept'> }
  | { readonly kind: Extract<TaskAction, 'takePart'> }
  | { readonly kind: 'return'; readonly reason: string; readonly code?: ReturnReason }
  /** `to`: the code of a destination. */
  | { readonly kind: 'transfer'; readonly to: string; readonly reason: string }
  | { readonly kind: 'askExtension'; readonly days: number | null; readonly reason: string }
  | { readonly kind: 'approveExtension'; readonly days: number | null }
  | { readonly kind: 'refuseExtension'; readonly reason: string }
  | { readonly kind: 'askHelp'; readonly text: string }
  | { readonly kind: 'resolve' | 'finishPart'; readonly result: string }
  | { readonly kind: 'refusePart'; readonly reason: string }
  | ({ readonly kind: 'rate' } & Pick<Rating, 'solved' | 'score' | 'reason'>)

/** Somebody pressed a card. Only who, where and when is the platform's word; the rest may be anything. */
export interface CardPress {
  readonly channel: ChannelName
  readonly account: string
  readonly message: string
  /** '' where the platform did not tell. */
  readonly chat: string
  readonly kind: CardKind
  /** What the card says of itself; null: nothing. The petition counts only where we do not know the card. */
  readonly petition: PetitionId | null
  readonly version: number | null
  /** null: nothing is done, the card is only shown anew. */
  readonly order: CardOrder | null
  readonly at: Date
}

/** What came of a press, for who pressed; `view`: the card as it stands now. */
export type Pressed =
  | { readonly kind: 'done'; readonly order: CardOrder['kind']; readonly view: CardView }
  | { readonly kind: 'looked'; readonly view: CardView }
  /** The petition moved on since the card was drawn: nothing was done. `last`: the latest step. */
  | { readonly kind: 'stale'; readonly last: LastStep | null; readonly view: CardView }
  | { readonly kind: 'refused'; readonly refusal: Refusal['kind']; readonly view: CardView }
  /** Not a card of ours, or not this person's. */
  | { readonly kind: 'notTheirs' }

export interface LastStep {
  readonly kind: PetitionEvent['kind']
  /** A name only of staff. */
  readonly by: 'you' | 'clock' | 'resident' | { readonly name: string }
}

/** A card that is to be sent. */
export interface NewCard {
  readonly channel: ChannelName
  readonly kind: CardKind
  readonly account: string
  readonly view: CardView
}

/** Behind a channel that has cards. */
export interface CardClerk {
  /** The card that says a parcel's notices; null where plain words do: groups, several petitions at once, other news. */
  cardFor(parcel: Parcel): Promise<NewCard | null>
  /** The platform took it. Writes it down, once. */
  stands(card: NewCard, sent: { readonly message: string; readonly chat: string }): Promise<void>
  press(press: CardPress): Promise<Pressed>
  /** Which petition a card of ours is about, for who answers to it in words; null: no card of ours. */
  numberOf(card: Named): Promise<number | null>
}

/** A channel's cards, for keeping them true. */
export interface CardSurface {
  readonly channel: ChannelName
  /** `gone`: the message was recalled or is too old; `later`: trying again can help. */
  replace(message: string, view: CardView): Promise<'shown' | 'gone' | 'later'>
  /** Sends a card to somebody in private, with the same `once` at most one. */
  send(
    account: string,
    view: CardView,
    once: string,
  ): Promise<{ readonly message: string; readonly chat: string } | 'later' | 'never'>
}
