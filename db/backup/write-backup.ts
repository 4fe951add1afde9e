import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import postgres from 'postgres'
import { type Manifest, written } from './sections.ts'
import { backupConnection, migrationsOf, rowsOf, tablesOf } from './tables.ts'
import { addFile, tally } from './tally.ts'

/** What is kept in files beside the database. */
export const folders = ['media', 'reports'] as const

export interface BackupWish {
  readonly url: string
  readonly dataFolder: string
  /** A file that is not there yet. */
  readonly to: string
  readonly program: string
  readonly at: Date
}

/**
 * Writes the whole database as it stands at one moment, and the files that belong to it, into one file, while others go on
 * writing. It is there whole or not at all.
 */
export async function writeBackup(wish: BackupWish): Promise<void> {
  const scratch = `${wish.to}.${randomUUID()}.part` // two at once must not take away each other's
  const sql = postgres(wish.url, backupConnection)
  try {
    await pipeline(
      Readable.from(contents(wish, sql)),
      createGzip(),
      createWriteStream(scratch, { flags: 'wx', mode: 0o600, flush: true }),
    )
    await rename(scratch, wish.to)
    await synced(dirname(wish.to))
  } catch (fault) {
    await rm(scratch, { force: true })
    throw fault
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function* contents({ dataFolder, program, at }: BackupWish, sql: postgres.Sql) {
  const tables: Record<string, { rows: number; sha256: string }> = {}
  const held = await snapshotOf(sql)
  try {
    const { tx } = held
    const migrations = await migrationsOf(tx)
    if (!migrations) throw new Error('this database has never been ours')
    yield* written({ kind: 'head', format: 1, madeAt: at.toISOString(), program, migrations })
    for (const table of await tablesOf(tx)) {
      const { passing, counted } = tally(rowsOf(table, tx))
      yield* written({ kind: 'table', ...table }, passing())
      tables[table.name] = counted()
    }
  } finally {
    await held.letGo()
  }
  // Files are there before the rows that name them.
  const all = createHash('sha256')
  let count = 0
  for (const path of await filesIn(dataFolder)) {
    const handle = await open(join(dataFolder, path)).catch(() => null) // taken away meanwhile
    if (!handle) continue
    const { passing, counted } = tally(handle.createReadStream())
    yield* written({ kind: 'file', path }, passing())
    addFile(all, path, counted().sha256)
    count += 1
  }
  const manifest: Manifest = { tables, files: { count, sha256: all.digest('hex') } }
  yield* written({ kind: 'manifest' }, [Buffer.from(JSON.stringify(manifest))])
}

/** A transaction that sees one moment until it is let go. */
async function snapshotOf(sql: postgres.Sql) {
  let letGo = () => {}
  const over = new Promise<void>((go) => {
    letGo = go
  })
  let done: Promise<unknown> = Promise.resolve()
  const tx = await new Promise<postgres.TransactionSql>((begun, failed) => {
    done = sql.begin('isolation level repeatable read read only', async (held) => {
      begun(held)
      await over
    })
    done.catch(failed)
  })
  return {
    tx,
    letGo: async () => {
      letGo()
      await done.catch(() => {})
    },
  }
}

async function filesIn(dataFolder: string): Promise<string[]> {
  const found: string[] = []
  for (const folder of folders) {
    const root = join(dataFolder, folder)
    const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
    for (const entry of entries)
      if (entry.isFile() && !entry.name.startsWith('.'))
        found.push(relative(dataFolder, join(entry.parentPath, entry.name)).split(sep).join('/'))
  }
  return found.sort()
}

async function synced(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
