import { z } from 'zod'
import type { LarkSettings } from '../bots/lark/settings.ts'
import { ok, type Result } from './domain/result.ts'
import { type Environment, readSettings } from './settings-together.ts'

const secret = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]+$/, '只能是没有空格的英文字符 [printable ASCII without spaces]')

const schema = z.object({
  LARK_APP_ID: z
    .string()
    .trim()
    .regex(/^cli_[0-9a-f]{16}$/i, '应为 cli_ 加 16 位十六进制字符 [cli_ and 16 hex digits]')
    .optional(),
  LARK_APP_SECRET: secret.optional(),
  LARK_MODE: z
    .enum(['socket', 'webhook'], {
      error: ({ input }) => `只能是 socket 或 webhook，现为“${input}” [socket or webhook]`,
    })
    .default('socket'),
  LARK_ENCRYPT_KEY: secret.optional(),
  LARK_VERIFICATION_TOKEN: secret.optional(),
  LARK_TENANT_KEY: secret.optional(),
  LARK_DOMAIN: z
    .string()
    .trim()
    .regex(
      /^https?:\/\/[^/?#@]+$/,
      '应为 http(s):// 开头、末尾没有斜杠的地址 [an http(s):// address without a path or a slash at its end]',
    )
    .default('https://open.feishu.cn'),
})

/**
 * Reads what is set about a Lark app; null: none. Refuses like `readConfig`; what is wrong with an id or a key is said
 * without repeating it.
 */
export function readLark(set: Environment): Result<LarkSettings | null, string[]> {
  const read = readSettings(schema, set, missingPartners(set))
  if (!read.ok) return read
  const { LARK_APP_ID: appId, LARK_APP_SECRET: appSecret, LARK_DOMAIN: domain } = read.value
  const { LARK_MODE: mode, LARK_ENCRYPT_KEY: encryptKey } = read.value
  const { LARK_VERIFICATION_TOKEN: verificationToken, LARK_TENANT_KEY: tenantKey } = read.value
  if (!appId || !appSecret) return ok(null)
  const app = { appId, appSecret, domain }
  if (mode === 'socket' || !encryptKey || !verificationToken)
    return ok({ ...app, hears: { by: 'socket' } })
  const company = tenantKey ? { tenantKey } : {}
  return ok({ ...app, hears: { by: 'webhook', encryptKey, verificationToken, ...company } })
}

/** What is wrong with the names together. */
function missingPartners(set: Readonly<Record<string, string | undefined>>): string[] {
  const app = ['LARK_APP_ID', 'LARK_APP_SECRET']
  const keys = ['LARK_ENCRYPT_KEY', 'LARK_VERIFICATION_TOKEN']
  const isWebhook = set.LARK_MODE === 'webhook'
  const wanted = isWebhook ? [...app, ...keys] : app
  const others = [...keys, 'LARK_MODE', 'LARK_TENANT_KEY', 'LARK_DOMAIN']
  if (![...app, ...others].some((name) => set[name])) return []
  return wanted
    .filter((name) => !set[name])
    .map((name) =>
      keys.includes(name)
        ? `${name}：LARK_MODE 是 webhook 时要设它，在飞书后台“加密策略”里 [needed with LARK_MODE=webhook]`
        : `${name}：设了其他 LARK_ 开头的名字就要设它 [needed with the other LARK_ names]`,
    )
}
