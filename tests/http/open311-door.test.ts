import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ok } from '../../src/domain/result.ts'
import type { Channel } from '../../src/flows/ports/channels.ts'
import { type Open311Set, open311Set, theKey } from '../bots/open311-stage.ts'
import { aParcel } from '../bots/stage.ts'
import { bring } from './bringing.ts'

type Faults = { code: number; description: string }[]

describe('the Open311 door', () => {
  let set: Open311Set
  beforeAll(async () => {
    set = await open311Set()
  })
  afterAll(() => set.close())

  const right = {
    api_key: theKey,
    service_code: '0301',
    address_string: '幸福里小区5栋',
    description: '灯漏水了',
  }
  const post = (fields: object, path = '/requests.json', headers = {}) =>
    bring({
      ...{ url: `${set.door}${path}`, body: new URLSearchParams({ ...fields }).toString() },
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    })
  const without = (name: keyof typeof right) => {
    const { [name]: _, ...rest } = right
    return rest
  }
  const long = (n: number) => '长'.repeat(n)

  const rows: [string, number, string, () => object][] = [
    ['without a key', 403, 'api_key', () => without('api_key')],
    ['with another key', 403, 'api_key', () => ({ ...right, api_key: theKey.toUpperCase() })],
    [
      'with the name of an app for a key',
      403,
      'api_key',
      () => ({ ...right, api_key: 'city-app' }),
    ],
    [
      'for another place',
      404,
      'jurisdiction_id: qingshi',
      () => ({ ...right, jurisdiction_id: 'x.org' }),
    ],
    ['without a service', 400, 'service_code', () => without('service_code')],
    [
      'with a service that is none',
      404,
      'service_code',
      () => ({ ...right, service_code: '9999' }),
    ],
    [
      'with the name of a service',
      404,
      'service_code',
      () => ({ ...right, service_code: '楼道照明' }),
    ],
    ['without a place', 400, 'address_string', () => without('address_string')],
    ['with a blank place', 400, 'address_string', () => ({ ...right, address_string: '  ' })],
    [
      'with an address_id alone',
      400,
      'address_id',
      () => ({ ...without('address_string'), address_id: '7' }),
    ],
    ['with half a position', 400, 'lat, long', () => ({ ...right, lat: '36.1' })],
    [
      'with a position off the earth',
      400,
      'lat: decimal',
      () => ({ ...right, lat: '91', long: '120' }),
    ],
    [
      'with a position in words',
      400,
      'long: decimal',
      () => ({ ...right, lat: '36', long: 'NaN' }),
    ],
    ['with a broken address', 400, 'email', () => ({ ...right, email: 'a@b.c, d@e.f' })],
    ['with a broken number', 400, 'phone', () => ({ ...right, phone: 'call me' })],
    [
      'with a program for a picture',
      400,
      'media_url',
      () => ({ ...right, media_url: 'javascript:alert(1)' }),
    ],
    [
      'with a file of ours for a picture',
      400,
      'media_url',
      () => ({ ...right, media_url: 'file:///etc/passwd' }),
    ],
    [
      'with too much said',
      400,
      'description: at most',
      () => ({ ...right, description: long(20_001) }),
    ],
    ['with too long a name', 400, 'first_name', () => ({ ...right, first_name: long(65) })],
    [
      'with an attribute nobody asked for',
      400,
      'attribute: one of',
      () => ({ ...right, 'attribute[x]': 'y' }),
    ],
    [
      'with another word than yes or no',
      400,
      'yes or no',
      () => ({ ...right, 'attribute[confidential]': '是' }),
    ],
  ]
  test.each(rows)('refuses a request %s: %i %s', async (_, status, names, fields) => {
    const before = set.kept.length
    const json = await post(fields())
    const faults: Faults = JSON.parse(json.text)
    expect([json.status, faults[0]?.code]).toEqual([status, status])
    expect(faults.map(({ description }) => description).join('\n')).toContain(names)
    const xml = await post(fields(), '/requests.xml')
    expect(xml.type).toContain('text/xml')
    expect(xml.text).toContain(`<errors><error><code>${status}</code><description>`)
    for (const { text } of [json, xml]) expect(text).not.toMatch(/漏水|javascript|passwd|长长/)
    expect(set.kept).toHaveLength(before)
    expect((await post(right)).status).toBe(201)
  })
  test('names all fields that are wrong at once', async () => {
    const { text } = await post({ api_key: theKey, service_code: '0301', lat: 'x', email: 'y' })
    const said = (JSON.parse(text) as Faults).map(({ description }) => description.split(':')[0])
    expect(said.sort()).toEqual(['email', 'lat', 'lat, long'])
  })
  test.each([
    ['no form', 415, { 'content-type': 'multipart/form-data; boundary=x' }, 'x'],
    ['nothing known', 415, { 'content-type': '' }, 'x'],
    ['broken JSON', 400, { 'content-type': 'application/json' }, '{"a":'],
    ['a list', 400, { 'content-type': 'application/json' }, '[]'],
    ['a million brackets', 400, { 'content-type': 'application/json' }, '['.repeat(200_000)],
    ['not UTF-8', 400, { 'content-type': 'application/json' }, new Uint8Array([0x22, 0xff, 0x22])],
    ['too much', 413, { 'content-type': 'application/json' }, 'x'.repeat(256 * 1024 + 1)],
  ])('refuses a body that is %s: %i', async (_, status, headers, body) => {
    const before = set.kept.length
    const answer = await bring({ url: `${set.door}/requests.json`, headers, body })
    expect(answer.status).toBe(status)
    expect(set.kept).toHaveLength(before)
    expect((await post(right)).status).toBe(201)
  })
  test.each([
    ['PUT', '/requests.json', 405],
    ['DELETE', '/requests/1001.json', 405],
    ['POST', '/services.json', 405],
    ['POST', '/requests/1001.json', 405],
    ['GET', '/requests.csv', 406],
    ['GET', '/', 404],
    ['GET', '', 404],
    ['GET', '/users.json', 404],
    ['GET', '/tokens.json', 404],
    ['GET', '/services/%2e%2e/x.json', 404],
    ['GET', '/services/0301/x.json', 404],
    ['GET', '/services/9999.json', 404],
    ['GET', '/services.json?jurisdiction_id=elsewhere', 404],
  ])('%s %s is not here: %i', async (method, path, status) => {
    const answer = await bring({ url: `${set.door}${path}`, method })
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.text)[0]).toMatchObject({
      code: status,
      description: expect.any(String),
    })
  })
  test('takes a request in JSON as well, its attributes as an object', async () => {
    const { api_key, ...fields } = right
    const body = JSON.stringify({
      ...fields,
      attribute: { since: '昨天' },
      lat: 36.06,
      long: 120.38,
    })
    const url = `${set.door}/requests.json?api_key=${api_key}`
    const answer = await bring({ url, body, headers: { 'content-type': 'application/json' } })
    expect(answer.status).toBe(201)
    expect(set.kept.at(-1)).toMatchObject({
      text: '【楼道照明】灯漏水了\n地点：幸福里小区5栋\n开始时间：昨天',
    })
  })
  test('keeps a request before it answers, and refuses where it cannot', async () => {
    set.refuse(() => true)
    const failed = await post(right)
    set.refuse(() => false)
    expect(failed.status).toBe(500)
    expect(failed.text).not.toContain('漏水')
    const told = JSON.parse((await post(right)).text)
    expect(told).toEqual([{ token: expect.any(String), service_notice: '', account_id: '' }])
    expect(set.kept.at(-1)).toMatchObject({ id: told[0].token, channel: 'open311', room: null })
  })
  test('the same idempotency key is the same request, of the same app only', async () => {
    const once = { 'idempotency-key': randomUUID() }
    const before = set.kept.length
    const [one, two, other] = [
      await post(right, undefined, once),
      await post(right, undefined, once),
      await post(right),
    ]
    expect(one.text).toBe(two.text)
    expect(other.text).not.toBe(one.text)
    expect(set.kept).toHaveLength(before + 2)
  })
  test('tells who reports danger whom to call', async () => {
    const { text } = await post({ ...right, description: '着火了快来人' })
    expect(JSON.parse(text)[0].service_notice).toContain('119')
  })
  test('one address is one account, which nobody can read it from; no address is somebody new', async () => {
    const from = async (but: object) => {
      await post({ ...right, ...but })
      return set.kept.at(-1)?.sender.id ?? ''
    }
    const wang = await from({ email: 'wang@home.example', phone: '13800000001' })
    expect(await from({ email: 'Wang@Home.example' })).toBe(wang)
    expect(await from({ email: 'li@home.example' })).not.toBe(wang)
    const called = await from({ phone: '138-0000-0001' })
    expect(await from({ phone: '138 0000 0001' })).toBe(called)
    expect(await from({ device_id: 'd-1' })).toBe(await from({ device_id: 'd-1' }))
    expect(await from({})).not.toBe(await from({}))
    for (const account of [wang, called]) {
      expect(account).toMatch(/^city-app\/[\w-]+$/)
      expect(Buffer.from(account.slice(9), 'base64url').toString('latin1')).not.toMatch(/home|138/i)
    }
  })
  test.each([
    ['sms', '13800000001'],
    ['mail', 'wang@home.example'],
  ] as const)('of two addresses the one is written to that can be: by %s', async (way, address) => {
    const went: string[] = []
    const carrier: Channel = {
      ...set.open311.channel,
      async deliver({ to }) {
        went.push(to.kind === 'person' ? to.account : '')
        return ok(undefined)
      },
    }
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const street = await open311Set({ carriers: { [way]: carrier } })
    const body = new URLSearchParams({ ...right, email: 'wang@home.example', phone: '13800000001' })
    await bring({ url: `${street.door}/requests.json`, body: String(body), headers })
    const account = street.kept[0]?.sender.id ?? ''
    const parcel = aParcel({ kind: 'person', channel: 'open311', account }, '已登记')
    expect(await street.open311.channel.deliver(parcel)).toEqual(ok(undefined))
    expect(went).toEqual([address])
    await street.close()
  })
  test('a position stands in the words where there is no address', async () => {
    await post({ ...without('address_string'), lat: '36.0671', long: '120.3826' })
    expect(set.kept.at(-1)?.text).toBe('【楼道照明】灯漏水了\n位置坐标：纬度36.0671，经度120.3826')
  })
  test('fetches pictures from where it may, and leaves others as links', async () => {
    const bytes = new Uint8Array([1, 2, 3])
    const link = set.app.put({ bytes, mime: 'image/png' })
    await post({ ...right, media_url: link })
    const [words, file] = set.kept.slice(-2)
    expect(words?.text).not.toContain('http')
    expect(file).toMatchObject({ id: `${words?.id}/1`, type: 'image', text: '' })
    expect((await set.media.load(file?.media ?? ('' as never)))?.bytes).toEqual(bytes)
    for (const other of ['http://127.0.0.1/x.png', 'https://elsewhere.example/x.png']) {
      await post({ ...right, media_url: other })
      expect(set.kept.at(-1)).toMatchObject({ type: 'text', text: expect.stringContaining(other) })
    }
  })
  test('reports nothing of what was said or by whom', () => {
    expect(set.reports.join()).not.toMatch(/漏水|王|home|138/)
  })
})
