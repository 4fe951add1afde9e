import { setTimeout as pause } from 'node:timers/promises'
import type { Clock, HeardMessage, Inbox } from '../../src/flows/ports.ts'

/**
 * Keeps what WeCom brings, in the order in which one person said it. WeCom waits five seconds for an answer and comes three
 * times: who is not kept by then is answered "not kept", and keeping goes on; when it comes again it meets the same try.
 */
export interface Ear {
  /** Whether the message was kept in time. `id`: the same for each time it is brought. */
  hear(id: string, from: string, translate: () => Promise<HeardMessage>): Promise<boolean>
  lastHeard(): Date | null
  /** Comes back when all that came is kept, or nobody can keep it. */
  settled(): Promise<void>
}

const answerMs = 4_000
const triesToKeep = 4
const againMs = 500

export function earOf(
  inbox: Pick<Inbox, 'keep'>,
  clock: Clock,
  report: (what: string, fault: unknown) => void,
): Ear {
  const underWay = new Map<string, Promise<boolean>>()
  const behind = new Map<string, Promise<unknown>>()
  let lastHeard: Date | null = null
  const keep = async (message: HeardMessage): Promise<boolean> => {
    for (let tries = 1; ; tries++) {
      try {
        await inbox.keep([message], clock())
        if (!lastHeard || message.sentAt > lastHeard) lastHeard = message.sentAt
        return true
      } catch {
        if (tries === triesToKeep) {
          report('wecom: a message is not kept', null)
          return false
        }
        await pause(againMs * tries)
      }
    }
  }
  const take = (from: string, translate: () => Promise<HeardMessage>): Promise<boolean> => {
    const translated = translate()
    translated.catch(() => {}) // awaited in its turn
    const turn = (behind.get(from) ?? Promise.resolve()).then(async () => keep(await translated))
    const done = turn.catch(() => {
      report('wecom: a message cannot be translated', null)
      return false
    })
    behind.set(from, done)
    void done.finally(() => behind.get(from) === done && behind.delete(from))
    return done
  }
  return {
    hear(id, from, translate) {
      const known = underWay.get(id)
      const kept = known ?? take(from, translate)
      if (!known) {
        underWay.set(id, kept)
        void kept.finally(() => underWay.delete(id))
      }
      return Promise.race([kept, pause(answerMs, false, { ref: false })])
    },
    lastHeard: () => lastHeard,
    settled: async () => void (await Promise.all(underWay.values())),
  }
}
