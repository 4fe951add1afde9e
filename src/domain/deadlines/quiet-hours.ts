import { dayOf, daysAfter, millisecondsInto, momentOf } from './calendar.ts'
import type { DailyHours } from './limit.ts'

/** Whether a moment falls into hours of every day, their first minute included and their last not; they may span midnight. */
export function isWithinHours(at: Date, hours: DailyHours): boolean {
  const time = at.getTime() - momentOf(dayOf(at), '00:00').getTime()
  const from = millisecondsInto(hours.from)
  const to = millisecondsInto(hours.to)
  return from <= to ? from <= time && time < to : time >= from || time < to
}

/** When a letter written at `at` may go: at once, or when the quiet hours end. */
export function afterQuietHours(at: Date, quiet: DailyHours): Date {
  if (!isWithinHours(at, quiet)) return at
  const today = momentOf(dayOf(at), quiet.to)
  return today > at ? today : momentOf(daysAfter(dayOf(at), 1), quiet.to)
}
