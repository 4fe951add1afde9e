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

/** First day of the lunar year (春节), Dragon Boat (端午) and Mid-Autumn (中秋), by the Purple Mountain almanac. */
const lunar: Readonly<Record<number, readonly [string, string, string]>> = {
  2024: ['02-10', '06-10', '09-17'],
  2025: ['01-29', '05-31', '10-06'],
  2026: ['02-17', '06-19', '09-25'],
  2027: ['02-06', '06-09', '09-15'],
  2028: ['01-26', '05-28', '10-03'],
  2029: ['02-13', '06-16', '09-22'],
  2030: ['02-03', '06-05', '09-12'],
}

const fixed: Readonly<Record<string, string>> = {
  元旦: '01-01',
  三八: '03-08',
  清明: '04-05',
  五一: '05-01',
  劳动节: '05-01',
  六一: '06-01',
  儿童节: '06-01',
  七一: '07-01',
  国庆: '10-01',
  十一: '10-01',
  双十一: '11-11',
  圣诞: '12-25',
}

/** Names of days that a holiday can be called by, and how far each is from the first day of the lunar year. */
const newYear: Readonly<Record<string, number>> = {
  除夕: -1,
  年三十: -1,
  大年三十: -1,
  春节: 0,
  大年初一: 0,
  初一: 0,
  初二: 1,
  初三: 2,
  初四: 3,
  初五: 4,
  初六: 5,
  初七: 6,
  初八: 7,
  元宵: 14,
  正月十五: 14,
}

/** Names of holidays, longest first, for patterns. */
export const holidayNames = [...Object.keys(fixed), ...Object.keys(newYear), '端午', '中秋']
  .sort((a, b) => b.length - a.length)
  .join('|')

/** The last such holiday on or before a day; null where its date is not known. */
export function lastHoliday(name: string, today: number): number | null {
  const year = Number(dayOf(today).slice(0, 4))
  for (const y of [year, year - 1]) {
    const day = holidayIn(name, y)
    if (day !== null && day <= today) return day
  }
  return null
}

function holidayIn(name: string, year: number): number | null {
  const moons = lunar[year]
  const on = (date: string | undefined) => {
    const [month, day] = date?.split('-') ?? []
    return month && day ? numberOf(year, Number(month), Number(day)) : null
  }
  if (name === '端午') return on(moons?.[1])
  if (name === '中秋') return on(moons?.[2])
  const offset = newYear[name]
  if (offset === undefined) return on(fixed[name])
  const first = on(moons?.[0])
  return first === null ? null : first + offset
}

/** Days from one moment to a later one, not rounded; negative when it is earlier. */
export const daysBetween = (from: Date, to: Date): number =>
  (to.getTime() - from.getTime()) / dayLength
