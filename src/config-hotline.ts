import { z } from 'zod'
import type { HotlineSettings } from '../bots/hotline/settings.ts'
import { ok, type Result } from './domain/result.ts'
import {
  accountSetting,
  addressSetting,
  type Environment,
  missingOf,
  readSettings,
  secretSetting,
} from './settings-together.ts'

const needed = ['HOTLINE_SOURCE', 'HOTLINE_SECRET', 'HOTLINE_URL'] as const

const schema = z.object({
  HOTLINE_SOURCE: accountSetting,
  HOTLINE_SECRET: secretSetting,
  HOTLINE_URL: addressSetting,
})

/** Reads what is set about a city hotline; null: none. Refuses like `readConfig`, and never repeats a secret. */
export function readHotline(
  set: Environment,
): Result<Omit<HotlineSettings, 'tenant'> | null, string[]> {
  const read = readSettings(schema, set, missingOf(needed, Object.keys(schema.shape), set))
  if (!read.ok) return read
  const { HOTLINE_SOURCE: source, HOTLINE_SECRET: secret, HOTLINE_URL: url } = read.value
  return ok(source && secret && url ? { source, secret, url } : null)
}
