import { z } from 'zod'
import type { Open311Settings } from '../bots/open311/settings.ts'
import { ok, type Result } from './domain/result.ts'
import {
  accountSetting,
  type Environment,
  missingOf,
  readSettings,
  secretSetting,
} from './settings-together.ts'

const pairs =
  '应写成 应用名=密钥，多个用逗号隔开，密钥至少 24 个英文字符 [app=key, commas between, keys of at least 24 ASCII characters, no name or key twice]'
const origin =
  '应为 https://域名 这样的来源，多个用逗号隔开，不带路径 [origins such as https://host, commas between, without a path]'

const schema = z.object({
  OPEN311_JURISDICTION: accountSetting,
  OPEN311_KEYS: z.string().default('').transform(keysIn),
  OPEN311_SECRET: secretSetting,
  OPEN311_MEDIA: z
    .string()
    .default('')
    .transform((text) => listed(text).map((one) => one.toLowerCase()))
    .refine((all) => all.every(isOrigin), origin),
  OPEN311_URL: z
    .string()
    .trim()
    .refine(isOrigin, '应为 https://域名，末尾没有斜杠 [https://host without a slash at its end]')
    .optional(),
})

const needed = ['OPEN311_JURISDICTION', 'OPEN311_KEYS', 'OPEN311_SECRET'] as const

/** Reads what is set about an Open311 door; null: none. Refuses like `readConfig`, and never repeats a secret. */
export function readOpen311(set: Environment): Result<Open311Settings | null, string[]> {
  const read = readSettings(schema, set, missingOf(needed, Object.keys(schema.shape), set))
  if (!read.ok) return read
  const { OPEN311_JURISDICTION: jurisdiction, OPEN311_SECRET: secret } = read.value
  const { OPEN311_KEYS: keys, OPEN311_MEDIA: mediaOrigins, OPEN311_URL: url } = read.value
  if (!jurisdiction || !secret) return ok(null)
  return ok({ jurisdiction, keys, secret, mediaOrigins, publicUrl: url ?? null })
}

function listed(text: string): string[] {
  return text
    .split(/[,，]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

function isOrigin(text: string): boolean {
  try {
    const { origin, protocol } = new URL(text)
    return origin === text && (protocol === 'https:' || protocol === 'http:')
  } catch {
    return false
  }
}

function keysIn(text: string, context: z.RefinementCtx): ReadonlyMap<string, string> {
  const keys = new Map<string, string>()
  for (const pair of listed(text)) {
    const [, name, key] = /^([\w.-]{1,40})=([\x21-\x7e]{24,200})$/.exec(pair) ?? []
    if (
      name === undefined ||
      key === undefined ||
      keys.has(name) ||
      [...keys.values()].includes(key)
    ) {
      context.addIssue({ code: 'custom', message: pairs })
      return keys
    }
    keys.set(name, key)
  }
  return keys
}
