import type { CardJson } from './card-json.ts'
import type {
  Forgery,
  InboundFaults,
  LarkCall,
  RouteFault,
  RouteName,
  SocketFaults,
} from './fault-types.ts'

export interface FakeFile {
  readonly bytes: Uint8Array
  readonly mime: string
  readonly name: string
}

export interface LarkUser {
  /** `ou_…` */
  readonly openId: string
  readonly name: string
  readonly mobile?: string
  readonly email?: string
  /** Outside the app's 可用范围 a person gets no direct message (230013). Default true. */
  readonly inScope?: boolean
  /** Of another tenant: a resident in an external group. Default the app's own. */
  readonly tenantKey?: string
}

export interface LarkChat {
  /** `oc_…` */
  readonly id: string
  readonly name: string
  /** Open ids. */
  readonly members: readonly string[]
  /** Default true. */
  readonly botIn?: boolean
  readonly external?: boolean
}

export interface FakeLarkSettings {
  /** Must look like a real one, else the SDK's long connection never starts. */
  readonly appId?: string
  readonly appSecret?: string
  readonly encryptKey?: string
  readonly verificationToken?: string
  readonly tenantKey?: string
  readonly botName?: string
  readonly users: readonly LarkUser[]
  readonly chats: readonly LarkChat[]
  readonly mode: 'socket' | 'webhook'
  /** Where events are pushed in webhook mode; `lark.webhook()` may say it later. */
  readonly webhookUrl?: string
  /** Scope im:message.group_msg: groups are heard without an @. Default false, as with a fresh app. */
  readonly hearsAll?: boolean
  /** Plain phone numbers and e-mail addresses in what the bot says are refused (230028). Default true. */
  readonly audit?: boolean
  /** Where it remembers: the next start in it goes on where this one was killed; what it knows goes before `users` and `chats`. */
  readonly folder?: string
  /** Default 0: a free one. */
  readonly port?: number
  /** Default the real time, and the time deliveries are signed with. `advance` goes on top for all else. */
  readonly clock?: () => Date
  /** How long event and callback may take until they count as unanswered. Default 3000. */
  readonly patienceMs?: number
}

/** What a person says. `content` wins over all else and is for types that nothing here makes. */
export interface LarkUtterance {
  /** An open id. */
  readonly from: string
  /** A chat id; null: in private to the bot. */
  readonly room: string | null
  readonly type:
    | 'text'
    | 'post'
    | 'image'
    | 'file'
    | 'audio'
    | 'media'
    | 'location'
    | 'merge_forward'
    | 'sticker'
  readonly text?: string
  /** Open ids, the bot's (`lark.bot`) among them. Where the text says `@name` it is put there, else in front. */
  readonly mentions?: readonly string[]
  /** The id of the message replied to. */
  readonly quotes?: string
  /** The file of an image, file, audio, media; the picture within a post. */
  readonly file?: FakeFile
  readonly durationMs?: number
  readonly place?: { readonly name: string; readonly longitude: string; readonly latitude: string }
  /** Ids of the messages that are forwarded together. */
  readonly forwards?: readonly string[]
  readonly content?: object
}

/** A message as the platform has it now. */
export interface LarkMessage {
  readonly id: string
  readonly chat: string
  /** The person of a private chat; null in a group. */
  readonly dmWith: string | null
  /** An open id; null: our bot. */
  readonly from: string | null
  readonly type: string
  /** As on the wire. */
  readonly content: string
  /** What people read; of a card all its texts, one a line. Mentions as `@name`. */
  readonly text: string
  readonly mentions: readonly string[]
  readonly quotes: string | null
  /** For `lark.file`. */
  readonly files: readonly string[]
  /** The card as stored now. */
  readonly card: CardJson | null
  /** How often the card or text was changed. */
  readonly changes: number
  readonly recalled: boolean
  /** Who was pinged by 加急. */
  readonly urgent: readonly string[]
  readonly at: Date
}

/** What a person sees after a press. `error`: `200340`, `200341` …, `expired`, `recalled`, `disabled`, `required: NAME`. */
export interface Seen {
  readonly toast: { readonly type: string; readonly content: string } | null
  /** The card as it now stands. */
  readonly card: CardJson | null
  readonly error: string | null
}

/** Signing in by Lark, as it stands for whoever comes. */
export interface SignInDesk {
  /** Who sits at the browser, by their open id; null: they say no. */
  person: string | null
  /** 重定向 URL of the app's page 安全设置; others are refused. */
  redirects: readonly string[]
}

/** A Lark of our own on the loopback, faithful where we rely on it. */
export interface FakeLark {
  /** `http://127.0.0.1:PORT`: the SDK's `domain`. */
  readonly endpoint: string
  readonly appId: string
  readonly appSecret: string
  readonly encryptKey: string
  readonly verificationToken: string
  readonly tenantKey: string
  /** The bot's open id. */
  readonly bot: string
  now(): Date
  /** Moves its clock, and delivers again what falls due on the way (15 s, 5 min, 1 h, 6 h), in order. */
  advance(ms: number): Promise<void>
  /** Until every delivery under way has been answered or given up. */
  settled(): Promise<void>
  webhook(url: string): void
  /** The URL check of the admin page: whether it was answered rightly within 1 s. */
  checkUrl(): Promise<boolean>

  /** Answers the message's id. Throws for unknown people and chats, and for who is not in the chat. */
  say(what: LarkUtterance): string
  recall(message: string): void
  /** Somebody looks into their private chat with the bot: what was not read yet is told as read, of groups nothing. */
  open(person: string): void
  addUser(user: LarkUser): void
  addChat(chat: LarkChat): void
  /** Somebody comes into a chat or leaves it; the bot's id is good too. */
  join(chat: string, person: string): void
  leave(chat: string, person: string): void
  rename(chat: string, name: string): void
  disband(chat: string): void
  /** Somebody leaves the company. */
  dismiss(person: string): void
  /**
   * Somebody presses a button of the card as it stands now, named by `name` or by its words, with what was filled into
   * its form (component name → value). Throws where no such button or field is, or who presses does not see the card.
   */
  press(
    message: string,
    person: string,
    button: string,
    form?: Readonly<Record<string, string | boolean | readonly string[]>>,
  ): Promise<Seen>

  /** Of a chat by its id, or of a person's private chat by the open id; oldest first. */
  messages(where: string): readonly LarkMessage[]
  message(id: string): LarkMessage
  /** All messages that are cards. */
  cards(): readonly LarkMessage[]
  file(key: string): FakeFile | undefined
  /** All requests so far, or those to one endpoint. */
  calls(route?: RouteName): readonly LarkCall[]
  /** Events not yet answered with 200, and not given up. */
  pending(): readonly string[]
  /** Open long connections. */
  connections(): number

  /** The next `times` (default 1) calls of an endpoint go wrong. */
  fault(route: RouteName, fault: RouteFault, times?: number): void
  /** Every token handed out is invalid from now on (99991663). */
  revokeTokens(): void
  /** The secret is another one from now on. */
  rotateSecret(secret: string): void
  readonly inbound: InboundFaults
  readonly socket: SocketFaults
  /** Who comes to its page for signing in, and where that sends people back to. */
  readonly signIn: SignInDesk
  /** Ends all long connections: with a close frame, or as 1006 by cutting them off. */
  hangUp(code: 1001 | 1006): void
  /** Sends one forged delivery; answers the HTTP status, or of the long connection the code of the ack; 0: none came. */
  forge(kind: Forgery): Promise<number>
  /** Stops as if killed: nothing more is delivered or answered. */
  stop(): Promise<void>
}
