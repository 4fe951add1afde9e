import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { serverAccount } from './account.ts'
import { findBinaries } from './binaries.ts'
import { makeCluster, paths, prepareFolder, user } from './cluster.ts'
import { letGoWhenEnded } from './let-go.ts'
import { start, stop } from './server.ts'

/** A PostgreSQL of our own that is running. */
export interface Embedded {
  readonly url: string
  /** Lets go of the server and, when no other process uses it, shuts it down and waits until it is gone. */
  readonly stop: () => Promise<void>
}

/**
 * A real PostgreSQL in the folder `dir`, made on first use, on a free port of 127.0.0.1. Any number of processes may
 * ask for the same folder: they share one server, and the last one to stop shuts it down. Should the server crash, it
 * is started again at the same address while anybody holds it.
 */
export async function ensurePostgres({ dir: given }: { readonly dir: string }): Promise<Embedded> {
  const account = serverAccount()
  const dir = prepareFolder(given, account)
  const binaries = findBinaries(`${dir}.binaries`, account)
  makeCluster(dir, binaries, account)
  const password = readFileSync(paths(dir).password, 'utf8')
  const up = async () => {
    const { port } = await start(dir, binaries.postgres, account)
    return `postgres://${user}:${password}@127.0.0.1:${port}`
  }
  const presence = await hold(up, () => stop(dir))
  return { url: `${presence.url}/linli`, stop: presence.release }
}

/** Any number, the same in every release: a shared lock on it in database `postgres` says "I use this server". */
const inUse = 5_170_001

type Connected = { readonly url: string; readonly sql: postgres.Sql }

/** Uses a server until released; starts it again whenever it dies before that. */
async function hold(up: () => Promise<string>, down: () => Promise<void>) {
  let released = false
  let present = enter()

  async function enter(): Promise<Connected> {
    for (let attempt = 1; ; attempt++) {
      const url = await up()
      let holding = false
      const onclose = () => {
        if (!holding || released) return
        holding = false
        present = enter()
        present.catch(() => {}) // asked again by `release`
      }
      const sql = postgres(`${url}/postgres`, {
        ...{ max: 1, max_lifetime: null, onnotice, onclose },
        fetch_types: false, // nobody could catch its fault when the server goes down just then
      })
      try {
        await sql`select pg_advisory_lock_shared(${inUse})`
        await makeDatabase(sql)
        holding = true
        return { url, sql }
      } catch (fault) {
        await sql.end({ timeout: 1 })
        if (!isGoingDown(fault) || attempt > 100) throw fault
        await sleep(100)
      }
    }
  }

  /** The last one to leave shuts down; whoever comes meanwhile waits for the lock and starts anew. */
  async function release() {
    if (released) return
    const held = await present.catch(() => undefined)
    released = true
    isReleased()
    if (!held) return
    try {
      await held.sql`select pg_advisory_unlock_shared(${inUse})`
      const [answer] = await held.sql`select pg_try_advisory_lock(${inUse}) as last`
      if (answer?.last) await down()
    } catch (fault) {
      if (!isGoingDown(fault)) throw fault // else another was last and shuts down just now
    } finally {
      await held.sql.end({ timeout: 1 })
    }
  }

  const isReleased = letGoWhenEnded(release)
  const { url } = await present
  return { url, release }
}

async function makeDatabase(sql: postgres.Sql) {
  const [found] = await sql`select from pg_database where datname = 'linli'`
  if (found) return
  await sql`create database linli`.catch((fault) => {
    if (!['42P04', '23505'].includes(fault.code)) throw fault // else another process made it
  })
}

const onnotice = () => {}

/** Connections end so when a server shuts down, crashes, or is not up yet. */
const isGoingDown = (fault: unknown): boolean =>
  fault instanceof Error &&
  'code' in fault &&
  /^(57P0\d|ECONN|EPIPE|CONNECT|CONNECTION_)/.test(String(fault.code))
