import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { type AddressInfo, createServer as createRawServer } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { webhookPoster } from '../src/post-webhook.ts'
import { aWebhook } from './contracts/webhooks.ts'
import { at } from './support/builders.ts'

const clock = () => at('2026-03-02 09:00')
const body = new TextEncoder().encode('{"events":[]}')
const taken: { headers: IncomingHttpHeaders; body: string }[] = []
let status = 200
const server = createServer((request, answer) => {
  let text = ''
  request.on('data', (part) => {
    text += part
  })
  request.on('end', () => {
    taken.push({ headers: request.headers, body: text })
    answer.writeHead(status, { location: 'http://127.0.0.1:9/' }).end('x'.repeat(100))
  })
})
let origin = ''
beforeAll(async () => {
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

const post = (inside: readonly string[], url = `${origin}/in`) =>
  webhookPoster(inside, clock)(
    aWebhook('hook-1', { url, secret: 'the secret' }),
    body,
    new AbortController().signal,
  )

test('nothing inside a network is asked unless the operator names it', async () => {
  const { port } = server.address() as AddressInfo
  for (const url of [
    ...[`${origin}/in`, `http://localhost:${port}/`, `http://[::1]:${port}/`, 'http://0x7f.1/'],
    ...[`http://[::ffff:7f00:1]:${port}/`, `http://[::ffff:127.0.0.1]:${port}/`],
    ...['http://169.254.169.254/latest', 'http://10.0.0.1/', 'https://192.168.1.1/'],
  ])
    expect([url, await post(['http://127.0.0.1:1'], url)]).toEqual([
      url,
      { why: 'address inside a network' },
    ])
  expect(taken).toEqual([])
})

test('what is posted is signed with the secret, over the time and the body', async () => {
  expect(await post([origin])).toBeNull()
  const [{ headers, body: text } = { headers: {}, body: '' }] = taken
  const lines = ['from-linli', 'hook-1', headers['x-linli-timestamp'], headers['x-linli-nonce']]
  const hmac = createHmac('sha256', 'the secret')
    .update(lines.map((line) => `${line}\n`).join(''))
    .update(text)
    .digest('hex')
  expect(headers).toMatchObject({
    'x-linli-signature': `v1=${hmac}`,
    'x-linli-timestamp': `${clock().getTime() / 1000}`,
    'content-type': 'application/json; charset=utf-8',
  })
  expect(text).toBe('{"events":[]}')
})

test('what is not taken says why in a word; redirects are not followed', async () => {
  for (const [answer, told] of [
    [500, { why: 'status 500' }],
    [302, { why: 'status 302' }],
    [410, { why: 'status 410', gone: true }],
  ] as const) {
    status = answer
    expect(await post([origin])).toEqual(told)
  }
  const nobody = 'http://127.0.0.1:9'
  expect(await post([nobody], nobody)).toEqual({ why: 'ECONNREFUSED' })
  expect(await post([], 'nonsense')).toMatchObject({ why: expect.any(String) })
})

test('who wants to speak another protocol is not waited for', async () => {
  const other = createRawServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () =>
      socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'),
    )
  })
  await new Promise<void>((go) => other.listen(0, '127.0.0.1', go))
  const there = `http://127.0.0.1:${(other.address() as AddressInfo).port}`
  expect(await post([there], there)).toEqual({ why: 'Error' })
  other.close()
})
