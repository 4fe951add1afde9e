import type { CardClerk, CardSurface } from '../../../src/flows/ports/cards.ts'
import type { Parcel } from '../../../src/flows/ports/channels.ts'
import type { Media } from '../../../src/flows/ports.ts'
import type { OnPress } from '../accept.ts'
import type { LarkGateway, Sent } from '../gateway.ts'

export interface LarkCardsOptions {
  readonly gateway: Pick<LarkGateway, 'send' | 'patch' | 'uploadImage'>
  readonly clerk: CardClerk
  readonly media: Pick<Media, 'load'>
  readonly report: (what: string, fault: unknown) => void
}

export interface LarkCards {
  /** The card for a parcel, `content` of an `interactive` message; null: it is said in words. */
  cardFor(parcel: Parcel): Promise<CardToSend | null>
  /** For `acceptEnvelope`. */
  readonly onPress: OnPress
  /** For the job that keeps cards true. */
  readonly surface: CardSurface
}

export interface CardToSend {
  readonly content: object
  /** To be called once Lark took it, also when only found out later that it did. */
  readonly sent: (sent: Sent) => Promise<void>
}
