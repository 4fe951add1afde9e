import { afterEach, describe, expect, test } from 'vitest'
import { opened as decrypted, isSignedBy } from '../../bots/wecom/crypt.ts'
import { flatXml } from '../../bots/wecom/flat-xml.ts'
import { type WecomSet, wecomSet } from './wecom-stage.ts'

let set: WecomSet | undefined
afterEach(async () => {
  await set?.close()
  set = undefined
})
const opened = async () => {
  set = await wecomSet()
  const { fake, kept } = set
  let ids = 0
  const bring = (fields: object) =>
    fake.bring({
      ...{ ToUserName: fake.corpId, FromUserName: 'wang', AgentID: fake.agentId },
      ...{ CreateTime: Math.floor(Date.now() / 1000), MsgId: 100 + ++ids },
      ...fields,
    })
  return { ...set, kept, bring }
}

describe('what a member sends', () => {
  test.each<[string, Record<string, string | number>, object]>([
    [
      'a place, as its address',
      {
        MsgType: 'location',
        Location_X: 36.67,
        Location_Y: 117.02,
        Scale: 15,
        Label: '幸福里5号楼',
      },
      { type: 'location', text: '幸福里5号楼' },
    ],
    [
      'a place without an address, as where it is',
      { MsgType: 'location', Location_X: 36.67, Location_Y: 117.02, Scale: 15, Label: '' },
      { type: 'location', text: '36.67,117.02' },
    ],
    [
      'a link, as title and address',
      { MsgType: 'link', Title: '停水通知', Description: '', Url: 'https://example.com/a?b=1&c=2' },
      { type: 'link', text: '停水通知\nhttps://example.com/a?b=1&c=2' },
    ],
    ['something new, as something', { MsgType: 'hologram' }, { type: 'system', text: '' }],
    [
      'words with what ends a CDATA',
      { MsgType: 'text', Content: 'a]]>b<c>&amp;' },
      { type: 'text', text: 'a]]>b<c>&amp;' },
    ],
  ])('%s', async (_, fields, wanted) => {
    const { bring, kept } = await opened()
    expect((await bring(fields)).status).toBe(200)
    expect(kept).toMatchObject([{ ...wanted, room: null, sender: { id: 'wang', name: '王芳' } }])
  })
})

test('a message may come as JSON too', async () => {
  const { fake, kept } = await opened()
  const { url, body } = fake.request(
    {
      ...{ ToUserName: fake.corpId, FromUserName: 'wang', AgentID: fake.agentId, MsgId: 77 },
      ...{ CreateTime: Math.floor(Date.now() / 1000), MsgType: 'text', Content: '"三楼"\n漏水' },
    },
    { form: 'json' },
  )
  expect((await fetch(url, { method: 'POST', body })).status).toBe(200)
  expect(kept).toMatchObject([{ id: '77', text: '"三楼"\n漏水', sender: { id: 'wang' } }])
})

test('a picture that is gone at WeCom: the message is kept without it', async () => {
  const { bring, kept, reports } = await opened()
  expect((await bring({ MsgType: 'image', MediaId: 'gone', PicUrl: '' })).status).toBe(200)
  expect(kept).toMatchObject([{ type: 'image', media: null }])
  expect(reports).toContain('wecom: the file of a message cannot be had')
})

test('nobody whose name cannot be had waits for it', async () => {
  const { bring, kept, fake } = await opened()
  fake.mishap('/cgi-bin/user/get', { kind: 'slow', ms: 3_000 }, 1)
  const begun = performance.now()
  expect((await bring({ MsgType: 'text', Content: '漏水' })).status).toBe(200)
  expect(performance.now() - begun).toBeLessThan(2_500)
  expect(kept).toMatchObject([{ text: '漏水', sender: { id: 'wang', name: '' } }])
})

test('what the inbox refuses for a while is not answered "taken", and is kept once', async () => {
  const { fake, kept, refuse, wecom } = await opened()
  let refusals = 0
  refuse(() => refusals++ < 6)
  const id = fake.say({ from: 'wang', room: null, type: 'text', text: '不能丢' })
  await expect.poll(() => kept.map((message) => message.id), { timeout: 15_000 }).toEqual([id])
  await wecom.settled()
  expect(refusals).toBe(7)
  expect(kept).toHaveLength(1)
}, 60_000)

describe('the cipher', () => {
  test('of the page on encryption: a plain text of ours and its parts', async () => {
    const { fake } = await opened()
    const { body, url } = fake.request({ MsgType: 'text' })
    const sealed = flatXml(body)?.get('Encrypt') ?? ''
    const query = new URL(url).searchParams
    const stamp = {
      ...{ signature: query.get('msg_signature') ?? '', nonce: query.get('nonce') ?? '' },
      timestamp: query.get('timestamp') ?? '',
    }
    expect(isSignedBy(fake.token, sealed, stamp)).toBe(true)
    expect(decrypted(sealed, fake.aesKey)).toMatchObject({ receiver: fake.corpId })
    const last = sealed.at(-5) === 'A' ? 'B' : 'A'
    const tampered = `${sealed.slice(0, -5)}${last}${sealed.slice(-4)}`
    expect(isSignedBy(fake.token, tampered, stamp)).toBe(false)
  })
  test.each(['', 'AAAA', '!!!!', 'A'.repeat(64)])('opens no rubbish: "%s"', (text) => {
    expect(decrypted(text, 'A'.repeat(43))).toBeUndefined()
  })
})

describe('plain XML', () => {
  test.each<[string, Record<string, string>]>([
    ['<xml><a>1</a><b><![CDATA[ <x> ]]></b></xml>', { a: '1', b: ' <x> ' }],
    [
      '<?xml version="1.0"?>\n<xml>\n <a>&lt;&#25104;&#x4e1c;&amp;&nope;</a>\n</xml>\n',
      { a: '<成东&&nope;' },
    ],
    ['<xml><list><a>deep</a></list><b/></xml>', { list: '' }],
  ])('%s', (document, fields) => {
    expect(Object.fromEntries(flatXml(document) ?? [])).toEqual(fields)
  })
  test.each([
    '',
    'x',
    '<xml>',
    '<xml></xml><xml></xml>',
    '<xml><a></b></xml>',
    '<xml><!-- --></xml>',
    '<xml a="1"></xml>',
    '<!DOCTYPE x><xml></xml>',
  ])('is not: %s', (document) => {
    expect(flatXml(document)).toBeUndefined()
  })
})
