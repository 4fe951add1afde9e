import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { type Accounts, readAccounts } from './config-accounts.ts'
import { readAsr } from './config-asr.ts'
import { readLlm } from './config-llm.ts'
import { no, ok, type Result } from './domain/result.ts'
import type { LlmSettings } from './llm/settings.ts'
import type { AsrSettings } from './senses/settings.ts'
import { wholeNumber } from './whole-number.ts'

/** All that is set from outside. Read once, in `main`. */
export interface Config extends Accounts {
  /** Our own PostgreSQL is started in `dataFolder` when null. */
  readonly databaseUrl: string | null
  /** Absolute; outside the checkout unless somebody wants otherwise. */
  readonly dataFolder: string
  readonly host: string
  /** 0: any free one. */
  readonly port: number
  /** Where browsers reach us, without a slash at its end. */
  readonly publicUrl: string
  /** It was said; else it is guessed, and good for this machine only. */
  readonly knowsPublicUrl: boolean
  /** Proxies of our own before us, whose word on who asks is taken; 0: none. */
  readonly trustedProxies: number
  /** Absolute: the files of the street (`db/street/read-street.ts`). */
  readonly streetFolder: string
  /** The code of the street; null: as its files say. */
  readonly tenant: string | null
  /** With it numbers may be read at /metrics from elsewhere; null: from this machine only. */
  readonly metricsToken: string | null
  /** Origins inside the network that programs may want to be told at; all others must be on the open internet. */
  readonly webhooksInside: readonly string[]
  /** A wechaty puppet service; null: without Lark, too, the simulator is started. */
  readonly wechat: {
    readonly endpoint: string
    readonly token: string
    /** `careful`: as slowly as a person, or the platform silences the account. `none`: the service sees to it, or it is a test. */
    readonly pace: 'careful' | 'none'
  } | null
  /**
   * `all`: everything in one process. Of several processes on one database, `bot` hears and speaks, as one of them at a
   * time, `worker` reads and decides.
   */
  readonly role: (typeof roles)[number]
  /** What people call the bot. */
  readonly botNames: readonly string[]
  /** `driven`: can be moved forward by hand; never with real people. */
  readonly clock: 'real' | 'driven'
  /** A language model that is asked where our own reading may be wrong; null: none. */
  readonly llm: LlmSettings | null
  /** Who writes down what is said in voices; null: the bot asks for a line of text. */
  readonly asr: AsrSettings | null
}

const roles = ['all', 'bot', 'worker'] as const

/** What the defaults depend on besides the environment. */
export interface Machine {
  readonly platform: NodeJS.Platform
  readonly isRoot: boolean
  readonly home: string
}

