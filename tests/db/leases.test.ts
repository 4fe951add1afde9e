import postgres from 'postgres'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { leaseStore } from '../../db/stores/leases.ts'
import { tenantId } from '../../src/domain/ids.ts'
import { freshDatabase } from '../support/postgres.ts'
import { type Child, run } from './processes/child.ts'

const children: Child[] = []
afterEach(() => Promise.all(children.splice(0).map((child) => child.kill())))

function holder(url: string, tenant: string): Child {
  const child = run('hold-lease.ts', [url, tenant])
  children.push(child)
  return child
}

const pause = (ms: number) => new Promise<void>((tell) => setTimeout(tell, ms))

test('one process has it; the next one gets it when the first is killed or lets go', async () => {
  const url = await freshDatabase()
  const tenant = v7()
  const first = holder(url, tenant)
  expect(await first.line()).toBe('ours')
  const second = holder(url, tenant)
  const answer = second.line()
  const early = await Promise.race([answer, pause(2_000)])
  expect(early).toBeUndefined()
  await first.kill()
  expect(await answer).toBe('ours')
  const third = holder(url, tenant)
  second.tell('let go')
  expect(await second.line()).toBe('released')
  expect(await third.line()).toBe('ours')
})

test('streets do not stand in each other’s way', async () => {
  const url = await freshDatabase()
  const [one, other] = [holder(url, v7()), holder(url, v7())]
  expect([await one.line(), await other.line()]).toEqual(['ours', 'ours'])
})

test('it is taken back when only its connection broke, and lost when another was faster', async () => {
  const url = await freshDatabase()
  const tenant = v7()
  const sql = postgres(url, { max: 1 })
  const breakConnections = () => sql`
    select pg_terminate_backend(l.pid) from pg_locks l
    where l.locktype = 'advisory' and l.database = (select oid from pg_database where datname = current_database())
      and l.granted and l.pid <> pg_backend_pid()`
  const first = holder(url, tenant)
  expect(await first.line()).toBe('ours')
  await breakConnections()
  const next = first.line()
  expect(await Promise.race([next, pause(1_500)])).toBeUndefined()

  // who waits in line for a lock gets it before anybody who only asks for it
  const rival = postgres(url, { max: 1 })
  const waits =
    rival`select pg_advisory_lock(hashtextextended(${`lease/${tenant}/bot`}, 0))`.execute()
  await pause(300)
  await breakConnections()
  await waits
  expect(await Promise.race([next, pause(5_000)])).toBe('lost')
  await Promise.all([sql.end({ timeout: 1 }), rival.end({ timeout: 1 })])
})

test('who waits is told so once, and waiting ends with its signal', async () => {
  const url = await freshDatabase()
  const leases = leaseStore(url, tenantId(v7()))
  let told = 0
  const holder = {
    waiting() {
      told += 1
    },
    lost() {},
  }
  const first = await leases.acquire('bot', holder, new AbortController().signal)
  expect(told).toBe(0)
  const stop = new AbortController()
  const waiting = leases.acquire('bot', holder, stop.signal)
  await pause(1_500)
  stop.abort()
  expect(await waiting).toBeNull()
  expect(told).toBe(1)
  await first?.release()
})
