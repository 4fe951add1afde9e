import type { Day } from '../deadlines/limit.ts'

const dayLength = 86_400_000
const beijing = 8 * 3_600_000

/** Days since 1970 in Beijing. */
export const dayNumber = (at: Date): number => Math.floor((at.getTime() + beijing) / dayLength)

/** The day of a day number. */
export const dayOf = (number: number): Day =>
  new Date(number * dayLength).toISOString().slice(0, 10) as Day

/** 1 is Monday, 7 is Sunday. */
export const weekday = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1

/** The day number of a date; null for a date that does not exist. */
export function numberOf(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day)
  return new Date(time).getUTCDate() === day && month >= 1 && month <= 12 ? time / dayLength : null
}

/** Days from one moment to a later one, not rounded; negative when it is earlier. */
export const daysBetween = (from: Date, to: Date): number =>
  (to.getTime() - from.getTime()) / dayLength
