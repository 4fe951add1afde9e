import { z } from 'zod'
import type { SmsSettings } from '../bots/sms/settings.ts'
import { no, ok, type Result } from './domain/result.ts'
import { wholeNumber } from './whole-number.ts'

const schema = z.object({
  SMS_URL: z
    .string()
    .trim()
    .regex(
      /^https?:\/\/[^\s@/?#]+(\/\S*)?$/,
      '应为 http(s):// 开头、不带用户名的地址 [an http(s):// address without a user]',
    )
    .optional(),
  SMS_ACCOUNT: z
    .string()
    .trim()
    .regex(
      /^[\w.-]{1,64}$/,
      '应为 1 到 64 个字母、数字、点、横线或下划线 [1 to 64 letters, digits, dots, hyphens or underscores]',
    )
    .optional(),
  SMS_SECRET: z
    .string()
    .trim()
    .regex(
      /^[\x21-\x7e]{32,256}$/,
      '应为至少 32 个没有空格的英文字符 [at least 32 printable ASCII characters without spaces]',
    )
    .optional(),
  SMS_PARTS_A_DAY: wholeNumber(1, 20_000).default(500),
})

const needed = ['SMS_URL', 'SMS_ACCOUNT', 'SMS_SECRET'] as const

/** Reads what is set about a gateway for short messages; null: none. Refuses like `readConfig`, and never repeats a secret. */
export function readSms(
  set: Readonly<Record<string, string | undefined>>,
): Result<SmsSettings | null, string[]> {
  const read = schema.safeParse(set)
  const issues = read.success ? [] : read.error.issues
  const isSet = Object.keys(schema.shape).some((name) => set[name])
  const missing = isSet ? needed.filter((name) => !set[name]) : []
  const faults = [
    ...issues.map(({ path, message }) => `${path.join('.')}：${message}`),
    ...missing.map(
      (name) => `${name}：设了其他 SMS_ 开头的名字就要设它 [needed with the other SMS_ names]`,
    ),
  ]
  if (!read.success || faults.length > 0) return no(faults)
  const { SMS_URL: url, SMS_ACCOUNT: account, SMS_SECRET: secret } = read.data
  const { SMS_PARTS_A_DAY: partsADay } = read.data
  return ok(url && account && secret ? { url, account, secret, partsADay } : null)
}
