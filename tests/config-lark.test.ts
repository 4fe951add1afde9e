import { describe, expect, test } from 'vitest'
import { readLark } from '../src/config-lark.ts'

const app = { LARK_APP_ID: 'cli_00000000000000aa', LARK_APP_SECRET: 'very-secret' }
const keys = { LARK_ENCRYPT_KEY: 'encrypting', LARK_VERIFICATION_TOKEN: 'verifying' }
const appSettings = { appId: 'cli_00000000000000aa', appSecret: 'very-secret' }

describe('the settings of Lark', () => {
  test('nothing set is no Lark', () => {
    expect(readLark({})).toEqual({ ok: true, value: null })
  })
  test('an app alone hears by the long connection, at Feishu', () => {
    expect(readLark(app)).toEqual({
      ok: true,
      value: { ...appSettings, domain: 'https://open.feishu.cn', hears: { by: 'socket' } },
    })
  })
  test('a webhook with its keys, at another address', () => {
    const set = { ...app, ...keys, LARK_MODE: 'webhook', LARK_DOMAIN: 'http://127.0.0.1:9000' }
    expect(readLark(set)).toMatchObject({
      value: {
        domain: 'http://127.0.0.1:9000',
        hears: { by: 'webhook', encryptKey: 'encrypting', verificationToken: 'verifying' },
      },
    })
    expect(readLark({ ...set, LARK_TENANT_KEY: 'ours' })).toMatchObject({
      value: { hears: { tenantKey: 'ours' } },
    })
  })
  test.each<[string, Record<string, string>, string[]]>([
    ['a secret without an id', { LARK_APP_SECRET: 'very-secret' }, ['LARK_APP_ID']],
    ['an id without a secret', { LARK_APP_ID: app.LARK_APP_ID }, ['LARK_APP_SECRET']],
    ['a mode alone', { LARK_MODE: 'socket' }, ['LARK_APP_ID', 'LARK_APP_SECRET']],
    [
      'a webhook without keys: anybody could call it',
      { ...app, LARK_MODE: 'webhook' },
      ['LARK_ENCRYPT_KEY', 'LARK_VERIFICATION_TOKEN'],
    ],
    ['an unknown mode', { ...app, LARK_MODE: 'pigeon' }, ['LARK_MODE']],
    ['an id of another kind', { ...app, LARK_APP_ID: 'very-secret-id' }, ['LARK_APP_ID']],
    ['a secret with spaces', { ...app, LARK_APP_SECRET: 'very secret' }, ['LARK_APP_SECRET']],
    [
      'an address with a slash at its end: the SDK would ask //open-apis',
      { ...app, LARK_DOMAIN: 'https://open.feishu.cn/' },
      ['LARK_DOMAIN'],
    ],
  ])('%s is refused by name, without the value of a secret', (_, set, names) => {
    const read = readLark(set)
    const faults = read.ok ? [] : read.problem
    expect(faults.map((fault) => fault.split('：')[0])).toEqual(names)
    expect(faults.join()).not.toMatch(/very.secret/)
    for (const fault of faults) expect(fault).toMatch(/[\u4e00-\u9fff].*\[.+\]$/)
  })
})
