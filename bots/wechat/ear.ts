import type { payloads } from 'wechaty-puppet'
import { withoutWords } from '../../src/domain/without-words.ts'
import type { HeardMessage } from '../../src/flows/ports.ts'
import { isLinkFault } from './link-faults.ts'
import { pause } from './pause.ts'

export interface EarParts {
  /** Loads what was announced. */
  readonly load: (id: string) => Promise<payloads.Message>
  /** Whether the link stands: while it does not, loading is tried without end. */
  readonly isUp: () => boolean
  /** Whether the message is for us to keep; hears of every message, in order. */
  readonly isToKeep: (payload: payloads.Message) => boolean
  /** Called in order; the answers may come in any. */
  readonly translate: (payload: payloads.Message) => Promise<HeardMessage>
  readonly chatOf: (payload: payloads.Message) => string
  readonly keep: (message: HeardMessage) => void
  readonly report: (what: string, fault: unknown) => void
}

/**
 * Turns announced ids into kept messages: loaded side by side, handed on in the order of their announcement in each
 * chat. Of what waits beyond the window only the ids are held, so a long backlog costs little memory.
 */
export interface Ear {
  /** Answers whether it is new. */
  hear(id: string): boolean
  /** Announced, and not handed on yet. */
  waiting(): number
  /** Comes back when all announced so far is handed on. */
  settled(): Promise<void>
  stop(): void
}

const window = 128
const loadTries = 5
/** Ids heard lately; a platform that repeats itself costs nothing. */
const remembered = 20_000

export function earOf(parts: EarParts): Ear {
  const ids: string[] = []
  const seen = new Set<string>()
  const chats = new Map<string, Promise<void>>()
  const settled = new Set<() => void>()
  let open = 0
  let inOrder = Promise.resolve()
  let stopped = false

  const load = async (id: string): Promise<payloads.Message | undefined> => {
    for (let tries = 1; !stopped; ) {
      try {
        return await parts.load(id)
      } catch (fault) {
        // a link that is down is waited for; what a live one does not bring would hold up every chat for ever
        const isWaiting = isLinkFault(fault) && !parts.isUp()
        if (!isWaiting && tries++ >= loadTries) {
          parts.report('wechat: an announced message cannot be loaded', withoutWords(fault))
          return undefined
        }
        await pause(isLinkFault(fault) ? 500 : 200)
      }
    }
    return undefined
  }
  const takeIn = (payload: payloads.Message): Promise<void> => {
    if (!parts.isToKeep(payload)) return Promise.resolve()
    const chat = parts.chatOf(payload)
    const translated = parts.translate(payload)
    translated.catch(() => {}) // awaited below, after those before it
    const earlier = chats.get(chat) ?? Promise.resolve()
    const now = earlier.then(async () => {
      try {
        parts.keep(await translated)
      } catch (fault) {
        parts.report('wechat: a message cannot be translated', withoutWords(fault))
      }
    })
    chats.set(chat, now)
    return now.finally(() => {
      if (chats.get(chat) === now) chats.delete(chat)
    })
  }
  const done = () => {
    open--
    pull()
    if (open > 0) return
    for (const tell of settled) tell()
    settled.clear()
  }
  const pull = () => {
    while (open < window && !stopped) {
      const id = ids.shift()
      if (id === undefined) return
      open++
      const loading = load(id)
      inOrder = inOrder.then(async () => {
        const payload = await loading
        if (!payload) seen.delete(id)
        void (payload ? takeIn(payload) : Promise.resolve()).then(done)
      })
    }
  }
  return {
    hear(id) {
      if (seen.has(id) || stopped) return false
      seen.add(id)
      const [oldest] = seen
      if (seen.size > remembered && oldest !== undefined) seen.delete(oldest)
      ids.push(id)
      pull()
      return true
    },
    waiting: () => open + ids.length,
    settled: () => (open === 0 ? Promise.resolve() : new Promise((tell) => settled.add(tell))),
    stop() {
      stopped = true
    },
  }
}
