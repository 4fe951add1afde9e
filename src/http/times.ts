/** Moments as people in Beijing say them, whatever zone the server keeps. */

const beijing = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hourCycle: 'h23', ...options })

const date = beijing({ year: 'numeric', month: 'long', day: 'numeric' })
const day = beijing({ month: 'numeric', day: 'numeric' })
const week = beijing({ weekday: 'long' })
const clock = beijing({ hour: '2-digit', minute: '2-digit' })

/** 2026年12月1日 */
export const dateText = (at: Date): string => date.format(at)

/** 星期二 */
export const weekdayText = (at: Date): string => week.format(at)

/** 09:05 */
export const clockText = (at: Date): string => clock.format(at)

/** 12月1日 09:05 */
export function momentText(at: Date): string {
  const [month, dayOfMonth] = day.format(at).split('/')
  return `${month}月${dayOfMonth}日 ${clockText(at)}`
}

/** 还有3天, 还有5小时, 已超过2小时 */
export function distanceText(due: Date, now: Date): string {
  const minutes = Math.round(Math.abs(due.getTime() - now.getTime()) / 60_000)
  return `${due < now ? '已超过' : '还有'}${lengthText(minutes)}`
}

function lengthText(minutes: number): string {
  if (minutes < 60) return `${minutes}分钟`
  if (minutes < 48 * 60) return `${Math.round(minutes / 60)}小时`
  return `${Math.round(minutes / (24 * 60))}天`
}
