import { describe, expect, test } from 'vitest'
import { aligned, median, percentile } from '../../src/cli/bench/figures.ts'
import { intakePairs } from '../../src/cli/bench/intake.ts'
import { latencyVerdicts } from '../../src/cli/bench/report.ts'
import { driverLoop, rival } from '../../src/cli/bench/rivals.ts'
import { sampleStreet } from '../../src/cli/bench/sample.ts'

describe('durable intake is compared with', () => {
  test.each([['whoever there is'], ['a bare loop of the driver']])(
    '%s, who writes as many rows a message into each table as we do',
    async (who) => {
      const { u } = await sampleStreet()
      const against = who === 'whoever there is' ? rival() : driverLoop
      const [pair] = await intakePairs({ pairs: 1, seconds: 1 }, against, u)
      expect(pair?.theirRows).toEqual(pair?.ourRows)
      expect(pair?.ourRows).toMatchObject({ inbox: 1, petition: 1, petition_event: 1, outbox: 2 })
      expect(pair?.theirs).toBeGreaterThan(0)
      expect(pair?.ratio).toBeGreaterThan(0)
    },
    120_000,
  )
})

test('answers that take longer the more was said before do not pass', () => {
  const taking = (p50: number) => ({ count: 50, p50, p95: p50, p99: p50 })
  const held = (alone: number, before: number, after: number) =>
    latencyVerdicts({
      ...{ oneByOne: taking(alone), afterFew: taking(before), afterMany: taking(after) },
      ...{ few: 10, many: 1_000 },
    })
  expect(held(45, 140, 250)).toMatchObject([{ held: true }, { held: true }])
  expect(held(45, 200, 480)).toMatchObject([
    { held: false, what: expect.stringContaining('×10.67') },
    { held: true },
  ])
  expect(held(45, 140, 420)).toMatchObject([{ held: true }, { held: false }])
  expect(held(45, 140, Number.NaN)).toMatchObject([{ held: false }, { held: false }])
})

test('figures: the middle, what 99 of 100 do not exceed, and columns of two languages', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
  expect(percentile([5, 1, 4, 2, 3], 50)).toBe(3)
  expect(percentile([1, 2, 3], 99)).toBe(3)
  expect(
    aligned([
      ['中文', '1'],
      ['ab', '10'],
    ]),
  ).toEqual(['中文   1', 'ab    10'])
})
