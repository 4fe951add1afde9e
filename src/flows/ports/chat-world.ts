import type { MessageType } from '../../domain/intake/message.ts'

/** One thing said in the simulated chat platform. */
export interface WorldMessage {
  readonly id: string
  readonly from: string
  /** The group; null in a private chat. */
  readonly room: string | null
  /** In a private chat: the person whose chat with the bot it is. */
  readonly dmWith: string | null
  readonly type: MessageType
  readonly text: string
  readonly mentions: readonly string[]
  readonly quotes: string | null
  readonly file: string | null
  readonly recalled: boolean
  readonly at: Date
}

/** What a player of the sandbox says; `type` text, image or voice (with its transcript as `text`). */
export interface WorldUtterance {
  readonly from: string
  readonly room: string | null
  readonly type: 'text' | 'image' | 'voice'
  readonly text: string
  readonly mentions?: readonly string[]
  readonly quotes?: string
  readonly file?: { readonly bytes: Uint8Array; readonly mime: string; readonly name: string }
}

/** The simulated chat platform behind sandbox, demo and tests: people, groups, and all that was said. */
export interface ChatWorld {
  readonly bot: string
  people(): readonly { readonly id: string; readonly name: string }[]
  rooms(): readonly {
    readonly id: string
    readonly topic: string
    readonly members: readonly { readonly id: string; readonly alias: string }[]
  }[]
  /** The last `count` messages of a group, or of a person's private chat with the bot, oldest first. */
  said(
    where: { readonly room: string } | { readonly dmWith: string },
    count: number,
  ): readonly WorldMessage[]
  /** Somebody says something; a private chat is always one with the bot. Throws for an unknown person or group. */
  say(what: WorldUtterance): WorldMessage
  recall(message: string): void
  file(id: string): { readonly bytes: Uint8Array; readonly mime: string } | undefined
  /** Hears everything said by anybody, the bot included, and recalls; answers how to stop. */
  listen(ear: (message: WorldMessage) => void): () => void
}

/** A clock that can be driven forward: sandbox, demo and tests. */
export interface TimeMachine {
  now(): Date
  /** Goes forward to `moment`, letting everything happen that falls due on the way, in order. Never back. */
  moveTo(moment: Date): Promise<void>
}
