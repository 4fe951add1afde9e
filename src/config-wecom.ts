import { z } from 'zod'
import type { WecomSettings } from '../bots/wecom/settings.ts'
import { ok, type Result } from './domain/result.ts'
import { type Environment, missingOf, readSettings } from './settings-together.ts'
import { wholeNumber } from './whole-number.ts'

const secret = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]+$/, '只能是没有空格的英文字符 [printable ASCII without spaces]')

const schema = z.object({
  WECOM_CORP_ID: z
    .string()
    .trim()
    .regex(
      /^w[wx][0-9a-z]{16}$/i,
      '应为 ww 或 wx 加 16 位字母数字 [ww or wx and 16 letters or digits]',
    )
    .optional(),
  WECOM_AGENT_ID: wholeNumber(1, 2_147_483_647).optional(),
  WECOM_SECRET: secret.optional(),
  WECOM_TOKEN: z
    .string()
    .trim()
    .regex(/^[0-9a-z]{3,32}$/i, '应为 3 到 32 位字母数字 [3 to 32 letters or digits]')
    .optional(),
  WECOM_AES_KEY: z
    .string()
    .trim()
    .regex(/^[0-9a-z+/]{43}$/i, '应为 43 位字母数字 [43 letters or digits]')
    .optional(),
  WECOM_ROBOTS: z.string().default('').transform(robotsIn),
  WECOM_URL: z
    .string()
    .trim()
    .regex(
      /^https?:\/\/[^?#@\s]+[^/?#@\s]$/,
      '应为 http(s):// 开头、末尾没有斜杠的地址 [an http(s):// address without a slash at its end]',
    )
    .default('https://qyapi.weixin.qq.com'),
})

const needed = [
  'WECOM_CORP_ID',
  'WECOM_AGENT_ID',
  'WECOM_SECRET',
  'WECOM_TOKEN',
  'WECOM_AES_KEY',
] as const

/** Reads what is set about an app on WeCom; null: none. Refuses like `readConfig`, and never repeats a secret. */
export function readWecom(set: Environment): Result<WecomSettings | null, string[]> {
  const read = readSettings(schema, set, missingOf(needed, Object.keys(schema.shape), set))
  if (!read.ok) return read
  const { WECOM_CORP_ID: corpId, WECOM_AGENT_ID: agentId, WECOM_SECRET: key } = read.value
  const { WECOM_TOKEN: token, WECOM_AES_KEY: aesKey } = read.value
  if (!corpId || !agentId || !key || !token || !aesKey) return ok(null)
  const { WECOM_ROBOTS: robots, WECOM_URL: api } = read.value
  return ok({ corpId, agentId, secret: key, token, aesKey, robots, api })
}

/** `群名=机器人的 key`, several with a comma between. */
function robotsIn(text: string, context: z.RefinementCtx): ReadonlyMap<string, string> {
  const robots = new Map<string, string>()
  const pairs = text.split(/[,，]/).map((pair) => pair.trim())
  for (const pair of pairs.filter((one) => one !== '')) {
    const [, room, key] = /^([^=\s]{1,64})=([0-9a-z-]{8,64})$/i.exec(pair) ?? []
    if (room === undefined || key === undefined || robots.has(room)) {
      context.addIssue({
        code: 'custom',
        message:
          '应写成 群=机器人key，多个用逗号隔开，每群一个 [group=robot key, commas between, one for each group]',
      })
      return robots
    }
    robots.set(room, key)
  }
  return robots
}
