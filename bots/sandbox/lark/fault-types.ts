/** What goes wrong at an endpoint. */
export type RouteFault =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly body?: unknown
      readonly headers?: Readonly<Record<string, string>>
    }
  /** 99991400 with HTTP 429, as of the gateway. */
  | { readonly kind: 'rateLimited'; readonly resetSeconds: number }
  /** Answers rightly, but late; 3500 is "slow". */
  | { readonly kind: 'delay'; readonly ms: number }
  /** The connection is cut and nothing was done. */
  | { readonly kind: 'drop' }
  /** All is done, and the answer is lost: with a status, or cut off. */
  | { readonly kind: 'commitThenFail'; readonly status?: number }
  /** Of a download: half the bytes, then the connection is cut. */
  | { readonly kind: 'truncate' }
  /** Of a download: it never ends, be it fast or a byte now and then. */
  | { readonly kind: 'endless' | 'drip' }
  /** Of a download: HTTP 200 with an error in JSON. */
  | { readonly kind: 'jsonInstead' }

/** Names of endpoints, for faults and for counting calls. */
export type RouteName =
  | 'token'
  | 'botInfo'
  | 'messages.create'
  | 'messages.reply'
  | 'messages.patch'
  | 'messages.update'
  | 'messages.delete'
  | 'messages.get'
  | 'messages.list'
  | 'messages.urgent'
  | 'chats.get'
  | 'chats.list'
  | 'chats.members'
  | 'users.get'
  | 'users.batchGetId'
  | 'images.create'
  | 'files.create'
  | 'resources.get'
  | 'card.update'
  | 'socket.endpoint'
  | 'signIn.authorize'
  | 'signIn.token'
  | 'signIn.user'

/** What goes wrong on the way to us, until it is set otherwise. */
export interface InboundFaults {
  /** Each event at once a second time, with the same event id. */
  duplicate: boolean
  /** Each message at once a second time under a new event id. */
  newEventId: boolean
  /** Every two events in turned order. */
  outOfOrder: boolean
}

/** What goes wrong on the long connection, until it is set otherwise. */
export interface SocketFaults {
  /** Into how many frames an event is cut; they go in turned order. Default 1. */
  fragments: number
  /** No pong any more, and no event: a dead peer. */
  silent: boolean
  /** Card presses as the frames of old (`type=card`). */
  cardFrames: boolean
}

/** What a stranger, or a broken platform, sends to our webhook (or a frame, where it applies). */
export type Forgery =
  | 'tampered'
  | 'unsigned'
  | 'badSignature'
  /** Rightly signed, ten hours ago. */
  | 'replayed'
  /** The latest delivery once more, byte for byte. */
  | 'again'
  | 'wrongToken'
  | 'wrongApp'
  | 'wrongTenant'
  | 'wrongKey'
  | 'plain'
  | 'notJson'
  | 'oversized'
  | 'wrongChallenge'

export interface LarkCall {
  readonly route: RouteName | 'unknown'
  readonly method: string
  readonly path: string
  readonly status: number
  readonly body: unknown
  readonly at: Date
}
