import type { Understanding } from '../domain/intake/understanding.ts'
import { lettersFor } from './letters.ts'
import type { Desk, Entry, HeardMessage } from './ports.ts'
import { entriesFor, type Response, receiveMessage, registrationsIn } from './receive-message.ts'
import { understand } from './understand.ts'

const conversationsAtOnce = 50
const tries = 3

/**
 * A reader of the inbox. Each call deals with one message of each waiting conversation, in the order in which they came,
 * written together, and answers how many were dealt with; 0 when nothing waits or nothing could be done. A message whose
 * reading fails three times is set aside with its fault, and its conversation goes on.
 */
export function inboxReader(desk: Desk): () => Promise<number> {
  const faults = new Map<string, number>()

  return async () => {
    const waiting = await desk.inbox.waiting(conversationsAtOnce)
    if (waiting.length === 0) return 0
    const u = await understand(desk)
    const responses = await Promise.all(
      waiting.map((heard) => careful(heard, () => receiveMessage(heard, u, desk))),
    )
    return settle(
      responses.filter((response) => response !== null),
      u,
    )
  }

  /** Writes responses down, and reads again once what a simultaneous change made stale; the rest waits its turn. */
  async function settle(
    responses: readonly Response[],
    u: Understanding,
    again = true,
  ): Promise<number> {
    const count = responses.reduce((sum, response) => sum + registrationsIn(response), 0)
    const numbers = count > 0 ? await desk.petitions.numbers(count) : []
    const next = () => {
      const number = numbers.shift()
      if (number === undefined) throw new Error('more registrations than numbers')
      return number
    }
    const entries: { readonly entry: Entry; readonly heard: HeardMessage }[] = []
    for (const response of responses) {
      const { heard } = response
      const made = await careful(heard, () => entriesFor(response, next, u, desk))
      for (const entry of made ?? []) entries.push({ entry, heard })
    }
    const written = await desk.petitions.record(
      entries.map(({ entry }) => entry),
      desk.clock(),
    )
    const stale = new Set(
      entries.flatMap(({ heard }, i) => (written[i] === 'stale' ? [heard] : [])),
    )
    const done = new Set(entries.map(({ heard }) => heard)).size - stale.size
    if (!again || stale.size === 0) return done
    let later = 0
    for (const heard of stale) {
      const response = await careful(heard, () => receiveMessage(heard, u, desk))
      if (response) later += await settle([response], u, false)
    }
    return done + later
  }

  async function careful<Made>(
    heard: HeardMessage,
    make: () => Promise<Made>,
  ): Promise<Made | null> {
    const key = `${heard.channel}/${heard.id}`
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

/** Keeps a message that cannot be read for the operator; who wrote to us in private is told, and asked to say it again. */
async function setAside(heard: HeardMessage, fault: unknown, desk: Desk): Promise<void> {
  const why = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
  await desk.inbox.setAside(heard.id, heard.channel, why)
  if (heard.room !== null) return
  const { id } = await desk.people.meet(heard, null)
  const to = { kind: 'person', person: id } as const
  const letters = lettersFor(
    [{ to, notice: { kind: 'unreadable' }, haste: 'answer' }],
    await desk.rulebooks.current(),
    desk,
  )
  const cause = { kind: 'press', key: `unreadable/${heard.channel}/${heard.id}` } as const
  await desk.petitions.record(
    [{ cause, outcome: 'setAside', petition: null, events: [], timers: [], letters }],
    desk.clock(),
  )
}
