import { once } from 'node:events'
import { createServer, connect as dial, type Socket } from 'node:net'
import { v7 } from 'uuid'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { connect } from '../../db/stores/connect.ts'
import { leaseStore } from '../../db/stores/leases.ts'
import { tenantId } from '../../src/domain/ids.ts'
import { freshDatabase } from '../support/postgres.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

/** A way to a database that can be cut, and that counts who asks for the array types. */
async function relay(url: string) {
  const { port, hostname } = new URL(url)
  const open = new Set<Socket>()
  const counts = { connections: 0, asked: 0 }
  const server = createServer((near) => {
    const far = dial(Number(port), hostname)
    counts.connections++
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.on('error', () => {}).on('close', () => other.destroy())
    }
    near.on('data', (bytes) => {
      if (bytes.includes('typarray')) counts.asked++
    })
    near.pipe(far).pipe(near)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const cut = () => {
    for (const socket of open) socket.destroy()
    open.clear()
  }
  closers.push(() => {
    cut()
    server.close()
  })
  const address = server.address()
  const through = new URL(url)
  through.port = String(typeof address === 'object' && address?.port)
  return { url: through.href, counts, cut }
}

test('array types are asked for once, and known on every later connection', async () => {
  const way = await relay(await freshDatabase())
  const { connection, close } = await connect(way.url, tenantId(v7()), v7)
  closers.push(close)
  const { asked, connections } = way.counts
  expect(asked).toBe(connections)

  way.cut()
  const pair = ['a,b', '"c"']
  const ask = async () => (await connection.sql`select ${pair}::text[] as pair`)[0]?.pair
  const answers = await Promise.all([ask(), ask(), ask()].map((one) => one.catch(ask)))
  expect(answers).toEqual([pair, pair, pair])
  expect(way.counts.connections).toBeGreaterThan(connections)
  expect(way.counts.asked).toBe(asked)
})

test('who wants a lease asks for no types', async () => {
  const way = await relay(await freshDatabase())
  const holder = { waiting() {}, lost() {} }
  const lease = await leaseStore(way.url, tenantId(v7())).acquire(
    'one',
    holder,
    new AbortController().signal,
  )
  onTestFinished(() => lease?.release())
  expect(lease).not.toBeNull()
  expect(way.counts).toEqual({ connections: 1, asked: 0 })
})
