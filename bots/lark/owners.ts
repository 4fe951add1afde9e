import { withoutWords } from '../../src/domain/without-words.ts'
import type { LarkGateway } from './gateway.ts'

/** Who said a message, and where. */
export interface Owner {
  readonly from: string
  /** null: in private. */
  readonly room: string | null
  readonly chat: string
}

/** Lark tells that a message was recalled, but not whose it was: remembered here, and asked of Lark after a restart. */
export interface Owners {
  note(message: string, owner: Owner): void
  of(message: string, chat: string): Promise<Owner | undefined>
  /** The private chat with a person, as far as it was seen. */
  chatWith(person: string): string | undefined
  noteChat(person: string, chat: string): void
}

const most = 20_000

export function ownersOf(
  gateway: Pick<LarkGateway, 'shown' | 'isPrivate'>,
  report: (what: string, fault: unknown) => void,
): Owners {
  const known = new Map<string, Owner>()
  const chats = new Map<string, string>()
  const bound = <Value>(map: Map<string, Value>, key: string, value: Value) => {
    map.set(key, value)
    const [oldest] = map.keys()
    if (map.size > most && oldest !== undefined) map.delete(oldest)
  }
  const noteChat = (person: string, chat: string) => bound(chats, person, chat)
  return {
    note(message, owner) {
      bound(known, message, owner)
      if (owner.room === null) noteChat(owner.from, owner.chat)
    },
    async of(message, chat) {
      const kept = known.get(message)
      if (kept) return kept
      try {
        const [shown] = await gateway.shown(message)
        const from = shown?.sender.id ?? ''
        if (!from.startsWith('ou_')) return undefined
        const isPrivate = chats.get(from) === chat || (await gateway.isPrivate(chat))
        return { from, chat, room: isPrivate ? null : chat }
      } catch (fault) {
        report('lark: nobody tells whose message was recalled', withoutWords(fault))
        return undefined
      }
    },
    chatWith: (person) => chats.get(person),
    noteChat,
  }
}
