import { type Envelope, envelopeOf } from './envelopes.ts'
import type { InboundFaults } from './fault-types.ts'
import type { Transport } from './push.ts'
import { newId, type World } from './world.ts'

/** After each failed delivery: 15 s, 5 min, 1 h, 6 h; then it is given up. */
const gaps = [15_000, 300_000, 3_600_000, 21_600_000]

interface Pending {
  readonly envelope: Envelope
  readonly lane: string
  readonly at: number
  readonly tries: number
  readonly lastAt: number
  readonly done: boolean
}

/** Delivers events until they are answered with 200, redelivering under the same event id. */
export interface Events {
  /** `lane`: the chat it is of. */
  emit(type: string, lane: string, event: object): void
  advance(ms: number): Promise<void>
  settled(): Promise<void>
  /** Delivers what is due by now. */
  due(): Promise<void>
  pending(): readonly string[]
}

/**
 * To a webhook the events of one chat go one after the other; over the long connection without waiting. No order is
 * promised by the platform; `faults.outOfOrder` breaks it on purpose.
 */
export function openEvents(
  world: World,
  transport: Transport,
  mode: 'socket' | 'webhook',
  faults: InboundFaults,
): Events {
  const kept = world.shelves.shelf<Pending>('events')
  const underWay = new Map<string, Promise<void>>()
  const lanes = new Map<string, Promise<void>>()
  let held: { id: string; timer: NodeJS.Timeout } | undefined

  const deliver = async (id: string) => {
    const before = kept.get(id)
    if (!before || before.done) return
    const { envelope } = before
    const replies = [transport.send(envelope)]
    if (faults.duplicate) replies.push(transport.send(envelope))
    if (faults.newEventId && envelope.header.event_type === 'im.message.receive_v1') {
      const header = { ...envelope.header, event_id: newId('') }
      replies.push(transport.send({ ...envelope, header }))
    }
    const taken = (await Promise.all(replies)).some(({ code }) => code === 200)
    kept.put(id, { ...before, tries: before.tries + 1, lastAt: world.now(), done: taken })
  }
  const start = (id: string): Promise<void> => {
    const lane = kept.get(id)?.lane ?? ''
    const before = mode === 'webhook' ? lanes.get(lane) : undefined
    const run = (before ? before.then(() => deliver(id)) : deliver(id)).finally(() => {
      if (underWay.get(id) === run) underWay.delete(id)
      if (lanes.get(lane) === run) lanes.delete(lane)
    })
    underWay.set(id, run)
    lanes.set(lane, run)
    return run
  }
  const release = () => {
    if (!held) return
    clearTimeout(held.timer)
    start(held.id)
    held = undefined
  }
  const dueAt = ({ at, tries, lastAt }: Pending) =>
    tries === 0 ? at : lastAt + (gaps[tries - 1] ?? 0)
  const waiting = () =>
    kept
      .all()
      .filter(({ done, tries, envelope }) => {
        const id = envelope.header.event_id
        return !done && tries <= gaps.length && !underWay.has(id) && held?.id !== id
      })
      .sort((a, b) => dueAt(a) - dueAt(b))

  const events: Events = {
    emit(type, lane, event) {
      const envelope = envelopeOf(type, event, world)
      const id = envelope.header.event_id
      kept.put(id, { envelope, lane, at: world.now(), tries: 0, lastAt: 0, done: false })
      if (held) {
        start(id)
        release()
      } else if (faults.outOfOrder) held = { id, timer: setTimeout(release, 200) }
      else start(id)
    },
    async settled() {
      release()
      while (underWay.size > 0) await Promise.all(underWay.values())
    },
    async due() {
      const now = world.now()
      await Promise.all(waiting().flatMap((one) => (dueAt(one) <= now ? [start(idOf(one))] : [])))
    },
    async advance(ms) {
      const target = world.now() + ms
      for (;;) {
        await events.settled()
        const next = waiting()[0]
        if (!next || dueAt(next) > target) break
        world.advanceTo(dueAt(next))
        start(idOf(next))
      }
      world.advanceTo(target)
    },
    pending: () =>
      kept.all().flatMap((one) => (!one.done && one.tries <= gaps.length ? [idOf(one)] : [])),
  }
  return events
}

const idOf = ({ envelope }: Pending) => envelope.header.event_id
