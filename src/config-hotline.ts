import { z } from 'zod'
import type { HotlineSettings } from '../bots/hotline/settings.ts'
import { no, ok, type Result } from './domain/result.ts'

const names = ['HOTLINE_SOURCE', 'HOTLINE_SECRET', 'HOTLINE_URL'] as const

const schema = z.object({
  HOTLINE_SOURCE: z
    .string()
    .trim()
    .regex(
      /^[\w.-]{1,64}$/,
      '应为 1 到 64 个字母、数字、点、横线或下划线 [1 to 64 letters, digits, dots, hyphens or underscores]',
    )
    .optional(),
  HOTLINE_SECRET: z
    .string()
    .trim()
    .regex(
      /^[\x21-\x7e]{32,256}$/,
      '应为至少 32 个没有空格的英文字符 [at least 32 printable ASCII characters without spaces]',
    )
    .optional(),
  HOTLINE_URL: z
    .string()
    .trim()
    .regex(
      /^https?:\/\/[^\s@/?#]+(\/\S*)?$/,
      '应为 http(s):// 开头、不带用户名的地址 [an http(s):// address without a user]',
    )
    .optional(),
})

/** Reads what is set about a city hotline; null: none. Refuses like `readConfig`, and never repeats a secret. */
export function readHotline(
  set: Readonly<Record<string, string | undefined>>,
): Result<Omit<HotlineSettings, 'tenant'> | null, string[]> {
  const read = schema.safeParse(set)
  const issues = read.success ? [] : read.error.issues
  const missing = names.some((name) => set[name]) ? names.filter((name) => !set[name]) : []
  const faults = [
    ...issues.map(({ path, message }) => `${path.join('.')}：${message}`),
    ...missing.map(
      (name) =>
        `${name}：设了其他 HOTLINE_ 开头的名字就要设它 [needed with the other HOTLINE_ names]`,
    ),
  ]
  if (!read.success || faults.length > 0) return no(faults)
  const { HOTLINE_SOURCE: source, HOTLINE_SECRET: secret, HOTLINE_URL: url } = read.data
  return ok(source && secret && url ? { source, secret, url } : null)
}
