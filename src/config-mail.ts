import { z } from 'zod'
import { isAddress } from '../bots/mail/faults.ts'
import type { MailSettings } from '../bots/mail/settings.ts'
import { ok, type Result } from './domain/result.ts'
import { type Environment, missingOf, readSettings } from './settings-together.ts'
import { wholeNumber } from './whole-number.ts'

const schema = z.object({
  MAIL_HOST: z
    .string()
    .trim()
    .regex(/^[a-z0-9.:-]{1,255}$/i, '应为邮件服务器的名字 [the name of a mail server]')
    .optional(),
  MAIL_PORT: wholeNumber(1, 65_535).optional(),
  MAIL_SECURITY: z
    .enum(['tls', 'starttls', 'none'], '应为 tls、starttls 或 none [tls, starttls or none]')
    .default('tls'),
  MAIL_USER: z.string().trim().optional(),
  MAIL_PASSWORD: z.string().optional(),
  MAIL_FROM: z
    .string()
    .trim()
    .refine(isAddress, '应为一个邮箱地址 [one e-mail address]')
    .optional(),
  MAIL_PER_MINUTE: wholeNumber(1, 6_000).default(60),
})

const ports = { tls: 465, starttls: 587, none: 25 } as const

/** Reads what is set about a mail server; null: none. Refuses like `readConfig`, and never repeats a secret. */
export function readMail(set: Environment): Result<MailSettings | null, string[]> {
  const missing = missingOf(['MAIL_HOST', 'MAIL_FROM'], Object.keys(schema.shape), set)
  const read = readSettings(schema, set, [...missing, ...partners(set)])
  if (!read.ok) return read
  const { MAIL_HOST: host, MAIL_FROM: from, MAIL_SECURITY: security } = read.value
  const { MAIL_USER: user, MAIL_PASSWORD: password, MAIL_PER_MINUTE: perMinute } = read.value
  if (!host || !from) return ok(null)
  const port = read.value.MAIL_PORT ?? ports[security]
  const login = user && password ? { user, password } : null
  return ok({ host, port, security, login, from, perMinute })
}

function partners(set: Readonly<Record<string, string | undefined>>): string[] {
  const pair = ['MAIL_USER', 'MAIL_PASSWORD'] as const
  const lone = pair.find((name) => !set[name] && pair.some((other) => set[other]))
  if (lone) return [`${lone}：用户名和密码要一起设 [user and password are set together]`]
  return set.MAIL_SECURITY?.trim() === 'none' && set.MAIL_PASSWORD
    ? ['MAIL_SECURITY：有密码时不能不加密 [none is not allowed with a password]']
    : []
}
