import { expect, test } from 'vitest'
import type { DailyHours } from '../../../src/domain/deadlines/limit.ts'
import { afterQuietHours, isWithinHours } from '../../../src/domain/deadlines/quiet-hours.ts'
import { at, written } from './calendar-of.ts'

const night: DailyHours = { from: '21:30', to: '07:30' }
const noon: DailyHours = { from: '12:00', to: '14:00' }
const none: DailyHours = { from: '00:00', to: '00:00' }

test.each<[DailyHours, string, string, string]>([
  [night, '2026-02-10 21:29', '2026-02-10 21:29', 'the last minute of the evening'],
  [night, '2026-02-10 21:30', '2026-02-11 07:30', 'their first minute'],
  [night, '2026-02-10 23:59', '2026-02-11 07:30', 'before midnight'],
  [night, '2026-02-11 00:00', '2026-02-11 07:30', 'after midnight'],
  [night, '2026-02-11 07:29', '2026-02-11 07:30', 'the last quiet minute'],
  [night, '2026-02-11 07:30', '2026-02-11 07:30', 'the morning'],
  [night, '2026-12-31 22:00', '2027-01-01 07:30', 'over New Year'],
  [noon, '2026-02-10 12:10', '2026-02-10 14:00', 'within one day'],
  [noon, '2026-02-10 14:00', '2026-02-10 14:00', 'within one day, over'],
  [none, '2026-02-10 00:00', '2026-02-10 00:00', 'a street without quiet hours'],
])('with %o a letter of %s goes at %s: %s', (quiet, from, goes) => {
  expect(written(afterQuietHours(at(from), quiet))).toBe(goes)
  expect(isWithinHours(at(from), quiet)).toBe(from !== goes)
})
