import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { restoreBackup } from '../../db/backup/restore-backup.ts'
import { writeBackup } from '../../db/backup/write-backup.ts'
import { openStores } from '../../db/stores/open-stores.ts'
import { tenantId } from '../../src/domain/ids.ts'
import { smallBook } from '../support/book.ts'
import { aFolder, freshDatabase } from '../support/postgres.ts'

const made: string[] = []
const folder = () => {
  const one = aFolder()
  made.push(one)
  return one
}
const from = join(folder(), 'street.linli')
let url = ''
let dataFolder = ''

beforeAll(async () => {
  const tenant = tenantId(v7())
  const source = { url: await freshDatabase(), dataFolder: folder() }
  const mediaFolder = join(source.dataFolder, 'media')
  const stores = await openStores({ url: source.url, tenant, mediaFolder, newId: v7 })
  await stores.saveRulebook({ ...smallBook, tenant })
  await stores.media.keep(Buffer.from('a picture'), 'image/png')
  mkdirSync(join(source.dataFolder, 'reports', 'weekly'), { recursive: true })
  writeFileSync(join(source.dataFolder, 'reports', 'weekly', '周报.xlsx'), 'a report')
  await stores.close()
  await writeBackup({ ...source, to: from, program: '0', at: new Date() })
  url = await freshDatabase()
})
beforeEach(() => {
  dataFolder = folder()
})
afterAll(() => {
  for (const one of made) rmSync(one, { recursive: true, force: true })
})

const inDatabase = async (statements: string) => {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  await sql.unsafe(statements)
  await sql.end()
}
const rows = async () => {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const [row] = await sql`select count(*)::int as count from rulebook`
    return row?.count
  } finally {
    await sql.end()
  }
}
const files = () =>
  readdirSync(dataFolder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ name }) => name)
const restore = () => restoreBackup({ from, url, dataFolder })

test.each([
  [
    'while rows are written',
    `create trigger spoil before insert on rulebook for each row execute function spoil()`,
    'spoilt',
  ],
  [
    'when the rows are read back, the files being there',
    `create trigger spoil after insert on rulebook for each row execute function lose()`,
    'is not what was in the backup',
  ],
  [
    'at the very end, the files being in their place',
    `create constraint trigger spoil after insert on rulebook deferrable initially deferred
      for each row execute function spoil()`,
    'spoilt',
  ],
])(
  'broken %s it leaves no row and no file, and goes through when tried again',
  async (_, trigger, why) => {
    await inDatabase(`
    create or replace function spoil() returns trigger language plpgsql as
      $$ begin raise exception 'spoilt'; end $$;
    create or replace function lose() returns trigger language plpgsql as
      $$ begin delete from rulebook; return null; end $$;
    ${trigger}`)
    await expect(restore()).rejects.toThrow(why)
    expect([await rows(), files()]).toEqual([0, []])
    await inDatabase('drop trigger spoil on rulebook')
    await restore()
    expect(await rows()).toBe(1)
    expect(readFileSync(join(dataFolder, 'reports', 'weekly', '周报.xlsx'), 'utf8')).toBe(
      'a report',
    )
    expect(readdirSync(join(dataFolder, 'media'))).not.toContain('.restoring')
    await emptied()
  },
)

/** Nothing in any table any more. */
async function emptied() {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const tables = await sql`
    select table_name as name from information_schema.tables where table_schema = 'public'`
  await sql.unsafe(`truncate ${tables.map(({ name }) => `"${name}"`).join(', ')} cascade`)
  await sql.end()
}

test('what one left that was killed is taken away by the next; what nobody restored never', async () => {
  for (const name of ['media', 'reports'])
    mkdirSync(join(dataFolder, name, '.restoring', 'ab'), { recursive: true })
  writeFileSync(join(dataFolder, 'media', '.restoring', 'ab', 'half'), 'half')
  writeFileSync(join(dataFolder, 'reports', 'moved'), 'moved in')
  await restore()
  expect(files()).not.toContain('half')
  expect(files()).not.toContain('moved')
  expect(files()).toContain('周报.xlsx')

  // its database has something: these files may belong to it
  mkdirSync(join(dataFolder, 'media', '.restoring'))
  await expect(restore()).rejects.toThrow('something in the database')
  expect(files()).toContain('周报.xlsx')

  await emptied()
  dataFolder = folder()
  mkdirSync(join(dataFolder, 'reports'))
  writeFileSync(join(dataFolder, 'reports', 'ours'), 'a report of ours')
  await expect(restore()).rejects.toThrow('files in the data folder')
  expect(files()).toEqual(['ours'])
})

test('two at once into one database: one of them, whole', async () => {
  await emptied()
  const other = folder()
  const ended = await Promise.allSettled([
    restore(),
    restoreBackup({ from, url, dataFolder: other }),
  ])
  expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const [ours, theirs] = [files(), readdirSync(other, { recursive: true })]
  expect(
    [ours.includes('周报.xlsx'), theirs.some((name) => `${name}`.endsWith('周报.xlsx'))].sort(),
  ).toEqual([false, true])
})
