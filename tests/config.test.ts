import { isAbsolute, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Config, type Machine, readConfig } from '../src/config.ts'

const laptop: Machine = { platform: 'darwin', isRoot: false, home: '/Users/li' }

function configOf(env: Record<string, string>, machine = laptop): Config {
  const read = readConfig(env, machine)
  if (!read.ok) throw new Error(read.problem.join('\n'))
  return read.value
}

const faultsOf = (env: Record<string, string>): string[] => {
  const read = readConfig(env, laptop)
  return read.ok ? [] : read.problem
}

describe('with nothing set', () => {
  test('the sandbox runs on the sample street, on this machine only', () => {
    expect(configOf({})).toEqual({
      databaseUrl: null,
      dataFolder: '/Users/li/.local/share/linli',
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      knowsPublicUrl: false,
      trustedProxies: 0,
      webhooksInside: [],
      streetFolder: join(import.meta.dirname, '..', 'db', 'sample-street'),
      tenant: null,
      metricsToken: null,
      wechat: null,
      lark: null,
      wecom: null,
      hotline: null,
      open311: null,
      mail: null,
      sms: null,
      standby: null,
      role: 'all',
      botNames: ['邻里小助手'],
      clock: 'driven',
      llm: null,
      asr: null,
    })
  })

  test.each<[Machine, string]>([
    [{ platform: 'linux', isRoot: true, home: '/root' }, '/var/lib/linli'],
    [{ platform: 'linux', isRoot: false, home: '/home/li' }, '/home/li/.local/share/linli'],
    [{ platform: 'darwin', isRoot: true, home: '/var/root' }, '/var/root/.local/share/linli'],
  ])('on %o data lies in %s', (machine, folder) => {
    expect(configOf({}, machine).dataFolder).toBe(folder)
  })

  test('an empty value is as good as none', () => {
    expect(configOf({ DATABASE_URL: '', PORT: ' ', WECHAT_TOKEN: '' })).toEqual(configOf({}))
  })
})

describe('what is set', () => {
  test('is taken', () => {
    const config = configOf({
      DATABASE_URL: 'postgresql://linli:secret@db:5432/linli',
      PORT: '0',
      HOST: '::1',
      LINLI_TENANT: 'QS',
      WECHAT_BOT_NAMES: '@小邻， 邻里助手,',
      LINLI_CLOCK: 'real',
    })
    expect(config).toMatchObject({
      databaseUrl: 'postgresql://linli:secret@db:5432/linli',
      port: 0,
      host: '::1',
      tenant: 'QS',
      botNames: ['小邻', '邻里助手'],
      clock: 'real',
    })
  })

  test('a language model is asked only for what we doubt, unless told otherwise', () => {
    const server = { LINLI_LLM_URL: 'http://127.0.0.1:11434/v1', LINLI_LLM_MODEL: 'qwen3' }
    expect(configOf(server).llm).toEqual({
      url: 'http://127.0.0.1:11434/v1',
      model: 'qwen3',
      key: null,
      mode: 'unsure',
      dailyCap: 2_000,
      timeoutMs: 15_000,
    })
    const all = {
      LINLI_LLM_MODE: 'reader',
      LINLI_LLM_KEY: 'sk-1',
      LINLI_LLM_DAILY_CAP: '50',
      LINLI_LLM_TIMEOUT_MS: '3000',
    }
    expect(configOf({ ...server, ...all }).llm).toMatchObject({
      mode: 'reader',
      key: 'sk-1',
      dailyCap: 50,
      timeoutMs: 3_000,
    })
    expect(configOf({ ...server, LINLI_LLM_MODE: 'off' }).llm).toBeNull()
  })

  test('voices are written down by a server or by a program, and by nobody unless told so', () => {
    const server = { LINLI_ASR_URL: 'http://127.0.0.1:8000/v1' }
    expect(configOf(server).asr).toEqual({
      kind: 'server',
      url: 'http://127.0.0.1:8000/v1',
      model: 'whisper-1',
      key: null,
      timeoutMs: 30_000,
    })
    const all = { LINLI_ASR_MODEL: 'm', LINLI_ASR_KEY: 'sk-1', LINLI_ASR_TIMEOUT_MS: '9000' }
    expect(configOf({ ...server, ...all }).asr).toMatchObject({
      model: 'm',
      key: 'sk-1',
      timeoutMs: 9_000,
    })
    const line = `/opt/asr/run -m "my models/zh.bin" --prompt '' -f; rm`
    expect(configOf({ LINLI_ASR_COMMAND: line }).asr).toEqual({
      kind: 'command',
      command: ['/opt/asr/run', '-m', 'my models/zh.bin', '--prompt', '', '-f;', 'rm'],
      timeoutMs: 30_000,
    })
  })

  test('folders become absolute', () => {
    const { dataFolder, streetFolder } = configOf({ LINLI_DATA: 'data', LINLI_STREET: './ours' })
    expect([dataFolder, streetFolder].every(isAbsolute)).toBe(true)
  })

  test('real WeChat means real time', () => {
    const config = configOf({ WECHAT_ENDPOINT: '127.0.0.1:8788', WECHAT_TOKEN: 'insecure_t' })
    expect(config.wechat).toEqual({
      endpoint: '127.0.0.1:8788',
      token: 'insecure_t',
      pace: 'careful',
    })
    expect(config.clock).toBe('real')
  })
})

