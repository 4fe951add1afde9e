import postgres from 'postgres'
import { afterAll, expect, test } from 'vitest'
import { personalData } from '../../db/personal-data.ts'
import { recordClasses } from '../../src/domain/rights/retention.ts'
import { freshDatabase } from '../support/postgres.ts'

const sql = postgres(await freshDatabase(), { max: 1, onnotice: () => {} })
afterAll(() => sql.end())

/** Columns in which something of people could be: by their name, or because anything can be in them. */
const couldBe = `
  select table_name as table, column_name as column from information_schema.columns
  where table_schema = 'public' and column_name <> 'tenant_id' and (
    data_type in ('jsonb', 'ARRAY', 'bytea')
    or column_name ~ '(^|_)(person|reporter|reader|account|chat|conversation|name|alias|words?|text|reason|door|household|phone|topic|key|was|becomes|outcome|fault|why|used_by|merged_into|revealed_by|asked_by|said_by)(_id)?$'
    or (table_name, column_name) in (('petition_message', 'message_id')))
  order by 1, 2`

async function unclassified(): Promise<string[]> {
  const rows = await sql.unsafe(couldBe)
  return rows
    .filter(({ table, column }) => {
      const holding = personalData[table]
      return !holding?.personal.includes(column) && holding?.notPersonal?.[column] === undefined
    })
    .map(({ table, column }) => `${table}.${column}`)
}

test('every column that could hold something of people is classified', async () => {
  const technical = ['seen_key', 'counter', 'timer.key', 'forgotten', 'model_in_force']
  const left = (await unclassified()).filter(
    (one) => !technical.some((name) => one === name || one.startsWith(`${name}.`)),
  )
  expect(left).toEqual([])
})

test('a new table with words of people would be caught', async () => {
  await sql`create table planted (tenant_id text, id text, person_id text, words text)`
  expect(await unclassified()).toEqual(
    expect.arrayContaining(['planted.person_id', 'planted.words']),
  )
  await sql`drop table planted`
})

test('what is classified is there, and each class has something', async () => {
  const rows = await sql`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public'`
  const there = new Set(rows.map(({ table, column }) => `${table}.${column}`))
  const named = Object.entries(personalData).flatMap(([table, { personal, notPersonal = {} }]) =>
    [...personal, ...Object.keys(notPersonal)].map((column) => `${table}.${column}`),
  )
  expect(named.filter((one) => !there.has(one))).toEqual([])
  const classes = new Set(Object.values(personalData).map(({ goes }) => goes))
  // chatter is what of the inbox led to nothing
  expect(recordClasses.filter((of) => of !== 'chatter' && !classes.has(of))).toEqual([])
})
