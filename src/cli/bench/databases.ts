import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { ensurePostgres } from '../../../db/embedded/ensure.ts'
import { migrate } from '../../../db/migrate.ts'

/** A PostgreSQL of our own for measuring, in a folder of its own. */
export interface Databases {
  /** Does `work` in a new empty database with our tables, everything before it flushed, and drops it afterwards. */
  in<Made>(work: (url: string) => Promise<Made>): Promise<Made>
  stop(): Promise<void>
}

export async function startDatabases(): Promise<Databases> {
  const folder = await temporaryFolder()
  const server = await ensurePostgres({ dir: join(folder, 'postgres') })
  const url = (name: string) => server.url.replace(/linli$/, name)
  const sql = postgres(url('postgres'), { max: 1, onnotice: () => {} })
  await sql`create database empty`
  await migrate(url('empty'))
  let made = 0
  const stop = async () => {
    process.removeListener('SIGINT', leave)
    await sql.end({ timeout: 1 })
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  /** The server is a process of its own: whoever presses Ctrl-C wants it gone, too. */
  const leave = () => void stop().finally(() => process.exit(130))
  process.once('SIGINT', leave)
  return {
    async in(work) {
      const name = `round_${++made}`
      await sql.unsafe(`create database ${name} template empty`)
      await sql`checkpoint`
      try {
        return await work(url(name))
      } finally {
        await sql.unsafe(`drop database ${name} with (force)`)
      }
    },
    stop,
  }
}

/** A new folder that PostgreSQL's own account can walk through. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'linli-bench-'))
  await chmod(folder, 0o711)
  return folder
}

export type RowCounts = Readonly<Record<string, number>>

/** How many rows every table of ours has. */
export async function countRows(url: string): Promise<RowCounts> {
  const sql = postgres(url, { max: 1 })
  try {
    const tables = await sql`select tablename as name from pg_tables where schemaname = 'public'`
    const counts: [string, number][] = []
    for (const { name } of tables) {
      const [row] = await sql`select count(*)::int as n from ${sql(name)}`
      counts.push([name, row?.n])
    }
    return Object.fromEntries(counts.sort())
  } finally {
    await sql.end()
  }
}
