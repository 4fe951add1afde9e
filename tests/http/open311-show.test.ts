import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Open311Set, open311Set, theKey } from '../bots/open311-stage.ts'
import { bring } from './bringing.ts'

describe('who asks the Open311 door', () => {
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
  const get = async (path: string, headers = {}) => {
    const answer = await bring({ url: `${set.door}${path}`, method: 'GET', headers })
    return { ...answer, json: () => JSON.parse(answer.text) }
  }
  test('shows its services, in JSON and XML, and what can be said of each', async () => {
    const all = (await get('/services.json')).json()
    expect(all).toContainEqual(
      expect.objectContaining({
        ...{ service_code: '0301', service_name: '楼道照明', group: '物业服务' },
        ...{ metadata: true, type: 'realtime' },
      }),
    )
    const xml = await get('/services.xml')
    expect(xml.text).toMatch(
      /^<\?xml version="1.0" encoding="utf-8"\?>\n<services><service><service_code>0101</,
    )
    expect((xml.text.match(/<service>/g) ?? []).length).toBe(all.length)
    const one = (await get('/services/0301.json?jurisdiction_id=qingshi')).json()
    expect(one.service_code).toBe('0301')
    const codes = one.attributes.map(({ code }: { code: string }) => code)
    expect(codes).toEqual(['place_detail', 'since', 'confidential'])
    const chosen = await get('/services/0301', { accept: 'text/xml' })
    expect(chosen.text).toContain('<values><value><key>yes</key><name>是</name></value>')
  })
  test('says where it is', async () => {
    const { endpoints } = (await get('/discovery.json')).json()
    expect(endpoints).toMatchObject([
      { url: set.door, specification: expect.stringContaining('GeoReport_v2') },
    ])
    expect((await get('/discovery.xml')).text).toContain(
      '<formats><format>application/json</format>',
    )
  })
  test('knows its tokens from others, and says nothing of a request that is not read yet', async () => {
    const [{ token }] = JSON.parse((await post(right)).text)
    expect((await get(`/tokens/${token}.json`)).json()).toEqual([{ service_request_id: '', token }])
    const other = token.replace(/.$/, (last: string) => (last === '0' ? '1' : '0'))
    for (const wrong of [other, 'x', `${token}0`, token.slice(0, -1)])
      expect((await get(`/tokens/${wrong}.json`)).status).toBe(404)
  })
  test.each([
    ['status=done', 'status: open'],
    ['start_date=yesterday', 'start_date: like'],
    ['start_date=2026-01-01', 'start_date: like'],
    ['start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z', '90 days'],
    ['start_date=2026-02-01T00:00:00Z&end_date=2026-01-01T00:00:00Z', 'not after'],
    ['start_date=0000-01-01T00:00:00Z', 'start_date: not before the year 2000'],
    ['end_date=1999-12-31T23:59:59Z', 'end_date: not before the year 2000'],
    [`service_request_id=${Array(21).fill('1001').join()}`, 'service_request_id: at most 20'],
    ['page=0', 'page: a whole number'],
    ['page_size=100000', 'page_size: a whole number'],
  ])('refuses to look for %s: %s', async (query, names) => {
    const answer = await get(`/requests.json?${query}`)
    expect(answer.status).toBe(400)
    expect(answer.json()[0].description).toContain(names)
  })
})
