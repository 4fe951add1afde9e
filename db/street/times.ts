import { z } from 'zod'
import type { Limit, TimeOfDay } from '../../src/domain/deadlines/limit.ts'

const units = {
  m: 'minutes',
  h: 'hours',
  wh: 'workingHours',
  d: 'days',
  wd: 'workingDays',
} as const satisfies Record<string, Limit['unit']>

const durationSays =
  '时长应写成 10m（分钟）、2h（小时）、4wh（工作小时）、5wd（工作日）或 30d（自然日），数字最多四位'

/** `4wh` as a limit. */
export const duration = z
  .string({ error: durationSays })
  .regex(/^\d{1,4}(m|h|wh|d|wd)$/, durationSays)
  .transform((text): Limit => {
    const unit = text.replace(/^\d+/, '') as keyof typeof units
    return { amount: Number.parseInt(text, 10), unit: units[unit] }
  })

const timeSays = '时刻应写成带引号的 "07:30" 这样，从 "00:00" 到 "23:59"'
/** `07:30` in quotation marks: without them YAML reads a number. */
export const time = z
  .string({ error: timeSays })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: timeSays, abort: true })
  .transform((text) => text as TimeOfDay)
