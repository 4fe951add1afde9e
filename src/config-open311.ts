import { z } from 'zod'
import type { Open311Settings } from '../bots/open311/settings.ts'
import { no, ok, type Result } from './domain/result.ts'

const pairs =
  '应写成 应用名=密钥，多个用逗号隔开，密钥至少 24 个英文字符 [app=key, commas between, keys of at least 24 ASCII characters, no name or key twice]'
const origin =
  '应为 https://域名 这样的来源，多个用逗号隔开，不带路径 [origins such as https://host, commas between, without a path]'

const schema = z.object({
  OPEN311_JURISDICTION: z
    .string()
    .trim()
    .regex(
      /^[\w.-]{1,64}$/,
      '应为 1 到 64 个字母、数字、点、横线或下划线 [1 to 64 letters, digits, dots, hyphens or underscores]',
    )
    .optional(),
  OPEN311_KEYS: z.string().default('').transform(keysIn),
  OPEN311_SECRET: z
    .string()
    .trim()
    .regex(
      /^[\x21-\x7e]{32,256}$/,
      '应为至少 32 个没有空格的英文字符 [at least 32 printable ASCII characters without spaces]',
    )
    .optional(),
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
export function readOpen311(
  set: Readonly<Record<string, string | undefined>>,
): Result<Open311Settings | null, string[]> {
  const read = schema.safeParse(set)
  const issues = read.success ? [] : read.error.issues
  const isSet = Object.keys(schema.shape).some((name) => set[name])
  const missing = isSet ? needed.filter((name) => !set[name]) : []
  const faults = [
    ...issues.map(({ path, message }) => `${path.join('.')}：${message}`),
    ...missing.map(
      (name) =>
        `${name}：设了其他 OPEN311_ 开头的名字就要设它 [needed with the other OPEN311_ names]`,
    ),
  ]
  if (!read.success || faults.length > 0) return no(faults)
  const { OPEN311_JURISDICTION: jurisdiction, OPEN311_SECRET: secret } = read.data
  const { OPEN311_KEYS: keys, OPEN311_MEDIA: mediaOrigins, OPEN311_URL: url } = read.data
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
