import { afterQuietHours } from '../domain/deadlines/quiet-hours.ts'
import type { LetterId } from '../domain/ids.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import { withoutWords } from '../domain/without-words.ts'
import { type Carried, carry, isUrgent, patienceFor } from './fail-over.ts'
import { withoutOvertaken } from './overtaken-news.ts'
import { type Bundle, byReader, idsOf } from './parcels.ts'
import { roundsOf } from './ping-rounds.ts'
import type { Channels } from './ports/channels.ts'
import type { Desk, Letter } from './ports.ts'
import { recoverUnsure, settleDoubts } from './settle-letters.ts'
import { wantPrivately } from './want-privately.ts'
import { waysTo } from './ways-to.ts'

const lettersAtOnce = 50
const firstPauseMs = 2_000
const longestPauseMs = 60_000
/** Tries at one a minute in the waking hours of three days: what could not go out for so long says nothing new. */
const mostAttempts = 3 * 14 * 60
/** From this delay on even an answer is news, and waits for the morning. */
const staleMs = 15 * 60_000
/** Sooner than the lease of a letter ends, which then would go out again unasked. */
const recoverEveryMs = 20_000
/** For so long a stop waits for what is under way: operators wait for us. */
const drainMs = 10_000

/** So long those who are carried wait for the slowest among them: a channel that takes its time holds up no other. */
const togetherMs = 1_000
/** So many letters may be under way behind that. */
const mostUnderWay = 200

/** Who carries letters. */
export interface LetterCarrier {
  /**
   * Carries those that are due, each reader's in order, all readers at once; answers how many it dealt with. What takes
   * longer than a second goes on behind it.
   */
  carry(channels: Channels): Promise<number>
  /** Comes back when nothing is under way. */
  settled(): Promise<void>
  /** Begins nothing more and lets `carry` end with what is under way, after ten seconds also without. */
  stop(): void
}

/**
 * A carrier of letters. What fails waits twice as long each time, up to a minute, and after some three days is given up,
 * visibly: a link that is down for hours, or a platform that wants silence, costs no letter. What went out while the database was
 * away is remembered, and written down as sent when it is back; what was under way when a process died is settled first.
 */
export function letterCarrier(desk: Desk): LetterCarrier {
  const said = new Map<LetterId, string | undefined>()
  /** One after another: overlapping writes of the same letters would wait for each other in a circle. */
  let marking: Promise<void> = Promise.resolve()
  const markSaid = () => {
    const mark = async () => {
      const ids = [...said.keys()]
      const as = new Map([...said].flatMap(([id, of]) => (of === undefined ? [] : [[id, of]])))
      if (ids.length > 0) await desk.outbox.sent(ids, desk.clock(), as)
      for (const id of ids) said.delete(id)
    }
    const marked = marking.then(mark, mark)
    marking = marked.catch(() => {})
    return marked
  }
  const sent = async (ids: readonly LetterId[], message?: string) => {
    for (const id of ids) said.set(id, message)
    await markSaid()
  }
  /** In our hands when something failed, the database above all. */
  const fallen = new Set<LetterId>()
  let recoveredAt = Number.NEGATIVE_INFINITY
  const stopping = new AbortController()
  const drained = new Promise<void>((end) => {
    stopping.signal.addEventListener('abort', () => setTimeout(end, drainMs).unref())
  })
  const underWay = new Set<Promise<void>>()
  /** Whose turn came late, the outbox gives out again: they are not begun twice. */
  const inHand = new Set<LetterId>()
  const hold = (id: LetterId, ours: Set<LetterId>) => {
    ours.add(id)
    inHand.add(id)
  }
  const deliver = async (taken: readonly Letter[], channels: Channels, ours: Set<LetterId>) => {
    const book = await desk.rulebooks.current()
    const { toSend, unasked } = await settleDoubts(taken, channels, desk, sent)
    const awake = await withoutOvertaken(await putOffLate(toSend, book, desk), book, desk)
    const hands = { channels, book, desk, sent, unasked, stopping: stopping.signal }
    const rounds = await roundsOf(awake, book, desk)
    for (const id of idsOf(rounds.flat(2))) hold(id, ours) // others may go along
    const done = Promise.allSettled(rounds.map((theirs) => inOrder(theirs, hands)))
    const ended = await Promise.race([done, drained])
    const failed = ended?.find(({ status }) => status === 'rejected')
    if (failed?.status === 'rejected') throw failed.reason
  }
  /** Throws what failed within `togetherMs`; reports what fails later. */
  const begin = async (taken: readonly Letter[], channels: Channels) => {
    let isBehind = false
    const ours = new Set<LetterId>()
    for (const id of idsOf(taken)) hold(id, ours)
    const delivered = deliver(taken, channels, ours).catch((fault) => {
      for (const id of ours) fallen.add(id)
      if (!isBehind) throw fault
      desk.report('deliver failed', withoutWords(fault))
    })
    const ended = delivered
      .catch(() => {})
      .finally(() => {
        for (const id of ours) inHand.delete(id)
        underWay.delete(ended)
      })
    underWay.add(ended)
    let timer: NodeJS.Timeout | undefined
    const behind = new Promise<void>((goOn) => {
      timer = setTimeout(() => {
        isBehind = true
        goOn()
      }, togetherMs)
    })
    await Promise.race([delivered, behind]).finally(() => clearTimeout(timer))
  }
  return {
    async carry(channels) {
      while (inHand.size > mostUnderWay) await Promise.race(underWay)
      if (stopping.signal.aborted) return 0
      await markSaid()
      const now = desk.clock().getTime()
      if (fallen.size > 0 || now - recoveredAt >= recoverEveryMs) {
        await recoverUnsure([...fallen], desk)
        fallen.clear()
        recoveredAt = now
      }
      const taken = await desk.outbox.take(lettersAtOnce, desk.clock())
      if (taken.length === 0) return 0
      await begin(
        taken.filter(({ id }) => !inHand.has(id)),
        channels,
      )
      return taken.length
    },
    async settled() {
      await Promise.all(underWay)
    },
    stop: () => stopping.abort(),
  }
}

