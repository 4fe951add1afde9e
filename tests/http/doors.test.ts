import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import fc from 'fast-check'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Door } from '../../src/flows/ports/door.ts'
import { throughDoors } from '../../src/http/door-routes.ts'
import { hotlineSet } from '../bots/hotline-stage.ts'
import { wecomSet } from '../bots/wecom-stage.ts'
import { bring, refused } from './bringing.ts'

describe('any door', () => {
  const reports: string[] = []
  const echo: Door = {
    ...{ path: '/echo', longestBody: 1_000 },
    async answer(request) {
      const body = await request.text()
      if (body === 'throw') throw new Error('planted')
      return Response.json({ body })
    },
  }
  const app = new Hono().use(
    throughDoors(
      () => [echo, { ...echo, path: '/other' }],
      (what) => reports.push(what),
      { patienceMs: 1_500, mostHeld: 5_000, short: 100 },
    ),
  )
  const server = createServer(getRequestListener(app.fetch))
  beforeAll(async () => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const port = () => (server.address() as AddressInfo).port
  const well = async () => {
    const answer = await fetch(`http://127.0.0.1:${port()}/echo`, { method: 'POST', body: 'well' })
    expect(await answer.json()).toEqual({ body: 'well' })
  }
  /** What comes back on a connection of our own making. */
  const raw = async (parts: readonly string[], everyMs = 0): Promise<string> => {
    const socket = connect(port(), '127.0.0.1')
    let heard = ''
    socket.on('data', (part) => {
      heard += part
    })
    socket.on('error', () => {})
    const closed = once(socket, 'close')
    for (const part of parts) {
      if (!socket.writable) break
      socket.write(part)
      if (everyMs > 0) await new Promise((done) => setTimeout(done, everyMs))
    }
    await Promise.race([closed, new Promise((done) => setTimeout(done, 10_000))])
    socket.destroy()
    return heard
  }
  const head = (more: string, path = '/echo') =>
    `POST ${path} HTTP/1.1\r\nHost: x\r\n${more}\r\n\r\n`

  test('does not wait for who brings a body drop by drop', async () => {
    const drops = Array.from({ length: 40 }, () => 'x')
    const heard = await raw([head('Content-Length: 40'), ...drops], 50)
    expect(heard).toMatch(/^HTTP\/1\.1 408 /)
    expect(heard).toContain('{"error":"not here within 1500 ms"}')
    await well()
  })
  test('reads no more than it wants of a body without a length', async () => {
    const chunk = `400\r\n${'x'.repeat(1024)}\r\n`
    const heard = await raw([head('Transfer-Encoding: chunked'), chunk, chunk])
    expect(heard).toMatch(/^HTTP\/1\.1 413 /)
    expect(heard).toContain('{"error":"longer than 1000 bytes"}')
    await well()
  })
  test('holds no more than it can of many at once, and takes again what comes after them', async () => {
    const half = `${head('Content-Length: 1000')}${'x'.repeat(900)}`
    const all = await Promise.all(Array.from({ length: 12 }, () => raw([half])))
    const statuses = all.map((heard) => /^HTTP\/1\.1 (\d+)/.exec(heard)?.[1])
    expect(new Set(statuses)).toEqual(new Set(['503', '408']))
    expect(statuses.filter((status) => status === '408')).toHaveLength(5)
    await well()
  })
  test('that is full lets short bodies in, and keeps nobody from another door', async () => {
    const half = `${head('Content-Length: 1000')}${'x'.repeat(900)}`
    let turnedAway = 0
    const full = Array.from({ length: 12 }, async () => {
      if (/^HTTP\/1\.1 503 /.test(await raw([half]))) turnedAway += 1
    })
    await expect.poll(() => turnedAway, { timeout: 10_000 }).toBe(7)
    const whole = (path: string, body: string) =>
      raw([`${head(`Connection: close\r\nContent-Length: ${body.length}`, path)}${body}`])
    const [long, short, elsewhere] = await Promise.all([
      whole('/echo', 'x'.repeat(900)),
      whole('/echo', 'x'.repeat(100)),
      whole('/other', 'x'.repeat(900)),
    ])
    expect(long).toMatch(/^HTTP\/1\.1 503 /)
    expect(short).toMatch(/^HTTP\/1\.1 200 /)
    expect(elsewhere).toMatch(/^HTTP\/1\.1 200 /)
    await Promise.all(full)
    await well()
  })
  test('outlives who hangs up in the middle, and who speaks no HTTP', async () => {
    const socket = connect(port(), '127.0.0.1')
    socket.write(`${head('Content-Length: 500')}half`)
    await new Promise((done) => setTimeout(done, 50))
    socket.destroy()
    await raw(['\x16\x03\x01\x02\0\x01', '\0'.repeat(100)])
    await well()
  })
  test('that throws answers JSON all the same, and is reported', async () => {
    const url = `http://127.0.0.1:${port()}/echo`
    expect(await refused({ url, body: 'throw' })).toBe('500 a fault of ours, bring it again')
    expect(reports).toEqual(['door /echo: it threw'])
  })
})

test('no request whatever, as long as it is not signed, is taken or breaks a door', async () => {
  const [hotline, wecom] = await Promise.all([hotlineSet(), wecomSet()])
  const paths = ['/hotline/v1/messages', '/wecom/callback']
  const name = fc.constantFrom(
    'x-linli-signature',
    'x-linli-nonce',
    'content-type',
    'x-linli-source',
  )
  const value = fc.string({
    maxLength: 80,
    unit: fc.integer({ min: 0x20, max: 0x7e }).map((n) => String.fromCharCode(n)),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.dictionary(name, value),
      fc.oneof(
        fc.uint8Array({ maxLength: 400 }),
        fc.json().map((text) => Buffer.from(text)),
      ),
      fc.webQueryParameters(),
      async (path, headers, bytes, query) => {
        const set = path === '/wecom/callback' ? wecom : hotline
        const url = `${set.web}${path}?${query}`
        const { status, type } = await bring({ url, headers, body: Uint8Array.from(bytes) })
        expect(status).toBeGreaterThanOrEqual(400)
        expect(status).toBeLessThan(500)
        expect(type).toContain('json')
      },
    ),
    { numRuns: 300 },
  )
  expect([hotline.kept, wecom.kept]).toEqual([[], []])
  await Promise.all([hotline.close(), wecom.close()])
}, 60_000)
