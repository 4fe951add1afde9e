import { v7 } from 'uuid'
import type { ChannelName } from '../../src/domain/people/channel-name.ts'
import { ok, type Result } from '../../src/domain/result.ts'
import { letterCarrier } from '../../src/flows/deliver-letters.ts'
import type { Channel, ChannelHealth, Parcel, Undelivered } from '../../src/flows/ports/channels.ts'
import type { Desk, NewLetter } from '../../src/flows/ports.ts'
import { sayAll } from '../../src/texts/say.ts'
import { smallBook } from '../support/book.ts'
import { anEntry, at } from '../support/builders.ts'
import { emptyShelf } from '../support/memory/shelf.ts'
import { memory } from '../support/memory.ts'

export const nine = at('2026-03-02 09:00')

/** A channel that does as it is told, and a platform that remembers what was said there. */
export interface Puppet extends Channel {
  state: ChannelHealth['state']
  /** What comes of handing something over; absent: it is said. Saying it is up to the answer. */
  answer: ((parcel: Parcel) => Promise<Result<undefined, Undelivered>>) | null
  readonly said: { readonly to: Parcel['to']; readonly text: string; readonly at: Date }[]
  say(parcel: Parcel): void
  readonly asked: string[]
}

/** A street whose processes can die, with channels that can be blocked. */
export function streetWith(...names: ChannelName[]) {
  const shelf = emptyShelf()
  const clock = { now: nine }
  const reports: string[] = []
  const puppet = (name: ChannelName): Puppet => ({
    name,
    state: 'up',
    answer: null,
    said: [],
    asked: [],
    health() {
      return { state: this.state, since: nine, lastHeard: null, toDo: null }
    },
    say(parcel) {
      this.said.push({ to: parcel.to, text: sayAll(parcel.notices).text, at: clock.now })
    },
    async deliver(parcel) {
      if (this.answer) return this.answer(parcel)
      this.say(parcel)
      return ok(undefined)
    },
    async arrived(parcels, since) {
      this.asked.push(...parcels.map(({ id }) => id))
      const left = this.said.filter((one) => one.at >= since).map(({ text }) => text)
      return parcels.flatMap(({ id, notices }) => {
        const place = left.indexOf(sayAll(notices).text)
        if (place >= 0) left.splice(place, 1)
        return place >= 0 ? [id] : []
      })
    },
  })
  const channels: Partial<Record<ChannelName, Puppet>> = {}
  for (const name of names) channels[name] = puppet(name)
  const open = () => {
    const stores = memory({ shelf, book: smallBook })
    const desk = {
      ...{ ...stores, clock: () => clock.now, newId: v7 },
      report: (what: string) => void reports.push(what),
    } as unknown as Desk
    return { ...stores, desk, carrier: letterCarrier(desk) }
  }
  const first = open()
  return {
    ...{ clock, reports, channels, open, first },
    at: (seconds: number) => {
      clock.now = new Date(nine.getTime() + seconds * 1_000)
    },
    write: (...letters: NewLetter[]) =>
      first.petitions.record(
        [anEntry({ cause: { kind: 'press', key: v7() }, letters })],
        clock.now,
      ),
    /** Every second, or minute from the tenth on, until so many seconds after nine. */
    async carryUntil(seconds: number) {
      for (let ms = clock.now.getTime() - nine.getTime(); ms <= seconds * 1_000; ) {
        clock.now = new Date(nine.getTime() + ms)
        await first.carrier.carry(channels)
        ms += ms < 600_000 ? 1_000 : 60_000
      }
    },
    states: async () => (await first.outbox.letters({})).map(({ state }) => state),
  }
}
