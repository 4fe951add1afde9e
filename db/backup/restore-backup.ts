import { cp, mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import postgres from 'postgres'
import { migrate, migrationsFolder } from '../migrate.ts'
import { type Checked, checkBackup } from './check-backup.ts'
import { type Migrations, sectionsIn } from './sections.ts'
import { backupConnection, migrationsOf, rowsOf, tablesOf, writeRows } from './tables.ts'
import { tally } from './tally.ts'

/**
 * Puts a backup into a database and a data folder in which nothing is yet, and reads everything back: the rows are there
 * all or not at all. A backup of an older program is brought up to date. Throws with what is in the way.
 */
export async function restoreBackup({
  from,
  url,
  dataFolder,
}: {
  readonly from: string
  readonly url: string
  readonly dataFolder: string
}): Promise<Checked> {
  const checked = await checkBackup(from)
  if (!(await isEmpty(join(dataFolder, 'media'))))
    throw new Error('there are files in the data folder: restore into an empty one')
  await migrateTo(checked.head.migrations, url)
  const sql = postgres(url, backupConnection)
  try {
    await sql.begin(async (tx) => {
      for (const { name } of await tablesOf(tx)) {
        const [row] = await tx`select exists (select from ${tx(name)}) as has`
        if (row?.has)
          throw new Error('there is something in the database: restore into an empty one')
      }
      for await (const { header, content } of sectionsIn(from)) {
        if (header.kind === 'table') await writeRows(header, content, tx)
        if (header.kind === 'file') await keepFile(join(dataFolder, safe(header.path)), content)
      }
      for (const table of await tablesOf(tx)) {
        const { passing, counted } = tally(rowsOf(table, tx))
        for await (const _ of passing());
        const { rows, sha256 } = counted()
        const wanted = checked.manifest.tables[table.name]
        if (rows !== wanted?.rows || sha256 !== wanted.sha256)
          throw new Error(`what came into ${table.name} is not what was in the backup`)
      }
    })
  } finally {
    await sql.end({ timeout: 5 })
  }
  await migrate(url)
  return checked
}

/** As far as the database was that was backed up: what later changes do to rows they must find there. */
async function migrateTo(wanted: Migrations, url: string): Promise<void> {
  const sql = postgres(url, backupConnection)
  try {
    const present = await migrationsOf(sql)
    if (present && present.last !== wanted.last)
      throw new Error('the database is of another version: restore into an empty one')
  } finally {
    await sql.end({ timeout: 5 })
  }
  const folder = await mkdtemp(join(tmpdir(), 'linli-restore-'))
  try {
    await cp(migrationsFolder, folder, { recursive: true })
    const journal = join(folder, 'meta', '_journal.json')
    const all = JSON.parse(await readFile(journal, 'utf8')) as { entries: { when: number }[] }
    const entries = all.entries.filter(({ when }) => when <= wanted.last)
    if (entries.at(-1)?.when !== wanted.last || entries.length !== wanted.count)
      throw new Error(
        'the backup is of a program that this one does not know: use that one, or a later',
      )
    await writeFile(journal, JSON.stringify({ ...all, entries }))
    await migrate(url, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Never outside of the folders that are backed up, whatever a file says. */
function safe(path: string): string {
  if (!/^(media|reports)(\/[^/\\:]+)+$/.test(path) || path.split('/').includes('..'))
    throw new Error('the backup names a file where none belongs')
  return path
}

async function keepFile(file: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const handle = await open(file, 'w', 0o600)
  try {
    for await (const bytes of content) await handle.appendFile(bytes) // `write` may write a part of it
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const isEmpty = async (folder: string): Promise<boolean> =>
  (await readdir(folder).catch(() => [])).length === 0
