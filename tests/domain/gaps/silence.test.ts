import { describe, expect, test } from 'vitest'
import { type SpokenHour, silentSince } from '../../../src/domain/gaps/silence.ts'
import { at } from '../../support/builders.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const start = at('2026-03-02 00:00').getTime() // a Monday
const moment = (days: number, hours: number) => new Date(start + days * dayMs + hours * hourMs)

/** Nine messages in each hour from eight to nine in the evening, for so many days and hours. */
function steady(days: number, hours: number): SpokenHour[] {
  return Array.from({ length: days * 24 + hours }, (_, i) => i)
    .filter((i) => i % 24 >= 8 && i % 24 < 21)
    .map((i) => ({
      hourAt: moment(0, i),
      messages: 9,
      lastAt: new Date(moment(0, i).getTime() + 50 * 60_000),
    }))
}

describe('a steady group', () => {
  test.each([
    ['at noon, last heard just now', 11, 12, false],
    ['silent for three hours', 11, 13.9, false],
    ['silent all day', 11, 20, true],
    ['that said nothing since last night, at noon', 0, 12, false],
    ['that said nothing since last night, in the evening', 0, 18, true],
  ])('%s', (_, heardUntil, now, isSilent) => {
    const hours = steady(21, heardUntil)
    const since = silentSince(hours, null, moment(21, now))
    expect(since !== null).toBe(isSilent)
    if (since) expect(since).toEqual(hours.at(-1)?.lastAt)
  })
  test('by night is not missed', () => {
    expect(silentSince(steady(21, 21), null, moment(22, 7))).toBeNull()
  })
  test('is not missed for the time in which we were deaf', () => {
    expect(silentSince(steady(21, 11), moment(21, 18), moment(21, 20))).toBeNull()
  })
  test('of which we know no week, or that says little, is never missed', () => {
    expect(silentSince(steady(6, 11), null, moment(9, 0))).toBeNull()
    const quiet = steady(21, 11).filter((_, i) => i % 20 === 0)
    expect(silentSince(quiet, null, moment(25, 0))).toBeNull()
    expect(silentSince([], null, moment(1, 0))).toBeNull()
  })
})

/** Mulberry32. */
function dice(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * A group that talks in bursts: talks begin at the rate of the hour of the day, have six messages on average, slack days
 * differ from lively ones by a factor of two either way, and in the week of a holiday a third as much is said.
 */
function talks(weeks: number, perDay: number, seed: number): number[] {
  const random = dice(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const shape = (hour: number): number =>
    hour < 6 ? 0.05 : hour < 8 ? 0.7 : hour < 12 ? 1.5 : hour < 18 ? 1.2 : hour < 22 ? 2 : 0.4
  const whole = Array.from({ length: 24 }, (_, hour) => shape(hour)).reduce((a, b) => a + b, 0)
  const said: number[] = []
  for (let day = 0; day < weeks * 7; day++) {
    const mood = 2 ** normal() * (Math.floor(day / 7) === 4 ? 1 / 3 : 1) * (day % 7 > 4 ? 1.3 : 1)
    for (let hour = 0; hour < 24; hour++) {
      const begun = ((perDay / 6) * mood * shape(hour)) / whole
      for (let left = begun - Math.log(1 / (1 - random())); left > 0; ) {
        let when = start + day * dayMs + (hour + random()) * hourMs
        do {
          said.push(when)
          when += 90_000 * random() * 2
        } while (random() > 1 / 6)
        left -= Math.log(1 / (1 - random()))
      }
    }
  }
  return said.sort((a, b) => a - b)
}

/** The silences of a group that would be warned of: looked for at the end of each pause of two hours or more. */
function warnings(said: readonly number[]): Date[] {
  const hours = new Map<number, SpokenHour>()
  const found: Date[] = []
  let before = start
  for (const one of said) {
    if (one - before > 2 * hourMs) {
      const since = silentSince(last28Days(hours, one), null, new Date(one))
      if (since) found.push(since)
    }
    note(one, hours)
    before = one
  }
  return found
}

function note(one: number, hours: Map<number, SpokenHour>) {
  const hour = Math.floor(one / hourMs) * hourMs
  const messages = (hours.get(hour)?.messages ?? 0) + 1
  hours.set(hour, { hourAt: new Date(hour), messages, lastAt: new Date(one) })
}

const last28Days = (hours: ReadonlyMap<number, SpokenHour>, now: number) =>
  [...hours.values()].filter(({ hourAt }) => hourAt.getTime() > now - 28 * dayMs)

/** Hours until a group is missed whose words reach us no more from a Thursday at ten on. */
function missedAfter(perDay: number, seed: number): number {
  const cut = moment(31, 10).getTime()
  const hours = new Map<number, SpokenHour>()
  for (const one of talks(6, perDay, seed)) if (one < cut) note(one, hours)
  const known = last28Days(hours, cut)
  for (let after = 0; after < 240; after++)
    if (silentSince(known, null, new Date(cut + after * hourMs))) return after
  return Number.POSITIVE_INFINITY
}

test('ten groups in fifty simulated weeks: less than one false warning a week', () => {
  const weeks = 10
  const rates = [15, 20, 30, 40, 60, 80, 120, 160, 240, 400]
  const falsely = [0, 1, 2, 3, 4].flatMap((run) =>
    rates.flatMap((perDay, i) => warnings(talks(weeks, perDay, run * 100 + i))),
  )
  expect(falsely.length / (5 * (weeks - 1))).toBeLessThan(1) // the first week is only learnt from
})

test.each([
  [400, 10],
  [160, 14],
  [80, 30],
  [40, 42],
])('a group of %i messages a day is missed within %i hours, mostly', (perDay, within) => {
  const waits = [1, 2, 3, 4, 5, 6, 7].map((seed) => missedAfter(perDay, seed))
  expect(waits.sort((a, b) => a - b)[3]).toBeLessThanOrEqual(within)
})
