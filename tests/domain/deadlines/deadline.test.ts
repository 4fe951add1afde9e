import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deadline } from '../../../src/domain/deadlines/deadline.ts'
import type { DailyHours, Limit } from '../../../src/domain/deadlines/limit.ts'
import { at, calendar, written } from './calendar-of.ts'

const officeHours: readonly DailyHours[] = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '17:30' },
]
const ends = (amount: number, unit: Limit['unit'], from: string) => {
  const end = deadline({ amount, unit }, at(from), officeHours, calendar)
  return end.provisional ? `${written(end.at)} provisional` : written(end.at)
}

type Row = [from: string, amount: number, unit: Limit['unit'], end: string, why: string]

describe('by the clock', () => {
  test.each<Row>([
    ['2026-02-13 23:55', 10, 'minutes', '2026-02-14 00:05', 'over midnight'],
    ['2026-02-17 03:00', 2, 'hours', '2026-02-17 05:00', 'at night and on holidays too'],
    ['2026-12-31 20:00', 24, 'hours', '2027-01-01 20:00', 'certain, whatever 2027 brings'],
    ['2026-02-13 09:00', 0, 'minutes', '2026-02-13 09:00', 'at once'],
  ])('%s plus %i %s is %s: %s', (from, amount, unit, end) => {
    expect(ends(amount, unit, from)).toBe(end)
  })
})

describe('by days', () => {
  test.each<Row>([
    ['2026-02-13 09:00', 3, 'days', '2026-02-16 23:59', 'holidays count'],
    ['2026-01-31 00:00', 30, 'days', '2026-03-02 23:59', 'the day of the start does not'],
    ['2026-12-15 10:00', 30, 'days', '2027-01-14 23:59', 'certain, whatever 2027 brings'],
    ['2026-02-13 09:00', 0, 'days', '2026-02-13 23:59', 'today'],
  ])('%s plus %i %s is %s: %s', (from, amount, unit, end) => {
    expect(ends(amount, unit, from)).toBe(end)
  })
})

describe('by working days', () => {
  test.each<Row>([
    ['2026-02-13 09:00', 5, 'workingDays', '2026-02-27 23:59', 'Saturday, then after the holiday'],
    ['2026-02-14 16:00', 1, 'workingDays', '2026-02-24 23:59', 'from a make-up Saturday'],
    ['2026-02-17 10:00', 1, 'workingDays', '2026-02-24 23:59', 'said on a holiday'],
    ['2026-02-26 10:00', 2, 'workingDays', '2026-02-28 23:59', 'to a make-up Saturday'],
    ['2026-09-24 10:00', 3, 'workingDays', '2026-09-30 23:59', 'over the Mid-Autumn Festival'],
    ['2026-09-30 17:00', 1, 'workingDays', '2026-10-08 23:59', 'over the National Day holiday'],
    ['2026-10-08 09:00', 2, 'workingDays', '2026-10-10 23:59', 'the 10th is worked'],
    ['2026-03-06 23:59', 1, 'workingDays', '2026-03-09 23:59', 'over a weekend'],
    ['2026-12-30 09:00', 1, 'workingDays', '2026-12-31 23:59', 'still inside the loaded year'],
    ['2026-12-31 09:00', 1, 'workingDays', '2027-01-01 23:59 provisional', 'New Year as a weekday'],
    ['2026-12-25 09:00', 5, 'workingDays', '2027-01-01 23:59 provisional', 'runs into 2027'],
    ['2025-12-30 09:00', 2, 'workingDays', '2026-01-04 23:59 provisional', 'begins in 2025'],
    ['1970-01-01 09:00', 5, 'workingDays', '1970-01-08 23:59 provisional', 'long ago'],
    ['9999-12-31 09:00', 0, 'workingDays', '9999-12-31 23:59', 'far away, today'],
  ])('%s plus %i %s is %s: %s', (from, amount, unit, end) => {
    expect(ends(amount, unit, from)).toBe(end)
  })
})