describe('letters to real people', () => {
  test.each<Record<string, string>>([
    { MAIL_HOST: 'smtp.street.example', MAIL_FROM: 'linli@street.example', MAIL_SECURITY: 'none' },
    {
      SMS_URL: 'https://sms.street.example/messages',
      ...{ SMS_ACCOUNT: 'street-qs', SMS_SECRET: 'S3cret-S3cret-S3cret-S3cret-S3cret' },
    },
  ])('mean real time: %o', (env) => {
    expect(configOf(env).clock).toBe('real')
    expect(faultsOf({ ...env, LINLI_CLOCK: 'driven' })).toEqual([
      expect.stringContaining('LINLI_CLOCK：接了真的账号，时钟只能是 real'),
    ])
  })
})

describe('what is wrong', () => {
  test.each<[Record<string, string>, string]>([
    [{ PORT: '70000' }, 'PORT：应为 0 到 65535 的整数，现为“70000”'],
    [{ PORT: '80.5' }, 'PORT：应为 0 到 65535 的整数，现为“80.5”'],
    [{ DATABASE_URL: 'mysql://db/x' }, 'DATABASE_URL：应为 postgres://'],
    [{ HOST: 'http://x' }, 'HOST：应为主机名或 IP 地址'],
    [{ LINLI_TENANT: '青 石' }, 'LINLI_TENANT：只能有字母、数字'],
    [{ WECHAT_BOT_NAMES: ',,' }, 'WECHAT_BOT_NAMES：至少写一个名字'],
    [{ LINLI_CLOCK: 'fast' }, 'LINLI_CLOCK：只能是 real 或 driven，现为“fast”'],
    [{ LINLI_ROLE: 'boss' }, 'LINLI_ROLE：只能是 all、bot 或 worker'],
    [{ LINLI_ROLE: 'worker' }, 'LINLI_ROLE：几个程序分工要共用一个数据库'],
    [{ WECHAT_ENDPOINT: '127.0.0.1:8788' }, 'WECHAT_TOKEN：设了 WECHAT_ENDPOINT 就要设它'],
    [{ WECHAT_PACE: 'fast' }, 'WECHAT_PACE：只能是 careful 或 none，现为“fast”'],
    [{ LINLI_LLM_URL: 'ftp://x/v1', LINLI_LLM_MODEL: 'm' }, 'LINLI_LLM_URL：应为 http(s)://'],
    [{ LINLI_LLM_URL: 'http://x/v1' }, 'LINLI_LLM_MODEL：设了 LINLI_LLM_URL 就要设它'],
    [{ LINLI_LLM_MODE: 'reader' }, 'LINLI_LLM_URL：设了 LINLI_LLM_MODEL、'],
    [{ LINLI_LLM_KEY: 'k' }, 'LINLI_LLM_MODE 或 LINLI_LLM_KEY 就要设它'],
    [
      { LINLI_LLM_URL: 'http://x/v1', LINLI_LLM_MODEL: 'm', LINLI_LLM_MODE: 'all' },
      'LINLI_LLM_MODE：只能是 off、unsure 或 reader，现为“all”',
    ],
    [{ LINLI_LLM_DAILY_CAP: '0' }, 'LINLI_LLM_DAILY_CAP：应为 1 到 1000000 的整数'],
    [{ LINLI_LLM_TIMEOUT_MS: '10' }, 'LINLI_LLM_TIMEOUT_MS：应为 500 到 120000 的整数'],
    [{ LINLI_ASR_URL: 'x://h/v1' }, 'LINLI_ASR_URL：应为 http(s)://'],
    [{ LINLI_ASR_KEY: 'k' }, 'LINLI_ASR_URL：设了 LINLI_ASR_MODEL 或 LINLI_ASR_KEY'],
    [
      { LINLI_ASR_URL: 'http://x/v1', LINLI_ASR_COMMAND: 'asr' },
      'LINLI_ASR_COMMAND：与 LINLI_ASR_URL 只能设一个',
    ],
    [
      { LINLI_ASR_COMMAND: 'asr', LINLI_ASR_MODEL: 'x' },
      'LINLI_ASR_COMMAND：不能与 LINLI_ASR_MODEL 或 LINLI_ASR_KEY 同设',
    ],
    [
      { LINLI_ASR_COMMAND: 'asr', LINLI_ASR_KEY: 'x' },
      'LINLI_ASR_COMMAND：不能与 LINLI_ASR_MODEL 或 LINLI_ASR_KEY 同设',
    ],
    [{ LINLI_ASR_TIMEOUT_MS: '10' }, 'LINLI_ASR_TIMEOUT_MS：应为 500 到 300000 的整数'],
    [{ WECHAT_TOKEN: 't' }, 'WECHAT_ENDPOINT：设了 WECHAT_TOKEN 就要设它'],
    [
      { WECHAT_ENDPOINT: 'a:1', WECHAT_TOKEN: 't', LINLI_CLOCK: 'driven' },
      'LINLI_CLOCK：接了真的账号，时钟只能是 real',
    ],
  ])('%o is named', (env, says) => {
    const faults = faultsOf(env)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(says)
    expect(faults[0]).toMatch(/\[.+\]$/)
  })

  test('is named all at once', () => {
    const faults = faultsOf({ PORT: 'x', HOST: '?', WECHAT_TOKEN: 't' })
    expect(faults.map((fault) => fault.split('：')[0])).toEqual(['HOST', 'PORT', 'WECHAT_ENDPOINT'])
  })

  test('is named all at once, also next to what could not be read at all', () => {
    const faults = faultsOf({ LINLI_CLOCK: 'fast', WECHAT_PACE: 'x', WECHAT_ENDPOINT: 'a:1' })
    expect(faults.map((fault) => fault.split('：')[0])).toEqual([
      'WECHAT_PACE',
      'LINLI_CLOCK',
      'WECHAT_TOKEN',
    ])
  })

  test('never gives a secret away', () => {
    const faults = faultsOf({
      DATABASE_URL: 'pg://u:hunter2@h/d',
      WECHAT_TOKEN: 'hunter2',
      LINLI_LLM_URL: 'x://u:hunter2@h/v1',
      LINLI_LLM_MODEL: 'm',
      LINLI_LLM_KEY: 'hunter2 hunter2',
      LINLI_ASR_URL: 'x://u:hunter2@h/v1',
      LINLI_ASR_KEY: 'hunter2 hunter2',
    })
    expect(faults).toHaveLength(6)
    expect(faults.join()).not.toContain('hunter2')
  })
})
