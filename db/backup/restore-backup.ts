import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { migrate, migrationsFolder } from '../migrate.ts'
import { type Checked, checkBackup } from './check-backup.ts'
import { type Migrations, sectionsIn } from './sections.ts'
import { stagedFiles } from './staged-files.ts'
import { backupConnection, migrationsOf, rowsOf, tablesOf, writeRows } from './tables.ts'
import { tally } from './tally.ts'

/** So that two do not restore into one database at once. */
const restoring = 7_260_112

/**
 * Puts a backup into a database and a data folder in which nothing is yet, and reads everything back: rows and files are
 * there all or not at all. What a restore leaves that is killed is taken away by the next one. A backup of an older program
 * is brought up to date. Throws with what is in the way.
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
  const files = stagedFiles(dataFolder)
  await files.expectRoom()
  await migrateTo(checked.head.migrations, url)
  const sql = postgres(url, backupConnection)
  let isOurs = false
  try {
    await sql.begin(async (tx) => {
      const [turn] = await tx`select pg_try_advisory_xact_lock(${restoring}) as is_ours`
      if (!turn?.is_ours)
        throw new Error(
          '这个数据库正在恢复另一份备份 [another restore into this database is under way]',
        )
      if (!(await isEmpty(tx)))
        throw new Error(
          '数据库里已经有东西，请恢复到空的库 [there is something in the database: restore into an empty one]',
        )
      await files.clear()
      isOurs = true
      for await (const { header, content } of sectionsIn(from)) {
        if (header.kind === 'table') await writeRows(header, content, tx)
        if (header.kind === 'file') await files.keep(header.path, content)
      }
      for (const table of await tablesOf(tx)) {
        const { passing, counted } = tally(rowsOf(table, tx))
        for await (const _ of passing());
        const { rows, sha256 } = counted()
        const wanted = checked.manifest.tables[table.name]
        if (rows !== wanted?.rows || sha256 !== wanted.sha256)
          throw new Error(`what came into ${table.name} is not what was in the backup`)
      }
      await files.moveIn() // rows without files could not be told from whole ones
    })
    await files.settle()
  } catch (fault) {
    // a link that breaks at the very end leaves open whether the rows are there: then these are their files
    const isUndone = isOurs && (await sql.begin(isEmpty).catch(() => false))
    if (isUndone) await files.clear()
    throw fault
  } finally {
    await sql.end({ timeout: 5 })
  }
  await migrate(url)
  return checked
}

async function isEmpty(tx: postgres.TransactionSql): Promise<boolean> {
  for (const { name } of await tablesOf(tx)) {
    const [row] = await tx`select exists (select from ${tx(name)}) as has`
    if (row?.has) return false
  }
  return true
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
