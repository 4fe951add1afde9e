import { emergencyIn } from '../domain/intake/emergency.ts'
import { withoutQuote } from '../domain/intake/quote.ts'
import type { Understanding } from '../domain/intake/understanding.ts'
import type { Petition } from '../domain/petition/petition.ts'
import { withoutWords } from '../domain/without-words.ts'
import { entriesFor } from './entries-for.ts'
import { learnFromReturns } from './learn-from-returns.ts'
import { lettersFor } from './letters.ts'
import { mayPerceive, perceive } from './perceive.ts'
import type { Desk, Entry, HeardMessage, Recorded } from './ports.ts'
import { raiseHotSpot } from './raise-hot-spots.ts'
import { type Response, receiveMessage, registrationsIn } from './receive-message.ts'
import { underWay } from './under-way.ts'
import { understand } from './understand.ts'

type Changed = Pick<Entry, 'petition' | 'events'>

const conversationsAtOnce = 50
const tries = 3

/**
 * A reader of the inbox. Each call deals with one message of each waiting conversation and answers how many were dealt
 * with; 0 when nothing waits or nothing could be done. What stands alone is written together; a message that several
 * things follow from, or that may repeat what another one of the round registers, is read again after the others and
 * written by itself. A message whose reading or writing fails three times is set aside with its fault, and its
 * conversation goes on. While a message is listened to, looked at or read a second time, only its conversation waits;
 * and not even that when danger to life waits in it: then the message is read with what is known of it by then.
 */
export function inboxReader(desk: Desk): () => Promise<number> {
  const faults = new Map<string, number>()
  const senses = underWay()
  const second = underWay()
  const alone: Desk = { ...desk, secondReader: null }

  return async () => {
    const waiting = await desk.inbox.waiting(conversationsAtOnce + senses.count() + second.count())
    const keys = new Set(waiting.map(keyOf))
    senses.forgetBut(keys)
    second.forgetBut(keys)
    if (waiting.length === 0) return comeAgain()
    const u = await understand(desk)
    const read = await Promise.all(
      waiting.map((heard) => careful(heard, () => answerOrWait(heard, u))),
    )
    const responses = read.filter((response) => response !== null)
    const together = standAlone(responses)
    const later = responses.filter((response) => !together.includes(response))
    const left = await writeTogether(together, u)
    let done = together.length - left.length
    for (const { heard } of [...left, ...later])
      if (await careful(heard, () => writeAlone(heard, u))) done += 1
    return done > 0 ? done : comeAgain()
  }

  /** Nothing could be done: 0, unless something is still under way, or came to its end meanwhile. */
  async function comeAgain(): Promise<number> {
    const busy = [senses, second].filter((one) => !one.isIdle())
    if (busy.length === 0) return senses.count() + second.count() > 0 ? 1 : 0
    await Promise.race(busy.map((one) => one.moment()))
    return 1
  }

  function isHeld(key: string): boolean {
    return senses.has(key) || second.has(key)
  }

  /** null: its turn comes again when what is found out about it is there. */
  async function answerOrWait(heard: HeardMessage, u: Understanding): Promise<Response | null> {
    const key = keyOf(heard)
    if (mayPerceive(heard, desk) && !senses.has(key) && !senses.isDone(key)) {
      const perceived = perceive(heard, desk).catch((fault) => {
        desk.report(`looking at message ${key}`, fault)
      })
      senses.add(key, perceived)
    }
    if (!isHeld(key)) {
      const response = await receiveMessage(heard, u, desk, second.isDone(key))
      if (!('stillReading' in response)) return response
      second.add(key, response.stillReading)
    }
    if (!(await holdsUpDanger(heard))) return null
    const response = await receiveMessage(heard, u, alone, true)
    return 'stillReading' in response ? null : response
  }

  async function holdsUpDanger(heard: HeardMessage): Promise<boolean> {
    const behind = await desk.inbox.behind(heard)
    return behind.some(({ text }) => emergencyIn(withoutQuote(text).own) !== null)
  }

  /** Writes responses in one go and answers those that must be read again. */
  async function writeTogether(responses: readonly Response[], u: Understanding) {
    try {
      const numbers = await numbersFor(responses)
      const entries = await Promise.all(
        responses.map((response) => entriesFor(response, numbers, u, desk)),
      )
      const written = await record(entries.flat())
      return responses.filter((_, i) => written[i] === 'stale')
    } catch (fault) {
      desk.report('messages written one by one', fault)
      return responses
    }
  }

  /** Reads a message and writes what follows, the message itself last; read again when somebody else was faster. */
  async function writeAlone(heard: HeardMessage, u: Understanding): Promise<true> {
    for (let tried = 0; tried < tries; tried += 1) {
      const asked = desk.secondReader && (await holdsUpDanger(heard)) ? alone : desk
      const response = await receiveMessage(heard, u, asked, true)
      if ('stillReading' in response) continue
      const entries = await entriesFor(response, await numbersFor([response]), u, desk)
      const last = entries.pop()
      const before = await record(entries)
      if (before.includes('stale') || !last) continue
      const [written] = await record([last])
      if (written !== 'stale') return true
    }
    throw new Error('the petition kept changing')
  }

  async function record(entries: readonly Entry[]): Promise<Recorded[]> {
    if (entries.length === 0) return []
    const written = await desk.petitions.record(entries, desk.clock())
    const fresh = entries
      .filter((_, i) => written[i] === 'recorded')
      .flatMap((entry): Changed[] => (entry.with ? [entry.with, entry] : [entry]))
    await raiseHotSpots(fresh)
    for (const { petition, events } of fresh)
      if (petition)
        await learnFromReturns(petition, events, desk).catch((fault) =>
          desk.report(`what ${petition.id} says of the catalogue`, fault),
        )
    return written
  }

  /** What is written is written: that this failed is only for the operator. */
  async function raiseHotSpots(entries: readonly Changed[]): Promise<void> {
    const newest = new Map<string, Petition>()
    for (const { petition, events } of entries)
      if (petition && events.some(({ kind }) => kind === 'registered' || kind === 'joined'))
        newest.set(`${petition.grid}/${petition.category}`, petition)
    for (const petition of newest.values())
      await raiseHotSpot(petition, desk).catch((fault) =>
        desk.report(`hot spots around ${petition.id}`, fault),
      )
  }

  async function numbersFor(responses: readonly Response[]): Promise<() => number> {
    const count = responses.reduce((sum, response) => sum + registrationsIn(response), 0)
    const numbers = count > 0 ? await desk.petitions.numbers(count) : []
    return () => {
      const number = numbers.shift()
      if (number === undefined) throw new Error('more registrations than numbers')
      return number
    }
  }

  async function careful<Made>(
    heard: HeardMessage,
    make: () => Promise<Made>,
  ): Promise<Made | null> {
    const key = keyOf(heard)
    try {
      const made = await make()
      faults.delete(key)
      return made
    } catch (fault) {
      await desk.inbox.waiting(1) // throws when the database is away: that is no fault of the message
      const count = (faults.get(key) ?? 0) + 1
      faults.set(key, count)
      desk.report(`reading message ${key}, try ${count}`, fault)
      if (count < tries) return null
      await setAside(heard, fault, desk)
      faults.delete(key)
      return null
    }
  }
}

