import { randomUUID } from 'node:crypto'
import { createServer } from 'node:net'
import type { Seat, SimPuppet } from './sim-puppet.ts'
import type { SimWorld } from './sim-world.ts'

/** The simulated platform, reachable as a wechaty puppet service. */
export interface Gateway {
  /** `127.0.0.1:18788`. */
  readonly endpoint: string
  readonly token: string
  readonly puppet: SimPuppet
  stop(): Promise<void>
}

/** Opens the world to bots over gRPC, on the loopback only. Port 0 takes a free one. */
export async function startGateway(
  world: SimWorld,
  { port = 0, token = `insecure_${randomUUID()}`, seat = {} as Seat } = {},
): Promise<Gateway> {
  const [{ log }, { PuppetServer }, puppets] = await Promise.all([
    import('wechaty-puppet'), // lazily, for loading it takes seconds
    import('wechaty-puppet-service'),
    import('./sim-puppet.ts'),
  ])
  log.level('silent') // its warnings go to the console and carry tokens
  const puppet = new puppets.SimPuppet(world, seat)
  const endpoint = `127.0.0.1:${port === 0 ? await freePort() : port}`
  const server = new PuppetServer({ endpoint, token, puppet, tls: { disable: true } })
  await server.start()
  puppet.on('error', () => {}) // a puppet without an ear for errors throws them
  await puppet.start()
  return {
    ...{ endpoint, token, puppet },
    async stop() {
      await server.stop()
      await puppet.stop()
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}
