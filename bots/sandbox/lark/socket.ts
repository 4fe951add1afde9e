import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import type { SocketFaults } from './fault-types.ts'
import { decodeFrame, encodeFrame, type Frame } from './frames.ts'
import type { Reply, Transport } from './push.ts'

/** What the client is told to keep to, in seconds. */
const clientConfig = {
  ReconnectCount: -1,
  ReconnectInterval: 1,
  ReconnectNonce: 1,
  PingInterval: 2,
}
const service = 33_554_678
export const mostConnections = 50

export interface LongConnections extends Transport {
  /** What the endpoint hands out: an address that is good for one connection. */
  ticket(): object
  count(): number
  hangUp(code: 1001 | 1006): void
  /** One frame of anything; answers the code of the ack, 0 when none comes in time. */
  raw(payload: Buffer | string): Promise<number>
  close(): void
}

/** The long connection: each event goes to one of the open ones, at random, as the platform does. */
export function openSockets(
  server: Server,
  faults: SocketFaults,
  patienceMs: number,
): LongConnections {
  const tickets = new Set<string>()
  const open = new Set<WebSocket>()
  const awaited = new Map<string, (reply: Reply) => void>()
  const sockets = new WebSocketServer({ noServer: true })
  server.on('upgrade', (request, socket, head) => {
    const url = new URL(request.url ?? '/', 'http://fake')
    if (url.pathname !== '/ws/v2' || !tickets.delete(url.searchParams.get('ticket') ?? '')) {
      return void socket.destroy()
    }
    sockets.handleUpgrade(request, socket, head, (client) => {
      open.add(client)
      client.on('close', () => open.delete(client))
      client.on('error', () => client.terminate())
      client.on('message', (data) => hear(client, Buffer.isBuffer(data) ? data : Buffer.alloc(0)))
    })
  })
  const hear = (client: WebSocket, data: Buffer) => {
    let frame: Frame
    try {
      frame = decodeFrame(data)
    } catch {
      return client.terminate()
    }
    if (frame.method === 0 && frame.headers.type === 'ping') {
      if (faults.silent) return
      const payload = Buffer.from(JSON.stringify(clientConfig))
      return client.send(encodeFrame({ ...frame, headers: { type: 'pong' }, payload }))
    }
    awaited.get(frame.headers.message_id ?? '')?.(ack(frame.payload))
  }
  const push = (payload: Buffer, type: string, pieces: number): Promise<Reply> => {
    const clients = [...open]
    const client = clients[Math.floor(Math.random() * clients.length)]
    if (!client) return Promise.resolve({ code: 0, body: undefined, unreachable: true })
    const id = randomBytes(16).toString('hex')
    const log = BigInt(`0x${randomBytes(8).toString('hex')}`) >> 1n
    const size = Math.ceil(payload.length / pieces)
    const frames = Array.from({ length: pieces }, (_, seq) => {
      const headers = {
        ...{ type, message_id: id, trace_id: id, sum: String(pieces), seq: String(seq) },
        timestamp: String(Date.now()),
      }
      const piece = payload.subarray(seq * size, (seq + 1) * size)
      return encodeFrame({ seq: 0n, log, service, method: 1, headers, payload: piece })
    })
    if (!faults.silent) for (const frame of frames.reverse()) client.send(frame)
    return new Promise((tell) => {
      const over = (reply: Reply) => {
        clearTimeout(timer)
        awaited.delete(id)
        tell(reply)
      }
      const timer = setTimeout(
        () => over({ code: 0, body: undefined, unreachable: false }),
        patienceMs,
      )
      awaited.set(id, over)
    })
  }
  return {
    ticket() {
      const ticket = randomBytes(8).toString('hex')
      tickets.add(ticket)
      const address = server.address()
      const port = typeof address === 'object' ? address?.port : 0
      const query = `device_id=1&access_key=fake&service_id=${service}&ticket=${ticket}`
      return { URL: `ws://127.0.0.1:${port}/ws/v2?${query}`, ClientConfig: clientConfig }
    },
    count: () => open.size,
    hangUp(code) {
      for (const client of open) {
        if (code === 1006) client.terminate()
        else client.close(code)
      }
    },
    send(envelope) {
      const { header } = envelope as { header?: { event_type?: string } }
      const card = faults.cardFrames && header?.event_type === 'card.action.trigger'
      const payload = Buffer.from(JSON.stringify(envelope))
      return push(payload, card ? 'card' : 'event', faults.fragments)
    },
    raw: async (payload) => (await push(Buffer.from(payload), 'event', 1)).code,
    close() {
      for (const client of open) client.terminate()
      sockets.close()
    },
  }
}

/** `{"code":200,"data":base64 of JSON}` */
function ack(payload: Buffer): Reply {
  try {
    const { code, data } = JSON.parse(payload.toString('utf8'))
    const body =
      typeof data === 'string' ? JSON.parse(Buffer.from(data, 'base64').toString('utf8')) : {}
    return { code: Number(code), body, unreachable: false }
  } catch {
    return { code: -1, body: undefined, unreachable: false }
  }
}
