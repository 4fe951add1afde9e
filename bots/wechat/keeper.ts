import { withoutWords } from '../../src/domain/without-words.ts'
import { type Clock, conversationOf, type HeardMessage, type Inbox } from '../../src/flows/ports.ts'
import { pause } from './pause.ts'

/** Writes messages down in the order it gets them, many at a time, and never lets one go unwritten. */
export interface Keeper {
  keep(message: HeardMessage): void
  /** Messages that came and are not written down yet. */
  waiting(): number
  /** How many tries in a row have failed. */
  failures(): number
  /** Comes back when all that came so far is written down or put aside. */
  settled(): Promise<void>
  /** Tries for another `graceMs` to write down what waits. */
  stop(graceMs: number): Promise<void>
}

const atOnce = 50
const gatherMs = 5
const firstWaitMs = 100
const longestWaitMs = 10_000
/** After so many failures in a row the oldest message is tried alone: one that cannot be written must not hold up all. */
const patience = 3
/** So often what was put aside is tried again. */
const asideMs = 10_000

export function keeperOf(
  inbox: Pick<Inbox, 'keep'>,
  clock: Clock,
  report: (what: string, fault: unknown) => void,
  /** Up to when everything is kept once all that waits is; null while that is not known. */
  upTo: () => Date | null = () => null,
  complete: (moment: Date) => void = () => {},
): Keeper {
  const waiting: HeardMessage[] = []
  const aside = new Set<HeardMessage>()
  let failures = 0
  let stopAt = Number.POSITIVE_INFINITY
  let work: Promise<void> | undefined

  const write = async (messages: readonly HeardMessage[]) => {
    const until = messages.length === waiting.length ? upTo() : null
    await inbox.keep(messages, clock(), until)
    if (until) complete(until)
    const written = new Set(messages)
    waiting.splice(0, waiting.length, ...waiting.filter((message) => !written.has(message)))
  }
  /** Puts the oldest aside when it cannot be written while a message of another chat can. */
  const lookPast = async (oldest: HeardMessage) => {
    const other = waiting.find((message) => conversationOf(message) !== conversationOf(oldest))
    if (!other) throw new Error('nothing to compare with')
    await write([other])
    await write([oldest]).catch(() => {
      waiting.splice(waiting.indexOf(oldest), 1)
      aside.add(oldest)
      report('wechat: a message cannot be kept', null)
      retryAside()
    })
  }
  const round = async () => {
    const [oldest] = waiting
    if (!oldest) return
    try {
      if (failures < patience) await write(waiting.slice(0, atOnce))
      else await write([oldest]).catch(() => lookPast(oldest))
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
  const tryAside = async () => {
    for (const message of aside) {
      await inbox.keep([message], clock()).then(
        () => aside.delete(message),
        () => {},
      )
    }
    if (aside.size > 0) retryAside()
  }
  const retryAside = () => {
    if (leftMs() > 0) setTimeout(() => void tryAside(), asideMs).unref()
  }
  return {
    keep(message) {
      waiting.push(message)
      work ??= run()
    },
    waiting: () => waiting.length + aside.size,
    failures: () => failures,
    settled: async () => work,
    async stop(graceMs) {
      stopAt = performance.now() + graceMs
      await work
      await tryAside()
      const left = waiting.length + aside.size
      if (left > 0) report(`wechat: stopped with ${left} unkept`, null)
    },
  }
}
