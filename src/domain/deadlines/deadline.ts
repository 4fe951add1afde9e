import { dayOf, daysAfter, endOf, isLikelyWorkingDay, isLoaded, momentOf } from './calendar.ts'
import type { Calendar, DailyHours, Limit } from './limit.ts'

/** When a limit ends; `provisional` where working days of a year that is not loaded were taken for plain weekdays. */
export interface Deadline {
  readonly at: Date
  readonly provisional: boolean
}

/**
 * When a limit that starts at `from` ends.
 *
 * Minutes and hours run by the clock. Working hours run only inside `officeHours` of working days. Days and working days
 * end with the last of them (23:59:59.999 in Beijing); the day of the start is not counted (《民法典》第201条).
 *
 * Throws a RangeError for a limit that is negative or no number, and for working hours where no office hours are set:
 * the reader of the street's files lets neither in.
 */
export function deadline(
  limit: Limit,
  from: Date,
  officeHours: readonly DailyHours[],
  calendar: Calendar,
): Deadline {
  if (!(limit.amount >= 0 && Number.isFinite(limit.amount)))
    throw new RangeError(`a limit of ${limit.amount} ${limit.unit}`)
  switch (limit.unit) {
    case 'minutes':
      return { at: new Date(from.getTime() + limit.amount * 60_000), provisional: false }
    case 'hours':
      return { at: new Date(from.getTime() + limit.amount * 3_600_000), provisional: false }
    case 'days':
      return { at: endOf(daysAfter(dayOf(from), Math.ceil(limit.amount))), provisional: false }
    case 'workingDays':
      return workingDaysAfter(limit.amount, from, calendar)
    case 'workingHours':
      return workingHoursAfter(limit.amount, from, officeHours, calendar)
  }
}

function workingDaysAfter(count: number, from: Date, calendar: Calendar): Deadline {
  let day = dayOf(from)
  let provisional = false
  for (let left = count; left > 0; ) {
    day = daysAfter(day, 1)
    provisional ||= !isLoaded(day, calendar)
    if (isLikelyWorkingDay(day, calendar)) left -= 1
  }
  return { at: endOf(day), provisional }
}

function workingHoursAfter(
  hours: number,
  from: Date,
  officeHours: readonly DailyHours[],
  calendar: Calendar,
): Deadline {
  const open = officeHours.filter((span) => span.from < span.to).sort(byOpening)
  if (open.length === 0) throw new RangeError('no office hours')
  let left = hours * 3_600_000
  if (left === 0) return { at: from, provisional: false }
  let provisional = false
  for (let day = dayOf(from); ; day = daysAfter(day, 1)) {
    provisional ||= !isLoaded(day, calendar)
    if (!isLikelyWorkingDay(day, calendar)) continue
    for (const span of open) {
      const start = Math.max(momentOf(day, span.from).getTime(), from.getTime())
      const length = momentOf(day, span.to).getTime() - start
      if (length <= 0) continue
      if (left <= length) return { at: new Date(start + left), provisional }
      left -= length
    }
  }
}

const byOpening = (a: DailyHours, b: DailyHours): number => (a.from < b.from ? -1 : 1)
