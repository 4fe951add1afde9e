import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { tokenFor } from '../http/api/client.ts'
import { openStreet, wideBook } from './street.ts'
import { openWire } from './wire.ts'

/** How often one may ask, over the wire: by whom one is connected to, and by a header only behind proxies of our own. */
const open: { close(): void }[] = []
// a minute lasts as long as it takes us
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'setInterval'] }))
afterEach(() => {
  vi.useRealTimers()
  for (const wire of open.splice(0)) wire.close()
})

async function wired(trustedProxies = 0) {
  const book = { ...wideBook, policies: { ...wideBook.policies, publicPages: 'all' as const } }
  const street = await openStreet([], book)
  const wire = await openWire(street.desk, { trustedProxies })
  open.push(wire)
  let last = new Response()
  /** Answers after how many requests the first was sent away with 429; `most` where none was. */
  const until = async (
    path: string,
    most: number,
    headers: (i: number) => Record<string, string> = () => ({}),
  ) => {
    for (let i = 0; i < most; i += 1) {
      last = await wire.ask(path, { headers: { Connection: 'keep-alive', ...headers(i) } })
      const text = await last.text()
      if (last.status === 429) {
        expect(Number(last.headers.get('Retry-After'))).toBeGreaterThan(0)
        expect(text).toMatch(/请过一分钟再试|tooMany/)
        return i
      }
    }
    return most
  }
  return { ...street, ...wire, until }
}

const forged = (i: number) => ({ 'X-Forwarded-For': `10.0.${i >> 8}.${i & 255}` })

test('the way in, the public page and the interface each send away who asks too often, and nobody else', async () => {
  const { until, ask, desk } = await wired()
  expect(await until('/l/guess', 70, forged)).toBe(60)
  expect((await ask('/c/QS-XF')).status).toBe(200)
  expect(await until('/c/QS-XF', 700, forged)).toBe(599)
  expect((await ask('/healthz')).status).toBe(200)
  const Authorization = `Bearer ${await tokenFor('S043', desk)}`
  expect(await until('/api/v1/units', 400, (i) => ({ ...forged(i), Authorization }))).toBe(400)
  const guess = (i: number) => ({ ...forged(i), Authorization: `Bearer linli_${i}` })
  expect(await until('/api/v1/units', 400, guess)).toBe(300)
}, 60_000)

test('behind a proxy of ours each address counts for itself, and what stands before it for nothing', async () => {
  const { until } = await wired(1)
  const of = (address: string) => (i: number) => ({ 'X-Forwarded-For': `10.9.9.${i}, ${address}` })
  expect(await until('/l/guess', 70, of('1.1.1.1'))).toBe(60)
  expect(await until('/l/guess', 50, of('2.2.2.2'))).toBe(50)
  expect(await until('/c/QS-XF', 50, of('1.1.1.1'))).toBe(50)
}, 60_000)
