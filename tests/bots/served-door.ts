import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Door } from '../../src/flows/ports/door.ts'
import { webApp } from '../../src/http/app.tsx'
import { memory } from '../support/memory.ts'
import { memoryDesk } from '../support/memory-desk.ts'

/** Doors on a port of their own, behind the web side as production has it; without a simulated platform. */
export async function servedDoor(doors: readonly Door[], faults: unknown[] = []) {
  const stores = memory()
  const app = webApp({
    desk: memoryDesk(stores, { clock: () => new Date(), report: (...told) => faults.push(told) }),
    ...{ world: null, timeMachine: null, doors: () => doors },
  })
  const server = createServer(getRequestListener(app.fetch))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
