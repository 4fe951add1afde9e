import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { drips, pours } from '../bad-answers.ts'
import { type Answer, refuse } from './answers.ts'
import type { LarkCall, RouteFault, RouteName } from './fault-types.ts'
import { type Limits, perApi } from './limits.ts'

/** A request to an endpoint. */
export interface Asked {
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** The body when it is JSON; else undefined. */
  readonly json: unknown
  readonly body: Buffer
  readonly contentType: string
  readonly authorization: string | undefined
}

export interface Route {
  readonly name: RouteName
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** `/open-apis/im/v1/messages/:id` */
  readonly path: string
  /** Needs no token, and is not counted by the gateway. */
  readonly open?: true
  answer(asked: Asked): Answer
}

export interface Desk {
  readonly calls: readonly LarkCall[]
  fault(route: RouteName, fault: RouteFault, times: number): void
}

/** The HTTP side: finds the endpoint, lets go wrong what shall, checks the token, counts. Unknown paths are a loud 404. */
export function openDesk(
  server: Server,
  routes: readonly Route[],
  mayCome: (authorization: string | undefined) => Answer | undefined,
  limits: Limits,
  now: () => number,
): Desk {
  const faults: { route: RouteName; fault: RouteFault; left: number }[] = []
  const calls: LarkCall[] = []
  const matchers = routes.map((route) => ({ route, fits: pattern(route.path) }))

  const carryOut = (route: Route, asked: Asked): Answer => {
    if (!route.open) {
      const stopped = mayCome(asked.authorization)
      if (stopped) return stopped
      const seconds = limits.take(`api/${route.name}`, ...perApi)
      if (seconds > 0) return tooMany(seconds)
    }
    return route.answer(asked)
  }
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const method = request.method ?? ''
    const url = new URL(request.url ?? '/', 'http://fake')
    const body = await slurp(request)
    const contentType = request.headers['content-type'] ?? ''
    const json = contentType.startsWith('application/json') ? parsed(body) : undefined
    const call = (route: LarkCall['route'], status: number) =>
      calls.push({ route, method, path: url.pathname, status, body: json, at: new Date(now()) })
    const found = matchers.find((one) => one.route.method === method && one.fits(url.pathname))
    if (!found) {
      call('unknown', 404)
      return send(response, { status: 404, json: { msg: `no ${method} ${url.pathname} here` } })
    }
    const { route } = found
    const next = faults.find((one) => one.route === route.name && one.left > 0)
    if (next) next.left--
    const fault = next?.fault
    if (fault?.kind === 'drop') {
      call(route.name, 0)
      return void request.socket.destroy()
    }
    if (fault?.kind === 'delay') await wait(fault.ms)
    const params = found.fits(url.pathname) ?? {}
    const { authorization } = request.headers
    const query = url.searchParams
    const asked: Asked = { params, query, json, body, contentType, authorization }
    const right = () => carryOut(route, asked)
    const given = instead(fault) ?? right()
    if (fault?.kind === 'commitThenFail') {
      call(route.name, fault.status ?? 0)
      if (fault.status === undefined) return void request.socket.destroy()
      return send(response, { status: fault.status, json: { code: 2200, msg: 'internal error' } })
    }
    call(route.name, given.status)
    if (fault?.kind === 'endless') return pours(response)
    if (fault?.kind === 'drip') return drips(response)
    if (fault?.kind === 'truncate' && given.bytes) return cutShort(response, given.bytes)
    send(response, given)
  }
  server.on('request', (request, response) => {
    answer(request, response).catch((broken: unknown) => {
      send(response, { status: 500, json: { code: -1, msg: `the fake broke: ${String(broken)}` } })
    })
  })
  return {
    calls,
    fault: (route, fault, times) => void faults.push({ route, fault, left: times }),
  }
}

function instead(fault: RouteFault | undefined): Answer | undefined {
  switch (fault?.kind) {
    case 'answer':
      return { status: fault.status, json: fault.body ?? {}, headers: fault.headers ?? {} }
    case 'rateLimited':
      return tooMany(fault.resetSeconds)
    case 'jsonInstead':
      return { status: 200, json: { code: 234003, msg: 'File not in msg.' } }
    default:
      return undefined
  }
}

const tooMany = (seconds: number) =>
  refuse(99991400, '', {
    'x-ogw-ratelimit-limit': String(perApi[0]?.most),
    'x-ogw-ratelimit-reset': String(seconds),
  })

function pattern(path: string) {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')
  const shape = new RegExp(`^${path.replaceAll(/:\w+/g, '([\\w-]+)')}$`)
  return (pathname: string): Record<string, string> | undefined => {
    const found = shape.exec(pathname)
    return found
      ? Object.fromEntries(names.map((name, i) => [name, found[i + 1] ?? '']))
      : undefined
  }
}

async function slurp(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts)
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

function send(response: ServerResponse, { status, json, bytes, headers }: Answer) {
  const plain = bytes ? {} : { 'content-type': 'application/json; charset=utf-8' }
  response.writeHead(status, { ...plain, ...headers })
  response.end(bytes ?? JSON.stringify(json))
}

function cutShort(response: ServerResponse, bytes: Uint8Array) {
  response.writeHead(200, { 'content-length': bytes.length })
  response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy())
}
