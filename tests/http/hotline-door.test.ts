import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signed } from '../../bots/hotline/sign.ts'
import { type HotlineSet, hotlineSet, partners } from '../bots/hotline-stage.ts'
import { type Bringing, bring, flipped, refused, tooOld } from './bringing.ts'

describe('the door of the hotline', () => {
  let set: HotlineSet
  beforeAll(async () => {
    set = await hotlineSet()
  })
  afterAll(() => set.close())

  let ids = 0
  const message = (but: object = {}) => ({
    ...{ tenant: partners.tenant, id: `m-${++ids}`, sent_at: new Date().toISOString() },
    ...{ from: { id: 'caller-1' }, text: '三楼漏水' },
    ...but,
  })
  const url = () => `${set.web}/hotline/v1/messages`
  const asTheirs = (body: Buffer, at?: Date): Bringing => ({
    ...{ url: url(), headers: set.fake.sign(body, at), body: new Uint8Array(body) },
  })
  const right = (but: object = {}) => asTheirs(Buffer.from(JSON.stringify(message(but))))
  const without = (name: string) => {
    const { url, body, headers = {} } = right()
    const { [name]: _, ...rest } = headers
    return { url, body, headers: rest } as Bringing
  }
  const withHeader = (name: string, change: (value: string) => string) => {
    const { headers = {}, ...rest } = right()
    return { ...rest, headers: { ...headers, [name]: change(headers[name] ?? '') } }
  }
  const nested = (text: string) => asTheirs(Buffer.from(text))

  const rows: [string, string, () => Bringing][] = [
    ['unsigned', '401 unsigned', () => without('X-Linli-Signature')],
    ['without a nonce', '401 unsigned', () => without('X-Linli-Nonce')],
    ['of no known source', '401 badSignature', () => without('X-Linli-Source')],
    ['of another source', '401 badSignature', () => withHeader('X-Linli-Source', flipped)],
    [
      'with a changed signature',
      '401 badSignature',
      () => withHeader('X-Linli-Signature', flipped),
    ],
    ['with a changed time', '401 badSignature', () => withHeader('X-Linli-Timestamp', flipped)],
    ['with a changed nonce', '401 badSignature', () => withHeader('X-Linli-Nonce', flipped)],
    [
      'tampered with',
      '401 badSignature',
      () => ({ ...right(), body: JSON.stringify(message({ text: '改过的话' })) }),
    ],
    [
      'signed an hour ago',
      '401 stale',
      () => asTheirs(Buffer.from(JSON.stringify(message())), tooOld()),
    ],
    ['for another street', '403 otherTenant', () => right({ tenant: 'elsewhere' })],
    ['not JSON', '400 notJson', () => nested('<xml>漏水</xml>')],
    ['not UTF-8', '400 notJson', () => asTheirs(Buffer.from([0x22, 0xff, 0xfe, 0x22]))],
    ['a million brackets deep', '400 notJson', () => nested('['.repeat(1_000_000))],
    [
      'two hundred thousand deep',
      '422 badFields',
      () => nested(`${'['.repeat(200_000)}${']'.repeat(200_000)}`),
    ],
    [
      'deep in a field',
      '422 badFields',
      () => nested(`{"text":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`),
    ],
    ['with a field that nobody knows', '422 badFields', () => right({ urgent: true })],
    ['that says nothing', '422 badFields', () => right({ text: '' })],
    ['with an id of a file', '422 badFields', () => right({ id: 'm-1/1' })],
    ['said tomorrow', '422 badFields', () => right({ sent_at: '2999-01-01T00:00:00Z' })],
    [
      'with a program attached',
      '422 badFields',
      () => right({ attachments: [{ mime: 'text/html', data: 'AAAA' }] }),
    ],
    [
      'with broken base64',
      '422 badFields',
      () => right({ attachments: [{ mime: 'image/png', data: 'A'.repeat(999_999) }] }),
    ],
    [
      'with more attached than allowed',
      '422 badFields',
      () => {
        const data = Buffer.alloc(8 * 1024 * 1024 + 3).toString('base64')
        return right({ attachments: [{ mime: 'image/png', data }] })
      },
    ],
    [
      'that is too long',
      '413 longer than 12582912 bytes',
      () => asTheirs(Buffer.alloc(12 * 1024 * 1024 + 1)),
    ],
    ['read', '405 postOnly', () => ({ url: url(), method: 'GET' })],
    ['elsewhere', '404 notHere', () => ({ ...right(), url: `${set.web}/hotline/v2` })],
  ]
  test.each(rows)('refuses what is %s: %s', async (_, wanted, what) => {
    const before = set.kept.length
    expect(await refused(what())).toBe(wanted)
    expect(set.kept).toHaveLength(before)
    expect(await bring(right())).toMatchObject({ status: 200 })
  })
  test('names the fields that are wrong', async () => {
    const { text } = await bring(right({ sent_at: 'yesterday', from: { id: '王 芳' }, x: 1 }))
    const { fields } = JSON.parse(text) as { fields: { field: string }[] }
    expect(fields.map(({ field }) => field).sort()).toEqual(['(body)', 'from.id', 'sent_at'])
    expect(text).not.toContain('yesterday')
  })
  test('takes a request once', async () => {
    const again = right()
    expect(await bring(again)).toMatchObject({ status: 200 })
    const before = set.kept.length
    expect(await refused(again)).toBe('409 replayed')
    expect(set.kept).toHaveLength(before)
  })
  test('does not take for theirs what we signed ourselves', async () => {
    const body = new TextEncoder().encode(JSON.stringify(message()))
    const headers = signed('from-linli', body, partners, new Date())
    expect(await refused({ url: url(), headers, body })).toBe('401 badSignature')
  })
})