describe('by working hours', () => {
  test.each<Row>([
    ['2026-02-10 09:00', 2, 'workingHours', '2026-02-10 11:00', 'within the morning'],
    ['2026-02-10 09:00', 3, 'workingHours', '2026-02-10 12:00', 'to the end of the morning'],
    ['2026-02-10 11:00', 2, 'workingHours', '2026-02-10 14:30', 'over lunch'],
    ['2026-02-10 12:40', 4, 'workingHours', '2026-02-10 17:30', 'said at lunch'],
    ['2026-02-10 16:30', 4, 'workingHours', '2026-02-11 12:00', 'to the next morning'],
    ['2026-02-10 06:00', 1, 'workingHours', '2026-02-10 10:00', 'said before the office opens'],
    ['2026-02-14 16:30', 2, 'workingHours', '2026-02-24 10:00', 'from a make-up day on'],
    ['2026-03-06 17:00', 4, 'workingHours', '2026-03-09 14:00', 'over a weekend'],
    ['2026-03-07 10:00', 7, 'workingHours', '2026-03-09 17:30', 'said on a Saturday'],
    ['2026-12-31 17:00', 1, 'workingHours', '2027-01-01 09:30 provisional', 'into 2027'],
    ['2026-02-17 03:00', 0, 'workingHours', '2026-02-17 03:00', 'at once'],
  ])('%s plus %i %s is %s: %s', (from, amount, unit, end) => {
    expect(ends(amount, unit, from)).toBe(end)
  })

  test('the order in which office hours are written does not matter', () => {
    const limit: Limit = { amount: 2, unit: 'workingHours' }
    const from = at('2026-02-10 11:00')
    expect(deadline(limit, from, officeHours.toReversed(), calendar)).toEqual(
      deadline(limit, from, officeHours, calendar),
    )
  })
})

test('what no street can mean is a fault of ours', () => {
  const from = at('2026-02-10 09:00')
  for (const amount of [-1, Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => deadline({ amount, unit: 'days' }, from, officeHours, calendar)).toThrow(
      RangeError,
    )
  expect(() => deadline({ amount: 1, unit: 'workingHours' }, from, [], calendar)).toThrow(
    RangeError,
  )
})

describe('of any limit', () => {
  const units = fc.constantFrom<Limit['unit']>(
    ...(['minutes', 'hours', 'workingHours', 'days', 'workingDays'] as const),
  )
  const moments = fc.date({
    min: at('2025-11-01 00:00'),
    max: at('2027-03-01 00:00'),
    noInvalidDate: true,
  })
  const amounts = fc.integer({ min: 0, max: 60 })

  test('a longer one never ends earlier', () => {
    fc.assert(
      fc.property(units, moments, amounts, amounts, (unit, from, amount, more) => {
        const short = deadline({ amount, unit }, from, officeHours, calendar)
        const long = deadline({ amount: amount + more, unit }, from, officeHours, calendar)
        expect(long.at.getTime()).toBeGreaterThanOrEqual(short.at.getTime())
      }),
    )
  })

  test('one that starts later never ends earlier, and none ends before it starts', () => {
    fc.assert(
      fc.property(units, moments, moments, amounts, (unit, a, b, amount) => {
        const [from, later] = a <= b ? [a, b] : [b, a]
        const first = deadline({ amount, unit }, from, officeHours, calendar)
        const second = deadline({ amount, unit }, later, officeHours, calendar)
        expect(second.at.getTime()).toBeGreaterThanOrEqual(first.at.getTime())
        expect(first.at.getTime()).toBeGreaterThanOrEqual(from.getTime())
      }),
    )
  })

  test('ten years of working days far from any loaded year take no time', () => {
    const began = performance.now()
    expect(ends(2500, 'workingDays', '1650-01-03 09:00')).toMatch(/^1659-.* provisional$/)
    expect(ends(2500, 'workingHours', '9900-01-01 09:00')).toMatch(/^9901-.* provisional$/)
    expect(performance.now() - began).toBeLessThan(500)
  })
})
