import { dayOf, numberOf } from './days.ts'

/** First days of the twelve lunar months, by the Purple Mountain almanac; leap months left out. */
const lunarMonths: Readonly<Record<number, string>> = {
  2024: '0210 0310 0409 0508 0606 0706 0804 0903 1003 1101 1201 1231',
  2025: '0129 0228 0329 0428 0527 0625 0823 0922 1021 1120 1220 0119',
  2026: '0217 0319 0417 0517 0615 0714 0813 0911 1010 1109 1209 0108',
  2027: '0206 0308 0407 0506 0605 0704 0802 0901 0930 1029 1128 1228',
  2028: '0126 0225 0326 0425 0524 0722 0820 0919 1018 1116 1216 0115',
  2029: '0213 0315 0414 0513 0612 0711 0810 0908 1008 1106 1205 0104',
  2030: '0203 0304 0403 0502 0601 0701 0730 0829 0927 1027 1125 1225',
}

/** Holidays of the common calendar. */
const solar: Readonly<Record<string, string>> = {
  元旦: '0101',
  情人节: '0214',
  三八: '0308',
  妇女节: '0308',
  植树节: '0312',
  三一五: '0315',
  愚人节: '0401',
  五一: '0501',
  劳动节: '0501',
  五四: '0504',
  六一: '0601',
  儿童节: '0601',
  七一: '0701',
  八一: '0801',
  教师节: '0910',
  国庆: '1001',
  十一: '1001',
  双十一: '1111',
  双十二: '1212',
  平安夜: '1224',
  圣诞: '1225',
}

const earlyDays = '初一 初二 初三 初四 初五 初六 初七 初八'.split(' ')

/** Holidays of the lunar calendar, month and day; the eve of the new year is the day before the first. */
const lunar: Readonly<Record<string, readonly [number, number]>> = {
  除夕: [1, 0],
  年三十: [1, 0],
  大年三十: [1, 0],
  年三十晚: [1, 0],
  春节: [1, 1],
  元宵: [1, 15],
  龙抬头: [2, 2],
  端午: [5, 5],
  端阳: [5, 5],
  五月节: [5, 5],
  七夕: [7, 7],
  中元: [7, 15],
  鬼节: [7, 15],
  七月半: [7, 15],
  中秋: [8, 15],
  八月节: [8, 15],
  八月十五: [8, 15],
  重阳: [9, 9],
  腊八: [12, 8],
  小年: [12, 23],
  ...Object.fromEntries(
    earlyDays.flatMap((name, before) =>
      ['大年', '年'].map((year) => [`${year}${name}`, [1, before + 1] as const]),
    ),
  ),
}

/**
 * Solar terms that people count by: month and the constant of the usual rule for 2001 to 2099,
 * day = ⌊0.2422·Y + C⌋ − ⌊Y / 4⌋ with Y the last two digits of the year (January and February: of Y − 1).
 */
const terms: Readonly<Record<string, readonly [number, number]>> = {
  立春: [2, 3.87],
  惊蛰: [3, 5.63],
  春分: [3, 20.646],
  清明: [4, 4.81],
  谷雨: [4, 20.1],
  立夏: [5, 5.52],
  小满: [5, 21.04],
  芒种: [6, 5.678],
  夏至: [6, 21.37],
  小暑: [7, 7.108],
  大暑: [7, 22.83],
  立秋: [8, 7.5],
  处暑: [8, 23.13],
  白露: [9, 7.646],
  秋分: [9, 23.042],
  寒露: [10, 8.318],
  霜降: [10, 23.438],
  立冬: [11, 7.438],
  小雪: [11, 22.36],
  大雪: [12, 7.18],
  冬至: [12, 21.94],
}

/** Snow falls on other days, too: such a name counts only where its pattern asks for it, and soon after its day. */
const snows = ['小雪', '大雪']
const soon = 20

