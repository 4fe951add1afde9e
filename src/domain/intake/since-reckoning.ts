import { daysAgo } from './day-words.ts'
import { dayNumber, dayOf, numberOf, weekday } from './days.ts'
import { lastHoliday, lastLunarDay } from './holidays.ts'
import { readNumeral } from './numerals.ts'

export const relative = (found: RegExpExecArray, today: number) => {
  const back = daysAgo.get(found[1] ?? '')
  return back === undefined ? null : today - back
}

export const holiday = (found: RegExpExecArray, today: number) => lastHoliday(found[1] ?? '', today)

const lunarMonthNames: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 }

export const lunarDate = (found: RegExpExecArray, today: number) => {
  const name = found[1] ?? found[2] ?? found[3] ?? ''
  const month = lunarMonthNames[name] ?? readNumeral(name)
  const day = readNumeral((found[4] ?? '').replace('初', '').replace('廿', '二十'))
  return month === null || day === null ? null : lastLunarDay(month, day, today)
}

const lastOf = (dates: readonly (number | null)[], today: number) =>
  dates.find((day) => day !== null && day <= today) ?? null

export const date = (found: RegExpExecArray, today: number) => {
  const year = Number(dayOf(today).slice(0, 4))
  const month = readNumeral(found[1] ?? '')
  const day = readNumeral(found[2] ?? '')
  if (month === null || day === null) return null
  return lastOf([numberOf(year, month, day), numberOf(year - 1, month, day)], today)
}

export const dayOfMonth = (found: RegExpExecArray, today: number) => {
  const day = readNumeral(found[1] ?? '')
  const [year = 0, month = 0] = dayOf(today).split('-').map(Number)
  if (day === null) return null
  const last = month === 1 ? numberOf(year - 1, 12, day) : numberOf(year, month - 1, day)
  return lastOf([numberOf(year, month, day), last], today)
}

/** 上个月15号, 这个月1号. */
export const dayOfNamedMonth = (found: RegExpExecArray, today: number) => {
  const day = readNumeral(found[2] ?? '')
  const [year = 0, month = 0] = dayOf(today).split('-').map(Number)
  const back = /^上上/.test(found[1] ?? '') ? 2 : /^上/.test(found[1] ?? '') ? 1 : 0
  const then = year * 12 + month - 1 - back
  return day === null ? null : numberOf(Math.floor(then / 12), (then % 12) + 1, day)
}

/** 清明头一天, 国庆第二天. */
export const besideHoliday = (found: RegExpExecArray, today: number) => {
  const apart = /前|头/.test(found[2] ?? '') ? -1 : found[2] === '' ? 0 : 1
  const feast = lastHoliday(found[1] ?? '', today - Math.max(0, apart))
  return feast === null ? null : feast + apart
}

export const minutes = (found: RegExpExecArray, _today: number, at: Date) => {
  const amount =
    found[1] === '半' ? 30 : (readNumeral(found[1] ?? '') ?? 0) * (found[2] === '分' ? 1 : 60)
  return amount > 0 && amount <= 96 * 60
    ? dayNumber(new Date(at.getTime() - amount * 60_000))
    : null
}

const wanted = (name: string | undefined) => {
  if (name === '天') return 7
  if (name === '末') return 6
  const index = '一二三四五六日'.indexOf(name ?? '')
  return index >= 0 ? index + 1 : Number(name)
}

export const lastWeekday = (found: RegExpExecArray, today: number) => {
  const monday = today - weekday(today) + 1
  const weeks = /^(?:上上|大上)/.test(found[1] ?? '') ? 2 : 1
  return monday - 7 * weeks + wanted(found[2]) - 1
}

export const thisWeekday = (found: RegExpExecArray, today: number) =>
  today - ((weekday(today) - wanted(found[1]) + 7) % 7)

/** 三四天, 十来天, 二十多天 are rough: two digits side by side are no number of days. */
const isRough = (amount: string) => /^[一二两三四五六七八九]{2,}$/.test(amount)

export const daysBack =
  (per: number, most: number, already = 0) =>
  (found: RegExpExecArray, today: number) => {
    const said = found[1] ?? ''
    const amount = readNumeral(said)
    return amount === null || isRough(said) || amount < 1 || amount > most
      ? null
      : today - per * (amount - already)
  }

/** 打了一天都不通: all day long, not since yesterday. */
export const daysOn = (found: RegExpExecArray, today: number) =>
  /^[一1].*[都不无还来]$/.test(`${found[1]}${found[0]}`) ? null : daysBack(1, 60)(found, today)

export const hours = (found: RegExpExecArray, _today: number, at: Date) => {
  const amount = readNumeral(found[1] ?? '')
  return amount === null || amount > 96
    ? null
    : dayNumber(new Date(at.getTime() - amount * 3_600_000))
}

/** An hour that is still to come today was yesterday's. */
export const clock = (found: RegExpExecArray, today: number, at: Date) => {
  const said = readNumeral(found[2] ?? '')
  if (said === null || said > 24) return null
  // 半夜两点 is this morning's
  const isSmall = said < 6 && /夜/.test(found[1] ?? '')
  const isLate = !isSmall && /晚|夜|下午|傍|黑/.test(found[1] ?? '') && said < 12
  const hour = new Date(at.getTime() + 8 * 3_600_000).getUTCHours()
  return (isLate ? said + 12 : said) > hour ? today - 1 : today
}

/** 早上停的 is today's, unless its hour is still to come. */
export const today = (found: RegExpExecArray, day: number, at: Date) => {
  const hour = new Date(at.getTime() + 8 * 3_600_000).getUTCHours()
  return hour < (/下午|傍|后晌/.test(found[1] ?? '') ? 12 : 4) ? null : day
}

/** 吃过晚饭 in the morning was yesterday's. */
export const afterMeal = (found: RegExpExecArray, day: number, at: Date) =>
  /[晚夜黑]/.test(found[1] ?? found[2] ?? '') &&
  new Date(at.getTime() + 8 * 3_600_000).getUTCHours() < 16
    ? day - 1
    : day