const keyOf = ({ channel, id }: HeardMessage): string => `${channel}/${id}`

/** Those that one entry each follows from, and only the first of those that register the same kind of thing in a place. */
function standAlone(responses: readonly Response[]): Response[] {
  const registered = new Set<string>()
  return responses.filter(({ moves }) => {
    const [move] = moves
    if (moves.length !== 1 || !move) return false
    if (move.kind !== 'register') return true
    const { category, place } = move.matter
    const { name, building } = place.value
    const thing = `${category.value}/${name}/${building}`
    if (registered.has(thing)) return false
    registered.add(thing)
    return true
  })
}

/** Keeps a message that cannot be read for the operator; who wrote to us in private is asked to say it again. */
async function setAside(heard: HeardMessage, fault: unknown, desk: Desk): Promise<void> {
  if (heard.room === null) await askAgain(heard, desk)
  await desk.inbox.setAside(heard.id, heard.channel, withoutWords(fault).message)
}

async function askAgain(heard: HeardMessage, desk: Desk): Promise<void> {
  const { id: person } = await desk.people.meet(heard, null)
  const notice = {
    to: { kind: 'person', person },
    notice: { kind: 'unreadable' },
    haste: 'answer',
  } as const
  const cause = { kind: 'press', key: `unreadable/${heard.channel}/${heard.id}` } as const
  const letters = lettersFor([notice], await desk.rulebooks.current(), desk)
  await desk.petitions.record(
    [{ cause, outcome: 'setAside', petition: null, events: [], timers: [], letters }],
    desk.clock(),
  )
}
