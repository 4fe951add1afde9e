import { Hono } from 'hono'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addressOf, rateLimited } from '../../src/http/rate-limits.ts'
import { openStreet } from '../security/street.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('who asks for a way in too often is told in plain words to wait, and then may again', async () => {
  const { visitor } = await openStreet([])
  for (let i = 0; i < 60; i++) expect((await visitor.get(`/l/${i}`)).status).toBe(410)
  for (const answer of [await visitor.get('/l/x'), await visitor.post('/l/x')]) {
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect(await answer.text()).toContain('请过一分钟再试')
  }
  expect((await visitor.get('/healthz')).status).toBe(200)
  vi.advanceTimersByTime(120_000)
  expect((await visitor.get('/l/x')).status).toBe(410)
})

function counting(trustedProxies: number) {
  const app = new Hono()
  const by = addressOf(trustedProxies)
  app.use(rateLimited({ limit: 2, windowMs: 60_000, by, answer: (c) => c.text('slow down', 429) }))
  app.get('/', (c) => c.text(by(c)))
  return async (forwarded: string) =>
    (await app.request('/', { headers: { 'X-Forwarded-For': forwarded } })).status
}

test('nobody is somebody else by a header that they wrote themselves', async () => {
  const direct = counting(0)
  const tries = ['1.1.1.1', '2.2.2.2', '3.3.3.3']
  expect([await direct('1.1.1.1'), await direct('2.2.2.2'), await direct('3.3.3.3')]).toEqual([
    ...[200, 200, 429],
  ])
  const behindOne = counting(1)
  const statuses: number[] = []
  for (const forged of tries) statuses.push(await behindOne(`${forged}, 9.9.9.9`))
  expect(statuses).toEqual([200, 200, 429])
  expect(await behindOne('9.9.9.9, 8.8.8.8')).toBe(200)
  const behindTwo = counting(2)
  for (const proxy of tries) await behindTwo(`5.5.5.5, ${proxy}`)
  expect(await behindTwo('5.5.5.5, 4.4.4.4')).toBe(429)
})

test('who has one address of IPv6 has all that begin like it, and is one asker', async () => {
  const app = new Hono()
  app.get('/', (c) => c.text(addressOf(1)(c)))
  const asker = async (forwarded: string) =>
    (await app.request('/', { headers: { 'X-Forwarded-For': forwarded } })).text()
  const same = ['2001:db8:1:2::1', '2001:0DB8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:2:a::5']
  for (const one of same) expect([one, await asker(one)]).toEqual([one, '2001:db8:1:2::/64'])
  expect(await asker('2001:db8:1:3::1')).toBe('2001:db8:1:3::/64')
  expect(await asker('2001:db8::1')).toBe('2001:db8:0:0::/64')
  expect(await asker('::1')).toBe('0:0:0:0::/64')
  expect(await asker('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
  expect(await asker('::ffff:203.0.113.9')).toBe('203.0.113.9')
  for (const hex of ['::ffff:cb00:7109', '::FFFF:CB00:7109', '0:0:0:0:0:ffff:cb00:7109'])
    expect([hex, await asker(hex)]).toEqual([hex, '203.0.113.9'])
  expect(await asker('::ffff:7f00:1')).toBe('127.0.0.1')
  expect(await asker('203.0.113.9')).toBe('203.0.113.9')
  expect(await asker('64:ff9b::203.0.113.9')).toBe('64:ff9b:0:0::/64')
})
