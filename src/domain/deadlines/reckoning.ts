import { dayOf, daysAfter, isLikelyWorkingDay } from './calendar.ts'
import { deadline } from './deadline.ts'
import type { Calendar, DailyHours, Day, Limit } from './limit.ts'

/** How a limit was counted, so that anybody can count it again. */
export interface Reckoning {
  readonly limit: Limit
  readonly from: Date
  readonly at: Date
  /** Days on the way that do not count, in order; empty where all do. */
  readonly skipped: readonly Skipped[]
  /** Weekends on the way that are worked (调休), and count. */
  readonly madeUp: readonly Day[]
  readonly provisional: boolean
}

/** Days one after the other. */
export interface Skipped {
  readonly from: Day
  readonly to: Day
  readonly why: 'weekend' | 'holiday'
}

/** How a limit from a moment is counted: its end is that of `deadline`. */
export function reckoning(
  limit: Limit,
  from: Date,
  officeHours: readonly DailyHours[],
  calendar: Calendar,
): Reckoning {
  const { at, provisional } = deadline(limit, from, officeHours, calendar)
  const counted = { limit, from, at, provisional }
  if (limit.unit !== 'workingDays' && limit.unit !== 'workingHours')
    return { ...counted, skipped: [], madeUp: [] }
  const skipped: Skipped[] = []
  const madeUp: Day[] = []
  for (let day = dayOf(from); day <= dayOf(at); day = daysAfter(day, 1)) {
    if (calendar.makeUpDays.includes(day)) madeUp.push(day)
    if (isLikelyWorkingDay(day, calendar)) continue
    const why = calendar.holidays.includes(day) ? 'holiday' : 'weekend'
    const last = skipped.at(-1)
    if (last?.why === why && daysAfter(last.to, 1) === day)
      skipped.splice(-1, 1, { ...last, to: day })
    else skipped.push({ from: day, to: day, why })
  }
  return { ...counted, skipped, madeUp }
}
