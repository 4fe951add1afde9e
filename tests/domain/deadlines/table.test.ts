import { afterAll, describe, expect, test } from 'vitest'
import { readStreet } from '../../../db/street/read-street.ts'
import { deadline } from '../../../src/domain/deadlines/deadline.ts'
import type { Limit } from '../../../src/domain/deadlines/limit.ts'
import { afterQuietHours } from '../../../src/domain/deadlines/quiet-hours.ts'
import { categoryCode } from '../../../src/domain/ids.ts'
import { dispatchTo } from '../../../src/domain/petition/dispatch.ts'
import { timersFor } from '../../../src/domain/petition/timers.ts'
import { aPetition } from '../../support/builders.ts'
import { at, written } from './calendar-of.ts'
import { table2025 } from './table-2025.ts'
import { table2026 } from './table-2026.ts'

/** The calendars, office hours, quiet hours and policies of the sample street, as they are read from its files. */
const read = await readStreet('db/sample-street')
if (!read.ok) throw new Error('the sample street has faults')
const { book } = read.value
const { policies, calendar } = book

const units: Readonly<Record<string, Limit['unit']>> = {
  m: 'minutes',
  h: 'hours',
  wh: 'workingHours',
  d: 'days',
  wd: 'workingDays',
}

const rows = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [from = '', said = '', end = '', why = ''] = line.split('|').map((cell) => cell.trim())
      const [, amount, unit = ''] = /^(\d+)(\w+)$/.exec(said) ?? []
      const limit = { amount: Number(amount), unit: units[unit] ?? 'days' }
      return { from, said, limit, end, why }
    })

const all = [...rows(table2025), ...rows(table2026)]

const zone = process.env.TZ
afterAll(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})
const zones = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Pacific/Kiritimati']

test('the table is as large as it should be, and no line stands twice', () => {
  expect(all.length).toBeGreaterThanOrEqual(150)
  expect(new Set(all.map(({ from, said }) => `${from} ${said}`)).size).toBe(all.length)
  const used = new Set(all.map(({ limit }) => limit.unit))
  expect([...used].sort()).toEqual(Object.values(units).sort())
  // every day off and every day worked for it is begun on, ended on or passed over
  const passed = (day: string) =>
    all.some(({ from, end }) => from.slice(0, 10) <= day && day <= end.slice(0, 10))
  expect([...calendar.holidays, ...calendar.makeUpDays].filter((day) => !passed(day))).toEqual([])
})

describe.each(zones)('on a server in %s', (name) => {
  test('every limit ends when the table says', () => {
    process.env.TZ = name
    const offset = new Date('2026-07-01T00:00:00Z').getTimezoneOffset()
    expect(offset).toBe(
      { UTC: 0, 'Asia/Shanghai': -480, 'America/New_York': 240, 'Europe/Berlin': -120 }[name] ??
        -840,
    )
    const ends = all.map(({ from, limit, said, why }) => {
      const end = deadline(limit, at(from), policies.officeHours, calendar)
      return `${from} ${said} → ${written(end.at)}${end.provisional ? ' ~' : ''}: ${why}`
    })
    expect(ends).toEqual(all.map(({ from, said, end, why }) => `${from} ${said} → ${end}: ${why}`))
  })
})

describe('quiet hours from half past nine to half past seven', () => {
  test.each([
    ['2026-03-02 21:29', '2026-03-02 21:29', 'a minute before'],
    ['2026-03-02 21:30', '2026-03-03 07:30', 'their first minute'],
    ['2026-03-02 23:59', '2026-03-03 07:30', 'before midnight'],
    ['2026-03-03 00:00', '2026-03-03 07:30', 'at midnight'],
    ['2026-03-03 07:29', '2026-03-03 07:30', 'their last minute'],
    ['2026-03-03 07:30', '2026-03-03 07:30', 'over'],
    ['2026-02-16 22:00', '2026-02-17 07:30', 'on holidays, too'],
    ['2026-12-31 22:00', '2027-01-01 07:30', 'over the year'],
  ])('%s waits until %s: %s', (from, until) => {
    expect(written(afterQuietHours(at(from), policies.quietHours))).toBe(until)
  })
})

/** Of each policy: when it is due, and when it is first reminded of. By night only those around the clock go on. */
describe('policies of the street', () => {
  test.each([
    ['emergency', '0803', '2026-02-17 23:00', '02-17 23:10', '02-18 23:00', '02-17 23:05'],
    ['emergency', '0805', '2025-10-01 03:00', '10-01 03:10', '10-02 03:00', '10-01 03:05'],
    ['urgent', '0102', '2026-10-03 22:00', '10-04 00:00', '10-08 23:59', '10-03 23:00'],
    ['urgent', '0102', '2025-09-30 10:00', '09-30 12:00', '10-09 23:59', '09-30 11:00'],
    ['quick', '0301', '2026-02-13 23:00', '02-14 14:30', '02-24 23:59', '02-14 11:00'],
    ['quick', '0301', '2026-03-02 09:30', '03-02 15:00', '03-04 23:59', '03-02 12:15'],
    ['quick', '0301', '2025-09-28 09:00', '09-28 14:30', '09-30 23:59', '09-28 11:45'],
    ['consult', '1203', '2025-09-29 16:00', '09-30 11:30', '09-30 23:59', '09-30 01:45'],
    ['standard', '0101', '2026-09-18 10:00', '09-20 23:59', '09-24 23:59', '09-19 16:59'],
    ['complex', '0602', '2025-09-22 09:00', '09-23 23:59', '10-17 23:59', '09-23 04:29'],
    ['mediation', '0901', '2026-02-13 10:00', '02-14 23:59', '03-15 23:59', '02-14 04:59'],
  ])('%s of %s, sent at %s', (name, code, sent, accept, resolve, remind) => {
    const urgency = name === 'emergency' ? 'emergency' : 'normal'
    const facts = { category: categoryCode(code), urgency } as const
    const to = aPetition('dispatched').to
    const dispatch = dispatchTo(to, '', facts, at(sent), book)
    const petition = aPetition('dispatched', { ...facts, ...dispatch, dispatchedAt: at(sent) })
    const first = timersFor(petition, book)
      .filter(({ command }) => command.kind === 'remind' && command.of === 'accept')
      .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0]
    const year = sent.slice(0, 5)
    expect(written(dispatch.acceptDueAt)).toBe(`${year}${accept}`)
    expect(written(dispatch.resolveDueAt)).toBe(`${year}${resolve}`)
    expect(first && written(first.dueAt)).toBe(`${year}${remind}`)
    expect(dispatch.provisional).toBe(false)
  })

  test('what is sent at the end of the last loaded year is marked provisional, and an hour by the clock is not', () => {
    const sent = at('2026-12-30 16:00')
    const to = aPetition('dispatched').to
    const due = (code: string) =>
      dispatchTo(to, '', { category: categoryCode(code), urgency: 'normal' }, sent, book)
    expect(due('0101').provisional).toBe(true)
    expect(due('0301').provisional).toBe(true)
    expect(due('1203').provisional).toBe(false)
    expect(due('0803').provisional).toBe(false)
  })
})
