import type { Calendar, DailyHours, Day, TimeOfDay } from './limit.ts'

const dayLength = 24 * 3_600_000
/** The whole of China keeps Beijing time, without summer time; the server's own zone never matters. */
const ahead = 8 * 3_600_000

/** The day in Beijing on which a moment falls. */
export const dayOf = (at: Date): Day =>
  new Date(at.getTime() + ahead).toISOString().split('T')[0] as Day

/** The last millisecond of a day in Beijing: a limit that ends with a day is kept until then. */
export const endOf = (day: Day): Date => new Date(midnight(day) + dayLength - 1)

/** A time of day in Beijing on a given day. */
export const momentOf = (day: Day, time: TimeOfDay): Date =>
  new Date(midnight(day) + millisecondsInto(time))

/** `count` days later; negative counts go back. */
export const daysAfter = (day: Day, count: number): Day =>
  dayOf(new Date(midnight(day) + count * dayLength))

/**
 * Whether offices work on a day: weekdays but for the published holidays, and the weekends worked to make up for them.
 *
 * Throws a RangeError for a year that is not loaded: a guess would move deadlines unseen. Ask `isLoaded` first.
 */
export function isWorkingDay(day: Day, calendar: Calendar): boolean {
  if (!isLoaded(day, calendar)) throw new RangeError(`no calendar for ${day}`)
  if (calendar.makeUpDays.includes(day)) return true
  return !calendar.holidays.includes(day) && isWeekday(day)
}

/** Whether the State Council's arrangement for the day's year is loaded. */
export const isLoaded = (day: Day, calendar: Calendar): boolean =>
  calendar.years.includes(Number(day.slice(0, -'-MM-DD'.length)))

/** `isWorkingDay` where the year is loaded; otherwise Monday to Friday, which is only provisional. */
export const isLikelyWorkingDay = (day: Day, calendar: Calendar): boolean =>
  isLoaded(day, calendar) ? isWorkingDay(day, calendar) : isWeekday(day)

/**
 * When offices open next, strictly after `from`. In years that are not loaded every weekday counts.
 * Throws a RangeError where there are no office hours.
 */
export function nextWorkingMoment(
  from: Date,
  officeHours: readonly DailyHours[],
  calendar: Calendar,
): Date {
  const opening = officeHours.map((hours) => hours.from).sort()[0]
  if (!opening) throw new RangeError('no office hours')
  let day = dayOf(from)
  while (momentOf(day, opening) <= from || !isLikelyWorkingDay(day, calendar))
    day = daysAfter(day, 1)
  return momentOf(day, opening)
}

/** Milliseconds from midnight to a time of day. */
export function millisecondsInto(time: TimeOfDay): number {
  const [hours, minutes] = time.split(':')
  return (Number(hours) * 60 + Number(minutes)) * 60_000
}

const midnight = (day: Day): number => Date.parse(`${day}T00:00:00+08:00`)

function isWeekday(day: Day): boolean {
  const weekday = new Date(midnight(day) + ahead).getUTCDay()
  return weekday !== 0 && weekday !== 6
}
