import { once } from 'node:events'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { neighbours } from '../http/neighbours.ts'

/** A sandbox to look at, at `base`. */
export interface OpenSandbox {
  readonly base: string
  /** What the bot says in the group when it has written a petition down. */
  readonly registered: RegExp
  close(): Promise<void>
}

/**
 * The sandbox that runs at `$SANDBOX_URL`, best a fresh one, else one of our own over a small street in memory: the same steps hold for
 * both.
 */
export async function openSandbox(): Promise<OpenSandbox> {
  const running = process.env.SANDBOX_URL
  if (running) return { base: running, registered: /已登记/, close: async () => {} }
  const server = createServer(getRequestListener(neighbours().app.fetch))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    base: `http://127.0.0.1:${port}/`,
    registered: /已登记1027号/,
    async close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
