import { z } from 'zod'
import type { DailyHours, Day, TimeOfDay } from '../../src/domain/deadlines/limit.ts'
import { parseRanges } from './parse-ranges.ts'

/** A cell that must not be empty. */
export const filled = z.string().min(1, '不能空着')

/** An empty cell is null. */
export const orNull = z.string().transform((text) => text || null)

/** Several values in one cell, split by `|`. */
export const parts = (cell: string): string[] =>
  cell
    .split(/[|｜]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

export const list = z.string().transform(parts)

export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, { error: ({ input }) => `不能写“${input}”，只能是：${values.join('、')}` })

export const yesOrNo = oneOf(['yes', 'no']).transform((text) => text === 'yes')
/** The same; empty: no. */
export const yesOrEmpty = z.preprocess((text) => (text === '' ? 'no' : text), yesOrNo)

export const countOrNull = z
  .string()
  .regex(/^[1-9]?\d{0,2}$/, '应为 1 到 999 的整数，或者空着')
  .transform((text) => (text === '' ? null : Number(text)))

export const ranges = z.string().transform((text, context) => {
  const read = parseRanges(text)
  if (read.ok) return read.value
  context.addIssue(read.problem)
  return z.NEVER
})

/** Excel drops the zero a code begins with, and the fault says so. */
export const fourDigits = z
  .string()
  .regex(/^\d{4}$/, '应为四位数字，如 0101（Excel 会吃掉开头的 0，请把这一列设为文本）')

export const phone = z
  .string()
  .regex(/^[\d\- ]*$/, '只能有数字、空格和短横（Excel 若写成 1.38E+10，请把这一列设为文本）')

export const scope = z.string().regex(/^(street|estate:.+)$/, '应为 street 或 estate:小区名')

/** A day of the calendar, `2026-10-01`. */
export const isDay = (text: string): text is Day =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  new Date(`${text}T00:00:00Z`).toString() !== 'Invalid Date' &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)

const daySays = '应为日期，如 2026-10-01'
export const day = z
  .string()
  .refine(isDay, daySays)
  .transform((text) => text as Day)

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

/** A day, or `周一`: every Monday; Sunday is 0. */
export const dayOrWeekday = z
  .string()
  .refine(
    (text) => isDay(text) || weekdays.includes(text),
    `${daySays}，或者 ${weekdays.slice(1).join('、')}、${weekdays[0]}`,
  )
  .transform((text) => (isDay(text) ? text : (weekdays.indexOf(text) as 0 | 1 | 2 | 3 | 4 | 5 | 6)))

export const dayOrNull = z
  .string()
  .refine((text) => text === '' || isDay(text), '应为日期，如 2026-10-01，或者空着')
  .transform((text) => (isDay(text) ? text : null))

const hoursSay = '应为每天的时段，如 22:00-06:00（可以跨零点），或者空着'
/** Hours of every day, `22:00-06:00`; null: all of it. */
export const hoursOrNull = z
  .string()
  .regex(/^(|([01]\d|2[0-3]):[0-5]\d[-—~～]([01]\d|2[0-3]):[0-5]\d)$/, {
    error: hoursSay,
    abort: true,
  })
  .refine((text) => text === '' || text.slice(0, 5) !== text.slice(-5), hoursSay)
  .transform((text): DailyHours | null =>
    text === '' ? null : { from: text.slice(0, 5) as TimeOfDay, to: text.slice(-5) as TimeOfDay },
  )
