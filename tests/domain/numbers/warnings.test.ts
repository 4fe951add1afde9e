import { describe, expect, test } from 'vitest'
import { categoryCode, petitionId, unitCode } from '../../../src/domain/ids.ts'
import { pastWeeks, threshold, warnings } from '../../../src/domain/numbers/warnings.ts'
import type { Petition } from '../../../src/domain/petition/petition.ts'
import { aBook, aPetition, at } from '../../support/builders.ts'

const weekMs = 7 * 24 * 3_600_000
const end = at('2026-06-01 00:00')

/** `counts[0]` petitions in the week before `end`, `counts[1]` in the one before, and so on. */
const weeks = (counts: readonly number[], but: Partial<Petition> = {}, from = 0): Petition[] =>
  counts.flatMap((count, week) =>
    Array.from({ length: count }, (_, i) =>
      aPetition('handling', {
        id: petitionId(`p-${from}-${week}-${i}`),
        number: from + week * 100 + i,
        registeredAt: new Date(end.getTime() - (week + (i + 1) / (count + 1)) * weekMs),
        ...(but as object),
      }),
    ),
  )
const found = (petitions: readonly Petition[]) =>
  warnings(petitions, end, aBook()).map(({ unit, trade, numbers, usual }) => ({
    ...{ unit, trade, count: numbers.length, usual },
  }))

test('what grows against its own past is told once, of the smallest place where most of it is', () => {
  expect(found(weeks([9, 1, 0, 1, 2, 1, 0, 1, 1]))).toEqual([
    { unit: 'QS-XF-02', trade: '0101', count: 9, usual: 1 },
  ])
})

test('what comes from everywhere is told of the community', () => {
  const other = { grid: unitCode('QS-XF-01') }
  const petitions = [
    ...weeks([4, 1, 1, 1, 1, 1, 1, 1, 1]),
    ...weeks([4, 1, 1, 1, 1, 1, 1, 1, 1], other, 5000),
  ]
  expect(found(petitions).map(({ unit, count }) => [unit, count])).toContainEqual(['QS-XF', 8])
})

test('a place that always hears much of it is not warned of', () => {
  expect(found(weeks([9, 8, 10, 7, 9, 9, 8, 11, 9]))).toEqual([])
})

test('one bad week in the past hides nothing', () => {
  expect(found(weeks([12, 1, 1, 30, 2, 1, 0, 1, 2]))).toHaveLength(1)
})

test('nothing is said before there are four weeks of past, of praise, of what is confidential or was taken back', () => {
  const burst = [12, 1, 0, 1, 1, 1, 1, 1, 1]
  expect(found(weeks(burst))).toHaveLength(1)
  expect(found(weeks([12, 1, 1]))).toEqual([])
  expect(found(weeks(burst, { kind: 'praise' }))).toEqual([])
  expect(found(weeks(burst, { confidential: true }))).toEqual([])
  expect(found(weeks(burst, { status: 'withdrawn' } as Partial<Petition>))).toEqual([])
  expect(found(weeks(burst, { category: categoryCode('0402') }))).toHaveLength(1)
})

describe('on simulated weeks', () => {
  const random = generator(20260301)
  const poisson = (mean: number) => {
    let count = 0
    for (let left = Math.exp(-mean), chance = random(); chance > left; chance *= random())
      count += 1
    return count
  }
  const share = (mean: number, now: number, runs = 4_000) => {
    let alarms = 0
    for (let run = 0; run < runs; run += 1) {
      const past = Array.from({ length: pastWeeks }, () => poisson(mean))
      if (poisson(now) >= threshold(past)) alarms += 1
    }
    return alarms / runs
  }

  test.each([0.2, 0.5, 1, 2, 5, 10, 20])('%d a week, steady: hardly ever an alarm', (mean) => {
    expect(share(mean, mean)).toBeLessThan(0.03)
  })

  test.each([
    [1, 8],
    [2, 10],
    [5, 20],
    [20, 50],
  ])('from %d a week to %d: mostly an alarm', (mean, now) => {
    expect(share(mean, now)).toBeGreaterThan(0.8)
  })
})

/** The same numbers in every run (mulberry32). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
