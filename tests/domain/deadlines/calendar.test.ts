import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dayOf,
  daysAfter,
  endOf,
  isLikelyWorkingDay,
  isWorkingDay,
  nextWorkingMoment,
} from '../../../src/domain/deadlines/calendar.ts'
import type { DailyHours, Day } from '../../../src/domain/deadlines/limit.ts'
import { at, calendar, written } from './calendar-of.ts'

const officeHours: readonly DailyHours[] = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '17:30' },
]

test.each([
  ['2026-02-13T15:59:59.999Z', '2026-02-13', 'a moment before midnight in Beijing'],
  ['2026-02-13T16:00:00.000Z', '2026-02-14', 'midnight in Beijing'],
  ['2026-12-31T16:00:00.000Z', '2027-01-01', 'New Year comes eight hours before Greenwich'],
  ['1969-12-31T16:00:00.000Z', '1970-01-01', 'before the epoch'],
])('%s is on %s: %s', (moment, day) => {
  expect(dayOf(new Date(moment))).toBe(day)
})

test('a day ends one millisecond before the next one begins', () => {
  expect(endOf('2026-02-28').toISOString()).toBe('2026-02-28T15:59:59.999Z')
  expect(dayOf(new Date(endOf('2026-02-28').getTime() + 1))).toBe('2026-03-01')
})

test('days count over months, leap years and backwards', () => {
  expect(daysAfter('2024-02-28', 1)).toBe('2024-02-29')
  expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01')
  expect(daysAfter('2026-03-01', -1)).toBe('2026-02-28')
})

test('every day lies within itself, whatever the year', () => {
  const moments = fc.date({
    min: new Date('0001-01-02T00:00:00Z'),
    max: new Date('+020000-01-01T00:00:00Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(moments, (moment) => {
      const end = endOf(dayOf(moment)).getTime()
      expect(end).toBeGreaterThanOrEqual(moment.getTime())
      expect(end - moment.getTime()).toBeLessThan(24 * 3_600_000)
    }),
  )
})

describe('working days', () => {
  test.each<[Day, boolean, string]>([
    ['2026-02-13', true, 'an ordinary Friday'],
    ['2026-02-14', true, 'a Saturday worked to make up for the Spring Festival'],
    ['2026-02-15', false, 'the Sunday the holiday begins with'],
    ['2026-02-17', false, 'a Tuesday, New Year’s day of the lunar calendar'],
    ['2026-02-24', true, 'the first day back'],
    ['2026-09-20', true, 'a Sunday worked to make up'],
    ['2026-10-07', false, 'the last day of the National Day holiday'],
    ['2026-10-08', true, 'the day after it'],
    ['2026-10-10', true, 'a Saturday worked to make up'],
    ['2026-10-11', false, 'an ordinary Sunday'],
  ])('%s: %s, %s', (day, works) => {
    expect(isWorkingDay(day, calendar)).toBe(works)
  })

  test('a year that is not loaded is not guessed', () => {
    expect(() => isWorkingDay('2027-01-01', calendar)).toThrow(RangeError)
    expect(() => isWorkingDay('2025-12-31', calendar)).toThrow(RangeError)
    expect(isLikelyWorkingDay('2027-01-01', calendar)).toBe(true)
    expect(isLikelyWorkingDay('2027-01-02', calendar)).toBe(false)
  })
})

describe('the next moment at which offices open', () => {
  test.each([
    ['2026-02-10 08:59', '2026-02-10 09:00', 'this morning'],
    ['2026-02-10 09:00', '2026-02-11 09:00', 'strictly later'],
    ['2026-02-10 12:30', '2026-02-11 09:00', 'not after lunch'],
    ['2026-02-13 18:00', '2026-02-14 09:00', 'a make-up Saturday'],
    ['2026-02-14 18:00', '2026-02-24 09:00', 'over the Spring Festival'],
    ['2026-12-31 18:00', '2027-01-01 09:00', 'a year not loaded: plain weekdays'],
  ])('after %s is %s: %s', (from, next) => {
    expect(written(nextWorkingMoment(at(from), officeHours, calendar))).toBe(next)
  })

  test('there is none without office hours', () => {
    expect(() => nextWorkingMoment(at('2026-02-10 08:00'), [], calendar)).toThrow(RangeError)
  })
})
