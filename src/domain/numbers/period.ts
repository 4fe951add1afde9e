import { dayOf, daysAfter, momentOf } from '../deadlines/calendar.ts'
import type { Day } from '../deadlines/limit.ts'

/** From the first moment of `from` up to, not including, `until`; in Beijing. */
export interface Span {
  readonly from: Date
  readonly until: Date
}

export const periodKinds = ['day', 'week', 'half', 'month', 'quarter'] as const
export type PeriodKind = (typeof periodKinds)[number]

/**
 * A stretch of time that the office reports on, by the name people write: a day `2026-03-20`, a week `2026-W12`, a half
 * month `2026-03-1` (to the 15th) or `2026-03-2`, a month `2026-03`, a quarter `2026-Q1`.
 */
export interface Period extends Span {
  readonly kind: PeriodKind
  readonly name: string
}

/** The period in which a moment falls. */
export function periodOf(kind: PeriodKind, at: Date): Period {
  const day = dayOf(at)
  const [year = '', month = ''] = day.split('-')
  const first: Day = `${Number(year)}-${month as `${number}`}-01`
  const between = (name: string, from: Day, next: Day): Period => ({
    kind,
    name,
    from: momentOf(from, '00:00'),
    until: momentOf(next, '00:00'),
  })
  switch (kind) {
    case 'day':
      return between(day, day, daysAfter(day, 1))
    case 'week': {
      const monday = daysAfter(day, -((weekday(day) + 6) % 7))
      return between(weekName(monday), monday, daysAfter(monday, 7))
    }
    case 'half': {
      const sixteenth = daysAfter(first, 15)
      return day < sixteenth
        ? between(`${year}-${month}-1`, first, sixteenth)
        : between(`${year}-${month}-2`, sixteenth, monthsAfter(first, 1))
    }
    case 'month':
      return between(`${year}-${month}`, first, monthsAfter(first, 1))
    case 'quarter': {
      const quarter = Math.ceil(Number(month) / 3)
      const begins = monthsAfter(`${Number(year)}-01-01` as Day, (quarter - 1) * 3)
      return between(`${year}-Q${quarter}`, begins, monthsAfter(begins, 3))
    }
  }
}

/** The one before. */
export const before = (period: Period): Period =>
  periodOf(period.kind, new Date(period.from.getTime() - 1))

/** The last one of its kind that was over at a moment. */
export const lastEnded = (kind: PeriodKind, at: Date): Period => before(periodOf(kind, at))

/** The period of a name; null when there is none: a thirteenth month, a week that the year has not. */
export function periodNamed(kind: PeriodKind, name: string): Period | null {
  const day = dayWithin(kind, name)
  const at = day === null ? null : new Date(`${day}T00:00:00+08:00`)
  if (at === null || Number.isNaN(at.getTime())) return null
  const period = periodOf(kind, at)
  return period.name === name ? period : null
}

/** A year before 1000 would lose its zeros, and after 9999 gets a sign. */
const shapes: Readonly<Record<PeriodKind, RegExp>> = {
  day: /^[12]\d{3}-\d\d-\d\d$/,
  week: /^([12]\d{3})-W(\d\d)$/,
  half: /^([12]\d{3}-\d\d)-([12])$/,
  month: /^[12]\d{3}-\d\d$/,
  quarter: /^([12]\d{3})-Q([1-4])$/,
}

/** A day that would lie in the period of this name. */
function dayWithin(kind: PeriodKind, name: string): string | null {
  const found = shapes[kind].exec(name)
  if (!found) return null
  const [, head = '', tail = ''] = found
  switch (kind) {
    case 'day':
      return name
    case 'week':
      // the fourth of January is always in the first week (ISO 8601)
      return daysAfter(`${head}-01-04` as Day, (Number(tail) - 1) * 7)
    case 'half':
      return `${head}-${tail === '1' ? '01' : '16'}`
    case 'month':
      return `${name}-01`
    case 'quarter':
      return `${head}-${String(Number(tail) * 3).padStart(2, '0')}-01`
  }
}

/** A week belongs to the year in which its Thursday lies (ISO 8601). */
function weekName(monday: Day): string {
  const year = daysAfter(monday, 3).slice(0, 4)
  const fourth = `${year}-01-04` as Day
  const firstMonday = daysAfter(fourth, -((weekday(fourth) + 6) % 7))
  const days = Math.round((Date.parse(monday) - Date.parse(firstMonday)) / 86_400_000)
  return `${year}-W${String(days / 7 + 1).padStart(2, '0')}`
}

const weekday = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay()

function monthsAfter(first: Day, count: number): Day {
  const [year = 0, month = 1] = first.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + count, 1)).toISOString().slice(0, 10) as Day
}
