import { createDecipheriv, createHash } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { FakeLark } from '../../bots/sandbox/lark/fake-lark-types.ts'
import { decodeFrame, encodeFrame, type Frame } from '../../bots/sandbox/lark/frames.ts'
import { bot } from './lark-fake-support.ts'

/** A delivery as it came. */
export interface Heard {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A webhook of ours that writes down what comes and answers as told; by default 200 and `{}`. */
export async function webhook(
  answer: (
    heard: Heard,
    count: number,
  ) => { status?: number; body?: unknown; afterMs?: number } = () => ({}),
) {
  const heard: Heard[] = []
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const one = { headers: request.headers, body: Buffer.concat(parts).toString('utf8') }
    heard.push(one)
    const { status = 200, body = {}, afterMs = 0 } = answer(one, heard.length)
    setTimeout(() => {
      response.statusCode = status
      response.end(JSON.stringify(body))
    }, afterMs)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return { heard, url: `http://127.0.0.1:${port}/lark` }
}

/** A client of the long connection, of the few things that tests look at. Acks with 200 and what `answer` gives. */
export async function longConnection(
  lark: FakeLark,
  answer?: (envelope: string) => object | 'later',
) {
  const client = await bot(lark)
  const secret = { AppID: lark.appId, AppSecret: lark.appSecret }
  const { json } = await client.ask('POST', '/callback/ws/endpoint', secret)
  const frames: Frame[] = []
  const closed: number[] = []
  const socket = new WebSocket(json.data.URL)
  socket.on('close', (code) => closed.push(code))
  socket.on('error', () => {})
  socket.on('message', (data: Buffer) => {
    const frame = decodeFrame(data)
    frames.push(frame)
    const given = frame.method === 1 ? (answer?.(frame.payload.toString('utf8')) ?? {}) : 'later'
    if (given === 'later') return
    const body = Buffer.from(JSON.stringify(given)).toString('base64')
    const payload = Buffer.from(JSON.stringify({ code: 200, data: body }))
    socket.send(encodeFrame({ ...frame, headers: { ...frame.headers, biz_rt: '1' }, payload }))
  })
  await new Promise((done, fail) => {
    socket.once('open', done)
    socket.once('close', () => fail(new Error('closed at once')))
  })
  onTestFinished(() => socket.terminate())
  const ping = () => {
    const headers = { type: 'ping' }
    const service = 1
    socket.send(
      encodeFrame({ seq: 0n, log: 0n, service, method: 0, headers, payload: Buffer.alloc(0) }),
    )
  }
  return { frames, closed, ping, close: () => socket.close() }
}

/** Read as the platform's page says, apart from the code that wrote it. */
export function opened({ body }: Heard, lark: FakeLark) {
  const sealed = Buffer.from(JSON.parse(body).encrypt, 'base64')
  const key = createHash('sha256').update(lark.encryptKey).digest()
  const decipher = createDecipheriv('aes-256-cbc', key, sealed.subarray(0, 16))
  const plain = Buffer.concat([decipher.update(sealed.subarray(16)), decipher.final()])
  return JSON.parse(plain.toString('utf8'))
}
/** Whether its signature is right. */
export function isSigned({ headers, body }: Heard, lark: FakeLark) {
  const text = `${headers['x-lark-request-timestamp']}${headers['x-lark-request-nonce']}${lark.encryptKey}${body}`
  return headers['x-lark-signature'] === createHash('sha256').update(text).digest('hex')
}
