const beijingMs = 8 * 3_600_000
const weekdays = ['日', '一', '二', '三', '四', '五', '六']

/** `2026年3月4日`. Beijing time. */
export function dayWords(at: Date): string {
  const there = new Date(at.getTime() + beijingMs)
  return `${there.getUTCFullYear()}年${there.getUTCMonth() + 1}月${there.getUTCDate()}日`
}

/** `3月4日（周三）`, with the hour where the moment is not the end of a day: `3月4日（周三）18:30`. Beijing time. */
export function moment(at: Date): string {
  const there = new Date(at.getTime() + beijingMs)
  const day = `${there.getUTCMonth() + 1}月${there.getUTCDate()}日（周${weekdays[there.getUTCDay()]}）`
  const time = there.toISOString().slice(11, 16)
  return time === '23:59' ? day : `${day}${time}`
}
