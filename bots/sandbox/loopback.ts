import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** A request as it came. */
export interface Came {
  readonly method: string
  readonly url: URL
  readonly headers: Headers
  readonly body: Buffer
}

export interface Given {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

/** What goes wrong with a request. */
export type Mishap =
  /** Answered without being carried out. */
  | { readonly kind: 'answer'; readonly given: Given }
  /** The connection breaks before the request is carried out, or after. */
  | { readonly kind: 'drop' }
  | { readonly kind: 'lostAnswer' }
  | { readonly kind: 'slow'; readonly ms: number }

/** A platform's HTTP side on this machine only, that can go wrong and go away. */
export interface Loopback {
  readonly endpoint: string
  /** The next `times` requests whose path begins so meet with this. */
  mishap(path: string, mishap: Mishap, times: number): void
  /** Gone: nobody answers at the address. */
  leave(): Promise<void>
  /** Back at the same address. */
  comeBack(): Promise<void>
}

export async function loopback(answer: (came: Came) => Given | Promise<Given>): Promise<Loopback> {
  const planned: { path: string; mishap: Mishap; left: number }[] = []
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const body = Buffer.concat(parts)
    const url = new URL(request.url ?? '/', 'http://fake')
    const headers = new Headers(request.headers as Record<string, string>)
    const next = planned.find(({ path, left }) => left > 0 && url.pathname.startsWith(path))
    if (next) next.left--
    const mishap = next?.mishap
    if (mishap?.kind === 'drop') return void request.socket.destroy()
    if (mishap?.kind === 'slow') await wait(mishap.ms)
    const came = { method: request.method ?? '', url, headers, body }
    const given = mishap?.kind === 'answer' ? mishap.given : await answer(came)
    if (mishap?.kind === 'lostAnswer') return void request.socket.destroy()
    response.writeHead(given.status, given.headers).end(given.body)
  }
  const server = createServer((request, response) => {
    serve(request, response).catch(() => request.socket.destroy())
  })
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  }
  const port = await listen(0)
  return {
    endpoint: `http://127.0.0.1:${port}`,
    mishap: (path, mishap, times) => planned.push({ path, mishap, left: times }),
    async leave() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
    async comeBack() {
      await listen(port)
    },
  }
}
