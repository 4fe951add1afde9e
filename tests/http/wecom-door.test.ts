import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encrypted, stamped } from '../../bots/sandbox/wecom/seal.ts'
import { type WecomSet, wecomSet } from '../bots/wecom-stage.ts'
import { type Bringing, bring, refused, tooOld } from './bringing.ts'

describe('the door of WeCom', () => {
  let set: WecomSet
  beforeAll(async () => {
    set = await wecomSet()
  })
  afterAll(() => set.close())

  let ids = 0
  const fields = (but: object = {}) => ({
    ...{ ToUserName: set.fake.corpId, FromUserName: 'wang', MsgType: 'text', Content: '三楼漏水' },
    ...{ CreateTime: Math.floor(Date.now() / 1000), MsgId: 900_000 + ++ids },
    ...{ AgentID: set.fake.agentId },
    ...but,
  })
  const right = (but: object = {}, keys: object = {}): Bringing =>
    set.fake.request(fields(but), keys)
  const asked = (change: (url: URL) => void) => {
    const { url, body } = right()
    const changed = new URL(url)
    change(changed)
    return { url: String(changed), body } as Bringing
  }
  const bare = (body: string) => ({ ...right(), body })

  const rows: [string, string, () => Bringing][] = [
    ['unsigned', '401 unsigned', () => asked((url) => url.searchParams.delete('msg_signature'))],
    ['without a time', '401 unsigned', () => asked((url) => url.searchParams.delete('timestamp'))],
    [
      'with a changed nonce',
      '401 badSignature',
      () => asked((url) => url.searchParams.set('nonce', '1')),
    ],
    ['signed with another token', '401 badSignature', () => right({}, { token: 'other' })],
    [
      'tampered with',
      '401 badSignature',
      () => {
        const { url, body } = right()
        return { url, body: String(body).replace(/(CDATA\[.{40})./, '$1A') }
      },
    ],
    ['signed an hour ago', '401 stale', () => right({}, { at: tooOld() })],
    [
      'encrypted with another key',
      '401 notDecryptable',
      () => right({}, { aesKey: 'A'.repeat(43) }),
    ],
    [
      'meant for another company',
      '403 otherTenant',
      () => right({}, { corpId: 'ww9999999999999999' }),
    ],
    ['said to another company', '403 otherTenant', () => right({ ToUserName: 'ww99' })],
    ['said to another app', '403 otherApp', () => right({ AgentID: 1 })],
    ['text', '400 unreadable', () => bare('三楼漏水')],
    ['broken JSON', '400 unreadable', () => bare('{"encrypt":"AAAA"')],
    ['JSON of something else', '400 unreadable', () => bare('{"encrypt":{"a":1}}')],
    ['JSON that nobody signed', '401 badSignature', () => bare('{"encrypt":"AAAA"}')],
    ['JSON a hundred thousand deep', '400 unreadable', () => bare(`{"a":${'['.repeat(100_000)}`)],
    ['empty', '400 unreadable', () => bare('')],
    [
      'full of entities',
      '400 unreadable',
      () =>
        bare(
          '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xml><Encrypt>&a;</Encrypt></xml>',
        ),
    ],
    ['a hundred thousand elements deep', '400 unreadable', () => bare('<a>'.repeat(100_000))],
    ['an open CDATA', '400 unreadable', () => bare(`<xml><Encrypt>${'<![CDATA['.repeat(40_000)}`)],
    ['without an id', '422 badFields', () => right({ MsgId: '' })],
    ['said by everybody', '422 badFields', () => right({ FromUserName: '@all' })],
    [
      'that is too long',
      '413 longer than 524288 bytes',
      () => bare(`<xml>${'x'.repeat(600_000)}</xml>`),
    ],
    ['put', '405 postOnly', () => ({ ...right(), method: 'PUT' })],
    ['elsewhere', '404 notHere', () => ({ url: `${set.web}/wecom/other`, body: '' })],
  ]
  test.each(rows)('refuses what is %s: %s', async (_, wanted, what) => {
    const before = set.kept.length
    expect(await refused(what())).toBe(wanted)
    expect(set.kept).toHaveLength(before)
    expect(await bring(right())).toMatchObject({ status: 200, text: '' })
  })
  test('takes a request once', async () => {
    const again = right()
    expect(await bring(again)).toMatchObject({ status: 200 })
    const before = set.kept.length
    expect(await refused(again)).toBe('409 replayed')
    expect(set.kept).toHaveLength(before)
  })
  test('answers the trial of its address with the bare text, to WeCom only', async () => {
    const echo = encrypted('1616140317555161061', set.fake)
    const query = stamped(echo, set.fake.token, new Date())
    query.set('echostr', echo)
    const url = `${set.web}/wecom/callback?${query}`
    expect(await bring({ url, method: 'GET' })).toMatchObject({
      ...{ status: 200, text: '1616140317555161061' },
    })
    query.set('timestamp', '1600000000')
    const changed = `${set.web}/wecom/callback?${query}`
    expect(await refused({ url: changed, method: 'GET' })).toBe('401 badSignature')
  })
  test('hears nothing in events', async () => {
    const before = set.kept.length
    const event = right({ MsgType: 'event', Event: 'enter_agent', MsgId: '' })
    expect(await bring(event)).toMatchObject({ status: 200, text: '' })
    expect(set.kept).toHaveLength(before)
  })
})