/**
 * Reads the environment. An empty value counts as not set.
 * Refuses with one sentence for each name that is wrong, in Chinese, then English; never with a secret in it.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  machine: Machine = thisMachine(),
): Result<Config, string[]> {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const read = schema.safeParse(set)
  const issues = read.success ? [] : read.error.issues
  const llm = readLlm(set)
  const asr = readAsr(set)
  const accounts = readAccounts(set)
  const faults = [
    ...issues.map(({ path, message }) => `${path.join('.')}：${message}`),
    ...missingPartners(set),
    ...(llm.ok ? [] : llm.problem),
    ...(asr.ok ? [] : asr.problem),
    ...(accounts.ok ? [] : accounts.problem),
  ]
  if (!read.success || !llm.ok || !asr.ok || !accounts.ok || faults.length > 0) return no(faults)
  const { WECHAT_ENDPOINT: endpoint, WECHAT_TOKEN: token, ...values } = read.data
  const { lark, wecom, hotline, open311, mail, sms } = accounts.value
  const isWithPeople = [lark, wecom, hotline, open311, mail, sms].some((one) => one !== null)
  const wechat = endpoint && token ? { endpoint, token, pace: values.WECHAT_PACE } : null
  return ok({
    databaseUrl: values.DATABASE_URL ?? null,
    dataFolder: resolve(values.LINLI_DATA ?? usualDataFolder(machine)),
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.LINLI_PUBLIC_URL ?? `http://${values.HOST}:${values.PORT}`,
    knowsPublicUrl: values.LINLI_PUBLIC_URL !== undefined,
    trustedProxies: values.LINLI_TRUST_PROXY,
    streetFolder: resolve(values.LINLI_STREET ?? sampleStreet),
    tenant: values.LINLI_TENANT ?? null,
    metricsToken: values.LINLI_METRICS_TOKEN ?? null,
    webhooksInside: values.LINLI_WEBHOOKS_INSIDE,
    wechat,
    ...accounts.value,
    role: values.LINLI_ROLE,
    botNames: values.WECHAT_BOT_NAMES,
    clock:
      values.LINLI_CLOCK ??
      (wechat || isWithPeople || values.LINLI_ROLE !== 'all' ? 'real' : 'driven'),
    llm: llm.value,
    asr: asr.value,
  })
}

const sampleStreet = join(import.meta.dirname, '..', 'db', 'sample-street')

const thisMachine = (): Machine => ({
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
  home: homedir(),
})

const usualDataFolder = ({ platform, isRoot, home }: Machine): string =>
  platform === 'linux' && isRoot ? '/var/lib/linli' : join(home, '.local', 'share', 'linli')

const isOrigin = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text

const schema = z.object({
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error:
        '应为 postgres://用户:密码@主机:端口/库名；不设则用自带的数据库 [a postgres:// address; unset: our own database]',
    })
    .optional(),
  LINLI_DATA: z.string().optional(),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, '应为主机名或 IP 地址，如 127.0.0.1 [a host name or IP address]')
    .default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(3000),
  LINLI_PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error:
        '应为浏览器能打开的地址，如 https://linli.example.cn [the http(s) address browsers use]',
    })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  LINLI_TRUST_PROXY: wholeNumber(0, 5).default(0),
  LINLI_STREET: z.string().optional(),
  LINLI_TENANT: z
    .string()
    .regex(/^[\w-]{1,40}$/, '只能有字母、数字、- 和 _，最多 40 个 [letters, digits, - and _ only]')
    .optional(),
  LINLI_METRICS_TOKEN: z.string().min(16, '至少 16 个字符 [at least 16 characters]').optional(),
  LINLI_WEBHOOKS_INSIDE: z
    .string()
    .default('')
    .transform((text) => text.split(/[,，\s]+/).filter((one) => one !== ''))
    .refine((origins) => origins.every(isOrigin), {
      error:
        '应为 http://主机:端口，几个用逗号隔开，后面不带路径 [origins with commas between, without paths]',
    }),
  WECHAT_ENDPOINT: z
    .string()
    .regex(/^[^\s/]+:\d{1,5}$/, '应为 主机:端口，如 127.0.0.1:8788 [host:port]')
    .optional(),
  WECHAT_TOKEN: z.string().optional(),
  WECHAT_PACE: z
    .enum(['careful', 'none'], {
      error: ({ input }) => `只能是 careful 或 none，现为“${input}” [careful or none]`,
    })
    .default('careful'),
  WECHAT_BOT_NAMES: z
    .string()
    .default('邻里小助手')
    .transform((text) => text.split(/[,，、]/).map((name) => name.trim().replace(/^@/, '')))
    .transform((names) => names.filter((name) => name !== ''))
    .refine((names) => names.length > 0, '至少写一个名字，用逗号隔开 [at least one name]'),
  LINLI_ROLE: z
    .enum(roles, {
      error: ({ input }) => `只能是 all、bot 或 worker，现为“${input}” [all, bot or worker]`,
    })
    .default('all'),
  LINLI_CLOCK: z
    .enum(['real', 'driven'], {
      error: ({ input }) => `只能是 real 或 driven，现为“${input}” [real or driven]`,
    })
    .optional(),
})

/** What is wrong with names together. Not part of the schema, which looks no further once a name by itself is wrong. */
function missingPartners(set: Readonly<Record<string, string | undefined>>): string[] {
  const { WECHAT_ENDPOINT: endpoint, WECHAT_TOKEN: token, LINLI_CLOCK: clock } = set
  const { LINLI_ROLE: role, DATABASE_URL: databaseUrl } = set
  const isReal = [
    'WECHAT_ENDPOINT',
    'LARK_APP_ID',
    'WECOM_CORP_ID',
    'HOTLINE_SOURCE',
    'OPEN311_KEYS',
    'MAIL_HOST',
    'SMS_URL',
  ].some((name) => set[name])
  const isShared = role === 'bot' || role === 'worker'
  const faults: [boolean, string][] = [
    [
      Boolean(endpoint && !token),
      'WECHAT_TOKEN：设了 WECHAT_ENDPOINT 就要设它 [needed with WECHAT_ENDPOINT]',
    ],
    [
      Boolean(token && !endpoint),
      'WECHAT_ENDPOINT：设了 WECHAT_TOKEN 就要设它 [needed with WECHAT_TOKEN]',
    ],
    [
      isShared && !databaseUrl,
      'LINLI_ROLE：几个程序分工要共用一个数据库，请设 DATABASE_URL [roles share a database: set DATABASE_URL]',
    ],
    [
      isShared && clock === 'driven',
      'LINLI_ROLE：几个程序分工，时钟只能是 real [with roles the clock must be real]',
    ],
    [
      isReal && clock === 'driven',
      'LINLI_CLOCK：接了真的账号，时钟只能是 real：居民的期限不能拨快 [with real people the clock must be real]',
    ],
  ]
  return faults.flatMap(([isWrong, fault]) => (isWrong ? [fault] : []))
}
