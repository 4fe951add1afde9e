import type { Clock, HeardMessage, Inbox } from '../../src/flows/ports.ts'
import { withoutWords } from './link-faults.ts'
import { pause } from './within.ts'

/** Writes messages down in the order it gets them, many at a time, and never lets one go unwritten. */
export interface Keeper {
  keep(message: HeardMessage): void
  /** Messages that came and are not written down yet. */
  waiting(): number
  /** How many tries in a row have failed. */
  failures(): number
  /** Comes back when all that came before is written down, or given up because we stopped. */
  settled(): Promise<void>
  /** Tries for another `graceMs` to write down what waits. */
  stop(graceMs: number): Promise<void>
}

const atOnce = 50
const gatherMs = 5
const firstWaitMs = 100
const longestWaitMs = 10_000
/** After so many failures in a row each message is tried alone: one that cannot be written must not hold up others. */
const patience = 3

export function keeperOf(
  inbox: Pick<Inbox, 'keep'>,
  clock: Clock,
  report: (what: string, fault: unknown) => void,
): Keeper {
  const waiting: HeardMessage[] = []
  const unwritable = new Set<HeardMessage>()
  let failures = 0
  let stopAt = Number.POSITIVE_INFINITY
  let work: Promise<void> | undefined

  const write = async (messages: readonly HeardMessage[]) => {
    await inbox.keep(messages, clock())
    const written = new Set(messages)
    waiting.splice(0, waiting.length, ...waiting.filter((message) => !written.has(message)))
    for (const message of written) unwritable.delete(message)
  }
  /** Those which can be written go; the rest are known as unwritable, if any other could be written. */
  const writeEachAlone = async (messages: readonly HeardMessage[]) => {
    const failed: HeardMessage[] = []
    for (const message of messages) await write([message]).catch(() => failed.push(message))
    if (failed.length === messages.length) throw new Error('the inbox takes nothing')
    for (const message of failed) {
      if (!unwritable.has(message)) report('wechat: a message cannot be kept', null)
      unwritable.add(message)
    }
  }
  const round = async () => {
    const batch = waiting.filter((message) => !unwritable.has(message)).slice(0, atOnce)
    try {
      if (batch.length === 0) await writeEachAlone(waiting.slice(0, atOnce))
      else if (failures < patience) await write(batch)
      else await writeEachAlone(batch)
      failures = 0
    } catch (fault) {
      if (failures % 10 === 0) report('wechat: the inbox keeps nothing', withoutWords(fault))
      await pause(Math.min(firstWaitMs * 2 ** failures++, longestWaitMs, leftMs()))
    }
  }
  const leftMs = () => Math.max(0, stopAt - performance.now())
  const run = async () => {
    await pause(gatherMs)
    while (waiting.length > 0 && leftMs() > 0) await round()
    work = undefined
  }
  return {
    keep(message) {
      waiting.push(message)
      work ??= run()
    },
    waiting: () => waiting.length,
    failures: () => failures,
    settled: async () => work,
    async stop(graceMs) {
      stopAt = performance.now() + graceMs
      await work
      if (waiting.length > 0) report(`wechat: stopped with ${waiting.length} unkept`, null)
    },
  }
}