/**
 * After hours in which nothing could go out, nobody is woken by what can wait: readers of such letters get theirs in the
 * morning, in order, unless danger is among them. Answers the letters that may go now.
 */
async function putOffLate(
  letters: readonly Letter[],
  { policies }: Rulebook,
  desk: Desk,
): Promise<readonly Letter[]> {
  const now = desk.clock()
  const morning = afterQuietHours(now, policies.quietHours)
  if (morning <= now) return letters
  const isLate = ({ sendAt }: Letter) => now.getTime() - sendAt.getTime() > staleMs
  const asleep = byReader(letters).filter(
    (theirs) => theirs.some(isLate) && !theirs.some(({ notice }) => isUrgent(notice)),
  )
  const ids = asleep.flatMap(idsOf)
  if (ids.length > 0) await desk.outbox.postpone(ids, morning)
  return letters.filter(({ id }) => !ids.includes(id))
}

interface Hands {
  readonly channels: Channels
  readonly book: Rulebook
  readonly desk: Desk
  readonly sent: (ids: readonly LetterId[], message?: string) => Promise<void>
  readonly unasked: ReadonlySet<LetterId>
  readonly stopping: AbortSignal
}

/** One reader's letters, until one of them must wait. */
async function inOrder(round: readonly Bundle[], hands: Hands): Promise<void> {
  const { channels, book, desk, sent, unasked, stopping } = hands
  const patience = patienceFor(round.flat())
  const waiting = [...round]
  for (let bundle = waiting.shift(); bundle; bundle = waiting.shift()) {
    const ids = idsOf(bundle)
    if (stopping.aborted)
      return desk.outbox.retry([...ids, ...idsOf(waiting.flat())], desk.clock(), 'we stopped')
    const [first] = bundle
    const ways = await waysTo(first.to, book, desk)
    const carried = await carry(bundle, ways, patience, channels, unasked, desk)
    if (carried.kind === 'sent') {
      await sent(ids, carried.message)
      continue
    }
    if (carried.kind === 'lost') return
    const attempts = Math.max(...bundle.map((letter) => letter.attempts)) + 1
    if (carried.kind === 'never' || attempts >= mostAttempts) {
      desk.report(`letter ${first.id} given up`, carried.why)
      await desk.outbox.giveUp(ids, carried.why)
      if (ways.length > 0 && first.to.kind === 'person')
        await wantPrivately(first.to.person, channels, book, desk)
      continue
    }
    const at = nextTry(attempts, carried, desk)
    await desk.outbox.retry([...ids, ...idsOf(waiting.flat())], at, carried.why)
    return
  }
}

/** After a pause that doubles, sooner when another way opens before. */
function nextTry(attempts: number, { opensAt }: Extract<Carried, { kind: 'later' }>, desk: Desk) {
  const now = desk.clock().getTime()
  const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** (attempts - 1))
  const opensMs = opensAt && opensAt.getTime() > now ? opensAt.getTime() : Number.POSITIVE_INFINITY
  return new Date(Math.min(now + pauseMs, opensMs))
}
