import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { letterId, personId } from '../../src/domain/ids.ts'
import type { Notice } from '../../src/domain/notices/notice.ts'
import { no, ok } from '../../src/domain/result.ts'
import { letterCarrier } from '../../src/flows/deliver-letters.ts'
import { idsOf } from '../../src/flows/parcels.ts'
import type { Channel, Parcel } from '../../src/flows/ports/channels.ts'
import type { Desk, Letter, NewLetter } from '../../src/flows/ports.ts'
import { sayAll } from '../../src/texts/say.ts'
import { smallBook } from '../support/book.ts'
import { aLetter, anEntry, at } from '../support/builders.ts'
import { isUp } from '../support/is-up.ts'
import { emptyShelf } from '../support/memory/shelf.ts'
import { memory } from '../support/memory.ts'

const nine = at('2026-03-02 09:00')
const later = (ms: number) => new Date(nine.getTime() + ms)
const toChen = { kind: 'person', channel: 'wechat', account: 'wx-S001' } as const
const chen = { kind: 'person', person: personId('S001') } as const

/** A street whose process can die, and a platform that remembers all that was said on it. */
function street() {
  const shelf = emptyShelf()
  const said: { readonly text: string; readonly at: Date }[] = []
  const clock = { now: nine }
  const start = () => {
    const stores = memory({ shelf, book: smallBook })
    const desk = {
      ...{ ...stores, clock: () => clock.now, newId: v7, report: () => {} },
    } as unknown as Desk
    return { ...stores, desk }
  }
  const channel: Channel = {
    name: 'wechat',
    health: isUp,
    async deliver({ notices }) {
      said.push({ text: sayAll(notices).text, at: clock.now })
      return ok(undefined)
    },
    /** As a real one: each message that was said since stands for one parcel of its words. */
    async arrived(parcels, since) {
      const left = said.filter((one) => one.at >= since).map(({ text }) => text)
      return parcels.flatMap(({ id, notices }: Parcel) => {
        const place = left.indexOf(sayAll(notices).text)
        if (place >= 0) left.splice(place, 1)
        return place >= 0 ? [id] : []
      })
    },
  }
  const written = async (letters: readonly NewLetter[]) => {
    const { petitions } = start()
    await petitions.record([anEntry({ cause: { kind: 'press', key: v7() }, letters })], clock.now)
  }
  const states = async () => (await start().outbox.letters({})).map(({ state }) => state)
  return { start, channel, said, clock, written, states }
}

const saying = (id: string, notice: Notice = { kind: 'help' }, but: Partial<NewLetter> = {}) =>
  aLetter(id, { to: chen, notice, ...but })

describe('letters under way when we died', () => {
  test('that did not arrive go again at once, not only when their lease ends', async () => {
    const { start, channel, said, written } = street()
    await written([saying('l1')])
    const dead = start()
    await dead.outbox.take(10, nine)
    await dead.close()

    const { desk } = start()
    await letterCarrier(desk).carry({ wechat: channel })
    expect(said).toHaveLength(1)
  })

  test('that arrived are not said again, however long we were down', async () => {
    const { start, channel, said, clock, written, states } = street()
    await written([saying('l1')])
    const dead = start()
    const taken = await dead.outbox.take(10, nine)
    await dead.outbox.setOut(idsOf(taken), toChen, nine)
    await channel.deliver(parcelOf(taken[0]))
    await dead.close()

    clock.now = later(10 * 3_600_000)
    const { desk } = start()
    await letterCarrier(desk).carry({ wechat: channel })
    expect(said).toHaveLength(1)
    expect(await states()).toEqual(['sent'])
  })

  test('are not taken for an earlier one in the same words', async () => {
    const { start, channel, said, written, states } = street()
    await written([saying('l1'), saying('l2')])
    const dead = start()
    const taken = await dead.outbox.take(10, nine)
    for (const { id } of taken) await dead.outbox.setOut([id], toChen, nine)
    await channel.deliver(parcelOf(taken[0]))
    await dead.outbox.sent([letterId('l1')], nine)
    await dead.close()

    const { desk } = start()
    await letterCarrier(desk).carry({ wechat: channel })
    expect(said).toHaveLength(2)
    expect(await states()).toEqual(['sent', 'sent'])
  })
})

test('a process that lives on settles what another one had in hand when it died', async () => {
  const { start, channel, said, clock, written, states } = street()
  const { desk } = start()
  const { carry } = letterCarrier(desk)
  await carry({ wechat: channel })
  await written([saying('l1')])
  const dead = start()
  const taken = await dead.outbox.take(10, nine)
  await dead.outbox.setOut(idsOf(taken), toChen, nine)
  await channel.deliver(parcelOf(taken[0]))
  await dead.close()

  for (let seconds = 0; seconds <= 120; seconds += 10) {
    clock.now = later(seconds * 1_000)
    await carry({ wechat: channel })
  }
  expect(said).toHaveLength(1)
  expect(await states()).toEqual(['sent'])
})

describe('letters that went out while the database was away', () => {
  test('are written down as sent when it is back, and not said again', async () => {
    const { start, channel, said, clock, written, states } = street()
    await written([saying('l1')])
    const { desk, outbox } = start()
    let away = true
    const sent: typeof outbox.sent = async (letters, now) => {
      if (away) throw new Error('the database is away')
      await outbox.sent(letters, now)
    }
    const { carry } = letterCarrier({ ...desk, outbox: { ...outbox, sent } })
    await expect(carry({ wechat: channel })).rejects.toThrow('away')
    away = false
    clock.now = later(5 * 60_000)
    await carry({ wechat: channel })
    expect(said).toHaveLength(1)
    expect(await states()).toEqual(['sent'])
  })
})

test('a letter that fails is tried again after pauses that double, then given up visibly', async () => {
  const { start, channel, clock, written, states } = street()
  await written([saying('l1')])
  const { desk } = start()
  const reports: string[] = []
  const tries: number[] = []
  const refusing: Channel = {
    ...channel,
    async deliver() {
      tries.push(clock.now.getTime() - nine.getTime())
      return no({ kind: 'later', why: 'link down' })
    },
  }
  const { carry } = letterCarrier({ ...desk, report: (what) => void reports.push(what) })
  const days = 24 * 3_600_000
  for (let ms = 0; ms < 4 * days; ms += ms < 60_000 ? 1_000 : 60_000) {
    clock.now = later(ms)
    await carry({ wechat: refusing })
  }
  expect(tries.slice(0, 5)).toEqual([0, 2_000, 6_000, 14_000, 30_000])
  expect(tries.at(-1)).toBeGreaterThan(2.5 * days)
  expect(await states()).toEqual(['given_up'])
  expect(reports).toEqual(['letter l1 given up'])
})

const parcelOf = (letter: Letter | undefined): Parcel => {
  if (!letter) throw new Error('no letter was given out')
  return { id: letter.id, to: toChen, notices: [letter.notice] }
}
