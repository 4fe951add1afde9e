import { z } from 'zod'
import { ok, type Result } from './domain/result.ts'
import { type Environment, readSettings } from './settings-together.ts'

const names = ['WECHAT_STANDBY_ENDPOINT', 'WECHAT_STANDBY_TOKEN', 'WECHAT_STEADY_IDS'] as const

/** How the second WeChat account is reached, and whether both see people and groups under the same ids. */
export interface StandbySettings {
  readonly endpoint: string
  readonly token: string
  readonly steadyIds: boolean
}

const schema = z.object({
  WECHAT_STANDBY_ENDPOINT: z
    .string()
    .trim()
    .regex(/^[^\s:/]+:\d{1,5}$/, '应写成 主机:端口 [host:port]')
    .optional(),
  WECHAT_STANDBY_TOKEN: z
    .string()
    .trim()
    .regex(/^[\w-]+_\S+$/, '应以名字和下划线开头 [must begin with a name and an underscore]')
    .optional(),
  WECHAT_STEADY_IDS: z
    .enum(['yes', 'no'], '只能是 yes 或 no：两个账号看到的微信号是否一样 [yes or no]')
    .optional(),
})

/** Reads what is set about a second WeChat account; null: none. Refuses like `readConfig`, and never repeats a token. */
export function readStandby(set: Environment): Result<StandbySettings | null, string[]> {
  const isSet = names.some((name) => set[name])
  const missing = isSet
    ? [...names, 'WECHAT_ENDPOINT', 'WECHAT_TOKEN'].filter((name) => !set[name])
    : []
  const same =
    isSet && set.WECHAT_STANDBY_ENDPOINT?.trim() === set.WECHAT_ENDPOINT?.trim()
      ? ['WECHAT_STANDBY_ENDPOINT：不能和 WECHAT_ENDPOINT 一样 [must not be the first account]']
      : []
  const told = missing.map(
    (name) => `${name}：有备用账号就要设它 [needed with a second account on standby]`,
  )
  const read = readSettings(schema, set, [...told, ...same])
  if (!read.ok) return read
  const { WECHAT_STANDBY_ENDPOINT: endpoint, WECHAT_STANDBY_TOKEN: token } = read.value
  const steadyIds = read.value.WECHAT_STEADY_IDS === 'yes'
  return ok(endpoint && token ? { endpoint, token, steadyIds } : null)
}
