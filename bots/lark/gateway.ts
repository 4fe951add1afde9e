import type { Accept } from './accept.ts'

/** A group by its chat id, or a person by the open id: the ids tell which. */
export type Receiver = string
export type MessageKind = 'text' | 'post' | 'image' | 'interactive'

/** A message of ours as Lark took it. */
export interface Sent {
  readonly message: string
  /** Also for a private chat, whose id nobody else tells. */
  readonly chat: string
}

/** A message as Lark shows it when asked. */
export interface Shown {
  readonly id: string
  readonly kind: string
  /** The JSON of its content, as it came. */
  readonly content: string
  readonly sender: { readonly id: string; readonly isUs: boolean }
  readonly mentions: readonly { readonly key: string; readonly name: string }[]
  readonly deleted: boolean
  readonly at: Date
}

/**
 * All we ask of Lark. Every call waits for its turn under Lark's limits, has a time limit, and is tried again where that
 * is safe; then it throws a `LarkFault`, or a `TypeError` for what is no id.
 */
export interface LarkGateway {
  /** Says something; with the same `uuid` (at most 50 characters) at most once within an hour. */
  send(to: Receiver, kind: MessageKind, content: object, uuid: string): Promise<Sent>
  reply(message: string, kind: MessageKind, content: object, uuid: string): Promise<Sent>
  /** Puts another card in the place of one of ours that is younger than 14 days. */
  patch(message: string, card: object): Promise<void>
  /** Makes a message of ours ring in Lark until these people have read it (加急). */
  urgent(message: string, users: readonly string[]): Promise<void>
  /** Answers the key by which messages and cards show the picture. At most 10 MB. */
  uploadImage(bytes: Uint8Array): Promise<string>
  /** The file of a message. Throws for more than 30 MB and for one that comes incomplete. */
  download(
    message: string,
    key: string,
    type: 'image' | 'file',
  ): Promise<{ readonly bytes: Uint8Array; readonly mime: string }>
  /** One message, with those that it forwards. */
  shown(message: string): Promise<readonly Shown[]>
  /** Our own messages in a chat since then, the oldest first. */
  ours(chat: string, since: Date): Promise<readonly Shown[]>
  /** Whether a chat is somebody's private one with us. */
  isPrivate(chat: string): Promise<boolean>
  personName(user: string): Promise<string>
  memberNames(chat: string): Promise<ReadonlyMap<string, string>>
  us(): Promise<{ readonly openId: string; readonly name: string }>
  /** Milliseconds until we may speak again; 0 when we may. */
  coolingMs(): number
  /** Opens the long connection; comes back at once. It is broken off when a ping stays unanswered for so long. */
  connect(accept: Accept, pongSeconds: number, on: ConnectionEvents): Connection
}

export interface ConnectionEvents {
  readonly up: () => void
  readonly down: () => void
  /** It gave up, and only a new one can help. */
  readonly over: () => void
}

export interface Connection {
  readonly isUp: () => boolean
  close(): void
}
