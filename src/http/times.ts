/** Moments as people in Beijing say them, whatever zone the server keeps. */

const beijing = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hourCycle: 'h23', ...options })

const year = beijing({ year: 'numeric' })
const day = beijing({ month: 'long', day: 'numeric' })
const week = beijing({ weekday: 'long' })
const clock = beijing({ hour: '2-digit', minute: '2-digit' })

/** 2026年 */
export const yearText = (at: Date): string => year.format(at)

/** 12月1日 */
export const dayText = (at: Date): string => day.format(at)

/** 星期二 */
export const weekdayText = (at: Date): string => week.format(at)

/** 09:05 */
export const clockText = (at: Date): string => clock.format(at)

/** 12月1日 09:05 */
export const momentText = (at: Date): string => `${dayText(at)} ${clockText(at)}`

/** 还有3天, 还有5小时, 已超过2小时 */
export function distanceText(due: Date, now: Date): string {
  const minutes = Math.floor(Math.abs(due.getTime() - now.getTime()) / 60_000)
  return `${due < now ? '已超过' : '还有'}${lengthText(minutes)}`
}

/** 3天, 5小时 */
export const sinceText = (at: Date, now: Date): string =>
  lengthText(Math.round(Math.max(0, now.getTime() - at.getTime()) / 60_000))

/** 3天, 5小时, 40分钟: never more than there is. */
export function lengthText(minutes: number): string {
  if (minutes < 60) return `${minutes}分钟`
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)}小时`
  return `${Math.floor(minutes / (24 * 60))}天`
}
