import { readFile } from 'node:fs/promises'
import postgres from 'postgres'

/** How a database is, as one that only looks sees it. */
export interface DatabaseFacts {
  /** Of the server, 180004 for 18.4. */
  readonly version: number
  /** By how much its clock is ahead of ours. */
  readonly clockAheadMs: number
  /** The median of some small questions. */
  readonly roundTripMs: number
  /** What it is set to that loses data at a power cut: `fsync`, `full_page_writes`. */
  readonly unsafe: readonly string[]
  /** Migrations that this program has and the database does not yet. */
  readonly pending: number
  /** null: its tables are not there yet. */
  readonly queues: Queues | null
  /** Groups on Lark that are rooms of ours. */
  readonly larkChats: readonly string[]
}

/** What waits, and what failed. */
interface Queues {
  readonly waiting: number
  readonly oldestWaiting: Date | null
  readonly setAside: number
  readonly unsent: number
  readonly oldestUnsent: Date | null
  readonly givenUp: number
  readonly timersLate: number
}

const questions = 9
const timeLimitS = 5

/** Looks, changes nothing. Throws when the database cannot be reached. `tenant` null: of all streets. */
export async function lookAtDatabase(url: string, tenant: string | null): Promise<DatabaseFacts> {
  const sql = postgres(url, {
    max: 1,
    connect_timeout: timeLimitS,
    onnotice: () => {},
    connection: { default_transaction_read_only: true, statement_timeout: timeLimitS * 1_000 },
  })
  try {
    const times: number[] = []
    let clockAheadMs = 0
    for (let i = 0; i < questions; i++) {
      const before = performance.now()
      const [row] = await sql`select clock_timestamp() as at`
      times.push(performance.now() - before)
      clockAheadMs = row?.at.getTime() - Date.now()
    }
    const [settings] = await sql`
      select current_setting('server_version_num')::int as version, current_setting('fsync') as fsync,
        current_setting('full_page_writes') as full_page_writes, to_regclass('outbox') as tables`
    const unsafe = (['fsync', 'full_page_writes'] as const).filter(
      (name) => settings?.[name] === 'off',
    )
    return {
      ...{ version: settings?.version, clockAheadMs, unsafe },
      roundTripMs: times.sort((a, b) => a - b)[Math.floor(questions / 2)] ?? 0,
      pending: (await ourMigrations()) - (await theirMigrations(sql)),
      queues: settings?.tables ? await queuesOf(sql, tenant) : null,
      larkChats: settings?.tables ? await larkChatsOf(sql, tenant) : [],
    }
  } finally {
    await sql.end({ timeout: 1 })
  }
}

async function ourMigrations(): Promise<number> {
  const journal = await readFile(
    new URL('./migrations/meta/_journal.json', import.meta.url),
    'utf8',
  )
  return JSON.parse(journal).entries.length
}

async function theirMigrations(sql: postgres.Sql): Promise<number> {
  const [there] = await sql`select to_regclass('drizzle.__drizzle_migrations') as migrations`
  if (!there?.migrations) return 0
  const [row] = await sql`select count(*)::int as count from drizzle.__drizzle_migrations`
  return row?.count
}

async function larkChatsOf(sql: postgres.Sql, tenant: string | null): Promise<string[]> {
  const rows = await sql`
    select platform_room as chat from room_alias
    where channel = 'lark' and ${tenant === null ? sql`true` : sql`tenant_id = ${tenant}`} order by 1`
  return rows.map(({ chat }) => chat)
}

async function queuesOf(sql: postgres.Sql, tenant: string | null): Promise<Queues> {
  const ours = tenant === null ? sql`true` : sql`tenant_id = ${tenant}`
  const [row] = await sql`
    select
      (select count(*)::int from inbox where ${ours} and state = 'waiting') as waiting,
      (select min(kept_at) from inbox where ${ours} and state = 'waiting') as oldest_waiting,
      (select count(*)::int from inbox where ${ours} and state = 'set_aside') as set_aside,
      (select count(*)::int from outbox where ${ours} and state in ('pending', 'leased') and send_at <= now()) as unsent,
      (select min(send_at) from outbox where ${ours} and state in ('pending', 'leased') and send_at <= now()) as oldest_unsent,
      (select count(*)::int from outbox where ${ours} and state = 'given_up') as given_up,
      (select count(*)::int from timer
        where ${ours} and fired_at is null and due_at < now() - interval '5 minutes') as timers_late`
  return {
    ...{ waiting: row?.waiting, oldestWaiting: row?.oldest_waiting, setAside: row?.set_aside },
    ...{ unsent: row?.unsent, oldestUnsent: row?.oldest_unsent, givenUp: row?.given_up },
    timersLate: row?.timers_late,
  }
}
