import { expect, test } from 'vitest'
import {
  before,
  lastEnded,
  type PeriodKind,
  periodKinds,
  periodNamed,
  periodOf,
} from '../../../src/domain/numbers/period.ts'
import { at } from '../../support/builders.ts'

test.each<[PeriodKind, string, string, string, string]>([
  ['day', '2026-02-28', '2026-02-28 00:00', '2026-03-01 00:00', 'the last of a short month'],
  ['week', '2026-W12', '2026-03-16 00:00', '2026-03-23 00:00', 'Monday to Sunday'],
  ['week', '2026-W01', '2025-12-29 00:00', '2026-01-05 00:00', 'begins in the old year'],
  ['week', '2026-W53', '2026-12-28 00:00', '2027-01-04 00:00', 'a year of 53 weeks'],
  ['half', '2026-03-1', '2026-03-01 00:00', '2026-03-16 00:00', 'to the 15th'],
  ['half', '2028-02-2', '2028-02-16 00:00', '2028-03-01 00:00', 'to the end of a leap February'],
  ['month', '2026-12', '2026-12-01 00:00', '2027-01-01 00:00', 'to the end of the year'],
  ['quarter', '2026-Q4', '2026-10-01 00:00', '2027-01-01 00:00', 'the last three months'],
])('%s %s is from %s to %s: %s', (kind, name, from, until) => {
  expect(periodNamed(kind, name)).toEqual({ kind, name, from: at(from), until: at(until) })
})

test.each<[PeriodKind, string]>([
  ['day', '2026-02-29'],
  ['day', '2026-13-01'],
  ['day', '20260301'],
  ['week', '2025-W53'],
  ['week', '2026-W00'],
  ['week', '2026-12'],
  ['half', '2026-03-3'],
  ['half', '2026-00-1'],
  ['month', '2026-13'],
  ['quarter', '2026-Q5'],
  ['quarter', ''],
])('there is no %s %s', (kind, name) => {
  expect(periodNamed(kind, name)).toBeNull()
})

test('periods of a kind follow each other without a gap for five years, each found by its name', () => {
  for (const kind of periodKinds)
    for (let now = periodOf(kind, at('2029-01-01 00:00')); now.from > at('2024-01-01 00:00'); ) {
      const earlier = before(now)
      expect(earlier.until).toEqual(now.from)
      expect(periodNamed(kind, now.name)).toEqual(now)
      now = earlier
    }
})

test('a period has ended with its last moment, in Beijing', () => {
  expect(lastEnded('week', at('2026-03-22 23:59')).name).toBe('2026-W11')
  expect(lastEnded('week', at('2026-03-23 00:00')).name).toBe('2026-W12')
})
