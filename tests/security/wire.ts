import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { personId } from '../../src/domain/ids.ts'
import { offerLink } from '../../src/flows/sign-in.ts'
import { webApp } from '../../src/http/app.tsx'
import type { ConsoleDesk } from '../../src/http/console/console-desk.ts'
import type { Web } from '../../src/http/web.ts'

/** The office on a port of its own, as it is reached over the wire. */
export async function openWire(desk: ConsoleDesk, more: Pick<Web, 'trustedProxies'> = {}) {
  const app = webApp({ desk, world: null, timeMachine: null, doors: () => [], ...more })
  const server = createServer(getRequestListener(app.fetch))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${origin}${path}`, {
      redirect: 'manual',
      ...init,
      headers: { Origin: origin, Connection: 'close', ...init.headers },
    })
  return {
    origin,
    ask,
    /** The cookie of somebody in office. */
    async signIn(person: string): Promise<string> {
      const { url } = await offerLink(personId(person), desk)
      const answer = await ask(new URL(url).pathname, { method: 'POST' })
      return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    },
    /** Sends a body of no told length until it is answered; answers how much went out, and the answer. */
    async pour(path: string, headers: Readonly<Record<string, string>>, most: number) {
      const socket = connect(port, '127.0.0.1')
      let heard = ''
      let poured = 0
      socket.on('data', (part) => {
        heard += part
      })
      const over = new Promise<void>((tell) => {
        socket.on('close', tell).on('error', () => tell())
      })
      const head = { Host: `127.0.0.1:${port}`, Origin: origin, ...headers }
      const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`)
      socket.write(`POST ${path} HTTP/1.1\r\nTransfer-Encoding: chunked\r\n${lines.join('')}\r\n`)
      const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(65_536, 'a'), crlf])
      while (heard === '' && poured < most && socket.writable) {
        poured += 65_536
        if (!socket.write(chunk)) await Promise.race([once(socket, 'drain').catch(() => {}), over])
      }
      socket.end()
      await Promise.race([over, new Promise((go) => setTimeout(go, 5_000))])
      socket.destroy()
      return { poured, heard }
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

const crlf = Buffer.from('\r\n')
