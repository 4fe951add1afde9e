import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import postgres from 'postgres'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkBackup } from '../../db/backup/check-backup.ts'
import { restoreBackup } from '../../db/backup/restore-backup.ts'
import { writeBackup } from '../../db/backup/write-backup.ts'
import { openStores } from '../../db/stores/open-stores.ts'
import { backup } from '../../src/cli/operator/backup.ts'
import { personId, petitionId, tenantId } from '../../src/domain/ids.ts'
import { about } from '../contracts/causes.ts'
import { smallBook } from '../support/book.ts'
import { aHeard, aPetition } from '../support/builders.ts'
import { aFolder, freshDatabase } from '../support/postgres.ts'

const tenant = tenantId(v7())
const folders: string[] = []
const folder = () => {
  const made = aFolder()
  folders.push(made)
  return made
}
const url = await freshDatabase()
const dataFolder = folder()
const stores = await openStores({
  ...{ url, tenant, mediaFolder: join(dataFolder, 'media'), newId: v7 },
})
const file = join(folder(), 'street.linli')
afterAll(async () => {
  await stores.close()
  for (const one of folders) rmSync(one, { recursive: true, force: true })
})

let written = 0
/** A petition with what belongs to it, in words that a table of text has to keep apart. */
async function happens(): Promise<void> {
  const number = 1001 + written++
  const petition = aPetition('dispatched', {
    ...{ id: petitionId(`p-${number}`), number, version: 1 },
    summary: `灯\t坏了\n第${number}件 \\N \\. "引号" 😀`,
  })
  const events = [{ kind: 'urged', by: personId('S001'), at: new Date() }] as const
  await stores.petitions.record([about(petition, { events: [...events] })], new Date())
}

/** All rows of a database as text. */
async function rowsOf(address: string) {
  const sql = postgres(address, { max: 1, onnotice: () => {} })
  try {
    const tables = await sql`
      select table_name as name from information_schema.tables where table_schema = 'public' order by 1`
    const rows: Record<string, string[]> = {}
    for (const { name } of tables)
      rows[name] = (await sql`select t::text as row from ${sql(name)} t order by 1`).map(
        ({ row }) => row,
      )
    return rows
  } finally {
    await sql.end()
  }
}

beforeAll(async () => {
  await stores.saveRulebook({ ...smallBook, tenant })
  for (let i = 0; i < 30; i++) await happens()
  await stores.inbox.keep([aHeard('楼道灯坏了', { room: null })], new Date())
  await stores.media.keep(Buffer.from('a picture'), 'image/png')
  mkdirSync(join(dataFolder, 'reports', 'weekly'), { recursive: true })
  writeFileSync(join(dataFolder, 'reports', 'weekly', '周报.xlsx'), 'a report')
})

test('a backup while others write holds one moment, and comes back as it was, row by row', async () => {
  let isWriting = true
  const writing = (async () => {
    while (isWriting) await happens()
  })()
  const desk = { newId: v7, operation: stores.operation }
  const place = { databaseUrl: url, dataFolder }
  const ended = await backup(['--to', file], desk, place)
  const during = written
  isWriting = false
  await writing
  expect(ended).toMatchObject({ ok: true })
  expect(during).toBeGreaterThan(30)
  expect(await backup(['--to', file], desk, place)).toMatchObject({ ok: false })

  const { manifest, bytes, sha256, rows } = await checkBackup(file)
  expect(await stores.operation.lastBackup()).toMatchObject({ bytes, sha256, rows })
  const count = manifest.tables.petition?.rows ?? 0
  expect(count).toBeGreaterThanOrEqual(30)
  expect(count).toBeLessThanOrEqual(during)
  expect(manifest.tables.petition_event?.rows).toBe(count) // one moment for all tables
  expect(manifest.files.count).toBe(2)

  const [to, target] = [await freshDatabase(), folder()]
  await restoreBackup({ from: file, url: to, dataFolder: target })
  const [before, after] = [await rowsOf(url), await rowsOf(to)]
  expect(Object.keys(after)).toEqual(Object.keys(before))
  for (const [name, restored] of Object.entries(after)) {
    const known = new Set(before[name])
    // counters and the like were written over since
    if (name !== 'counter' && name !== 'backup')
      expect(
        restored.filter((row) => !known.has(row)),
        name,
      ).toEqual([])
    expect(restored.length, name).toBe(manifest.tables[name]?.rows)
  }
  expect(readFileSync(join(target, 'reports', 'weekly', '周报.xlsx'), 'utf8')).toBe('a report')
  const opened = await openStores({
    ...{ url: to, tenant, mediaFolder: join(target, 'media'), newId: v7 },
  })
  try {
    expect(await opened.petitions.findByNumber(1001)).toEqual(
      await stores.petitions.findByNumber(1001),
    )
    expect((await opened.rulebooks.current()).units).toEqual(smallBook.units)
    const [picture] = await opened.media.keptBefore(new Date(Date.now() + 60_000))
    const kept = picture && (await opened.media.load(picture))
    expect(Buffer.from(kept?.bytes ?? []).toString()).toBe('a picture')
  } finally {
    await opened.close()
  }
})

test('two that go into one file at once do not take away each other’s', async () => {
  const to = join(folder(), 'twice.linli')
  const wish = { url, dataFolder, to, program: '0', at: new Date() }
  await Promise.allSettled([writeBackup(wish), writeBackup(wish)])
  expect((await checkBackup(to)).manifest.files.count).toBe(2)
  expect(readdirSync(dirname(to))).toEqual(['twice.linli'])
})

test('it goes only where nothing is, and all or nothing of it', async () => {
  const full = restoreBackup({ from: file, url, dataFolder: folder() })
  await expect(full).rejects.toThrow('something in the database')
  const there = restoreBackup({ from: file, url: await freshDatabase(), dataFolder })
  await expect(there).rejects.toThrow('files in the data folder')
})

test('what is cut off, changed or no backup at all is found out, and nothing of it is restored', async () => {
  const bytes = readFileSync(file)
  const spoilt = join(folder(), 'spoilt')
  const check = async (make: () => void) => {
    writeFileSync(spoilt, bytes)
    make()
    const found = await checkBackup(spoilt).catch((fault: Error) => fault)
    expect(found).toBeInstanceOf(Error)
  }
  await check(() => truncateSync(spoilt, bytes.length - 20))
  await check(() => truncateSync(spoilt, Math.floor(bytes.length / 2)))
  await check(() => writeFileSync(spoilt, 'nonsense'))
  await check(() => {
    const changed = Buffer.from(bytes)
    const middle = Math.floor(bytes.length / 2)
    changed[middle] = (changed[middle] ?? 0) ^ 255
    writeFileSync(spoilt, changed)
  })
  const to = await freshDatabase()
  truncateSync(spoilt, 100)
  await expect(
    restoreBackup({ from: spoilt, url: to, dataFolder: folder() }),
  ).rejects.toBeInstanceOf(Error)
  expect((await rowsOf(to)).petition).toEqual([])
})

test('a database that was never ours has nothing to back up, and leaves no half a file', async () => {
  const root = url.replace(/\/[^/]+$/, '/postgres')
  const to = join(folder(), 'none')
  const wish = { url: root, dataFolder: folder(), to, program: '0', at: new Date() }
  await expect(writeBackup(wish)).rejects.toThrow('never been ours')
  expect(() => readFileSync(`${to}.part`)).toThrow()
})
