import { z } from 'zod'
import type { SmsSettings } from '../bots/sms/settings.ts'
import { ok, type Result } from './domain/result.ts'
import {
  accountSetting,
  addressSetting,
  type Environment,
  missingOf,
  readSettings,
  secretSetting,
} from './settings-together.ts'
import { wholeNumber } from './whole-number.ts'

const schema = z.object({
  SMS_URL: addressSetting,
  SMS_ACCOUNT: accountSetting,
  SMS_SECRET: secretSetting,
  SMS_PARTS_A_DAY: wholeNumber(1, 20_000).default(500),
})

const needed = ['SMS_URL', 'SMS_ACCOUNT', 'SMS_SECRET'] as const

/** Reads what is set about a gateway for short messages; null: none. Refuses like `readConfig`, and never repeats a secret. */
export function readSms(set: Environment): Result<SmsSettings | null, string[]> {
  const read = readSettings(schema, set, missingOf(needed, Object.keys(schema.shape), set))
  if (!read.ok) return read
  const { SMS_URL: url, SMS_ACCOUNT: account, SMS_SECRET: secret } = read.value
  const { SMS_PARTS_A_DAY: partsADay } = read.value
  return ok(url && account && secret ? { url, account, secret, partsADay } : null)
}
