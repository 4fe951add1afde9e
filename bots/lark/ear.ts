import { setTimeout as pause } from 'node:timers/promises'
import { within } from '../../src/asking/within.ts'
import { withoutWords } from '../../src/domain/without-words.ts'
import type { Clock, HeardMessage, Inbox } from '../../src/flows/ports.ts'

/** One message as it was announced. */
export interface Announced {
  readonly id: string
  readonly chat: string
  readonly at: Date
  readonly translate: () => Promise<readonly HeardMessage[]>
}

/**
 * Keeps what is announced: translated side by side, written down in the order of each chat. Lark promises no order, and
 * delivers side by side what was said one after the other; so a message waits a moment for those said before it.
 */
export interface Ear {
  /**
   * Comes back when the message is kept; one that is announced again meanwhile waits for the same. Throws when it is not
   * kept in time: Lark then brings it again, and we go on trying.
   */
  hear(message: Announced): Promise<void>
  waiting(): number
  failures(): number
  lastHeard(): Date | null
  /** Comes back when all that was announced so far is kept. */
  settled(): Promise<void>
  stop(graceMs: number): Promise<void>
}

interface Waiting extends Announced {
  readonly translated: Promise<readonly HeardMessage[]>
  readonly settled: Promise<void>
  readonly isReady: () => boolean
  readonly begunAt: number
  readonly done: () => void
  readonly failed: (fault: unknown) => void
}

/** So long a message waits for those said before it. */
const gatherMs = 60
/** So long a file may hold up what was said after it in its chat: a call for help must not wait behind a video. */
const holdUpMs = 4_000
const lookMs = 100
/** Lark waits three seconds for us. */
const answerMs = 2_700
/** More than this is left with Lark, which brings it again. */
const most = 2_000
const firstWaitMs = 50
const longestWaitMs = 2_000
/** What cannot be kept so long makes room for what comes after it; Lark brings it again for seven hours. */
const patienceMs = 30_000

export function earOf(
  inbox: Pick<Inbox, 'keep'>,
  clock: Clock,
  report: (what: string, fault: unknown) => void,
): Ear {
  const underWay = new Map<string, Promise<void>>()
  const chats = new Map<string, Waiting[]>()
  let failures = 0
  let lastHeard: Date | null = null
  let stopAt = Number.POSITIVE_INFINITY

  const keep = async (messages: readonly HeardMessage[]) => {
    const until = Math.min(performance.now() + patienceMs, stopAt)
    for (let wait = firstWaitMs; ; wait = Math.min(wait * 2, longestWaitMs)) {
      try {
        await inbox.keep(messages, clock())
        failures = 0
        break
      } catch (fault) {
        if (failures++ % 10 === 0) report('lark: the inbox keeps nothing', withoutWords(fault))
        if (performance.now() + wait > until) throw fault
        await pause(wait)
      }
    }
    for (const { sentAt } of messages) if (!lastHeard || sentAt > lastHeard) lastHeard = sentAt
  }
  /** The next to be kept: the oldest, or when its file takes too long the oldest that is ready; undefined: look again. */
  const nextOf = async (queue: Waiting[]): Promise<Waiting | undefined> => {
    const [first] = queue.sort((one, other) => one.at.getTime() - other.at.getTime())
    if (!first || first.isReady()) return first
    const left = first.begunAt + holdUpMs - performance.now()
    if (left > 0) await Promise.race([first.settled, pause(Math.min(left, lookMs))])
    else await Promise.race([...queue.map(({ settled }) => settled), pause(lookMs)])
    // what was said before may have come meanwhile: the order is looked at anew
    return left > 0 ? undefined : queue.find((one) => one.isReady())
  }
  const drain = async (chat: string, queue: Waiting[]) => {
    await pause(gatherMs)
    while (queue.length > 0) {
      const next = await nextOf(queue)
      if (!next) continue
      try {
        const messages = await next.translated
        if (messages.length > 0) await keep(messages)
        next.done()
      } catch (fault) {
        report('lark: a message is not kept', withoutWords(fault))
        next.failed(fault)
      }
      queue.splice(queue.indexOf(next), 1)
    }
    chats.delete(chat)
  }
  const take = (message: Announced): Promise<void> => {
    const queue = chats.get(message.chat)
    const translated = message.translate()
    let ready = false
    const isDone = () => {
      ready = true
    }
    const settled = translated.then(isDone, isDone) // a failure is awaited in its turn
    const begunAt = performance.now()
    return new Promise<void>((done, failed) => {
      const waiting: Waiting = {
        ...{ ...message, translated, settled, isReady: () => ready },
        ...{ begunAt, done, failed },
      }
      if (queue) queue.push(waiting)
      else {
        const begun = [waiting]
        chats.set(message.chat, begun)
        void drain(message.chat, begun)
      }
    })
  }
  return {
    hear(message) {
      if (performance.now() > stopAt) return Promise.reject(new Error('stopping'))
      const known = underWay.get(message.id)
      if (!known && underWay.size >= most) return Promise.reject(new Error('too much waits'))
      const kept = known ?? take(message).finally(() => underWay.delete(message.id))
      kept.catch(() => {}) // also when nobody waits any more
      underWay.set(message.id, kept)
      return within(answerMs, kept)
    },
    waiting: () => underWay.size,
    failures: () => failures,
    lastHeard: () => lastHeard,
    async settled() {
      await Promise.allSettled(underWay.values())
    },
    async stop(graceMs) {
      stopAt = performance.now() + graceMs
      await within(graceMs, this.settled()).catch(() => {})
      if (underWay.size > 0) report(`lark: stopped with ${underWay.size} unkept`, null)
    },
  }
}