/** The first days of the dog days (三伏), counted in tens from the third 庚 after the solstice, the last from the autumn. */
const dogDays: Readonly<Record<string, 0 | 10 | 'last' | 'over'>> = {
  入伏: 0,
  进伏: 0,
  头伏: 0,
  初伏: 0,
  中伏: 10,
  二伏: 10,
  末伏: 'last',
  三伏: 'last',
  出伏: 'over',
}

/** So long after the new year a bare 初三 is of the month at hand. */
const newYearLasts = 45

/** Names of holidays, longest first, for patterns. */
export const holidayNames = [solar, lunar, terms, dogDays]
  .flatMap((table) => Object.keys(table))
  .filter((name) => !snows.includes(name) && name !== '三伏')
  .concat(earlyDays)
  .sort((a, b) => b.length - a.length)
  .join('|')

/** The last such holiday on or before a day; null where its date is not known. */
export function lastHoliday(name: string, today: number): number | null {
  if (earlyDays.includes(name)) return lastEarlyDay(earlyDays.indexOf(name) + 1, today)
  const last = lastOf(today, (year) => holidayIn(name, year))
  return last !== null && snows.includes(name) && today - last > soon ? null : last
}

function lastEarlyDay(day: number, today: number): number | null {
  const ofNewYear = lastOf(today, (year) => lunarDay(year, 1, day))
  if (ofNewYear !== null && today - ofNewYear <= newYearLasts) return ofNewYear
  const months = Array.from({ length: 12 }, (_, month) => lastLunarDay(month + 1, day, today))
  return months.reduce<number | null>(
    (last, found) => (found !== null && (last === null || found > last) ? found : last),
    null,
  )
}

/** The last such day of the lunar calendar on or before a day, e.g. 正月初八 is (1, 8); null where it is not known. */
export function lastLunarDay(month: number, day: number, today: number): number | null {
  return lastOf(today, (year) => lunarDay(year, month, day))
}

function lastOf(today: number, dayIn: (year: number) => number | null): number | null {
  const year = Number(dayOf(today).slice(0, 4))
  for (const candidate of [year, year - 1]) {
    const day = dayIn(candidate)
    if (day !== null && day <= today) return day
  }
  return null
}

function holidayIn(name: string, year: number): number | null {
  const moon = lunar[name]
  if (moon) return lunarDay(year, ...moon)
  const term = terms[name]
  if (term) return termDay(year, ...term)
  const dogDay = dogDays[name]
  if (dogDay !== undefined) return dogDayIn(year, dogDay)
  const date = solar[name]
  return date ? numberOf(year, Number(date.slice(0, 2)), Number(date.slice(2))) : null
}

function lunarDay(year: number, month: number, day: number): number | null {
  const date = lunarMonths[year]?.split(' ')[month - 1]
  if (date === undefined || day > 30) return null
  const isNextYear = month > 10 && date.startsWith('01')
  const first = numberOf(
    isNextYear ? year + 1 : year,
    Number(date.slice(0, 2)),
    Number(date.slice(2)),
  )
  return first === null ? null : first + day - 1
}

function termDay(year: number, month: number, constant: number): number | null {
  const short = year % 100
  const leaps = Math.floor((month < 3 ? short - 1 : short) / 4)
  return numberOf(year, month, Math.floor(short * 0.2422 + constant) - leaps)
}

function dogDayIn(year: number, which: 0 | 10 | 'last' | 'over'): number | null {
  const solstice = termDay(year, 6, 21.37)
  const autumn = termDay(year, 8, 7.5)
  if (solstice === null || autumn === null) return null
  if (typeof which === 'number') return gengFrom(solstice) + 20 + which
  return gengFrom(autumn) + (which === 'over' ? 10 : 0)
}

/** The first 庚 day on or after a day: they come every ten days, one of them on 15 July 2026. */
const gengFrom = (day: number): number => day + ((((aGeng - day) % 10) + 10) % 10)
const aGeng = 20649
