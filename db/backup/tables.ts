import type postgres from 'postgres'
import type { Migrations } from './sections.ts'

export interface Table {
  readonly name: string
  /** Without those that the database makes itself. */
  readonly columns: readonly string[]
}

/** A connection that holds nobody up: the feed waits for transactions of ours that write. */
export const backupConnection = {
  ...({ max: 1, onnotice: () => {} } as const),
  connection: {
    ...{ application_name: 'linli-backup', timezone: 'UTC', client_encoding: 'UTF8' },
    ...{ synchronize_seqscans: 'off', statement_timeout: 0 },
  },
}

/** All tables of a database, by their names. */
export async function tablesOf(tx: postgres.TransactionSql): Promise<Table[]> {
  const rows = await tx<{ name: string; columns: string[] }[]>`
    select c.table_name as name, array_agg(c.column_name::text order by c.ordinal_position) as columns
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
    group by 1 order by 1`
  return rows.map(({ name, columns }) => ({ name, columns }))
}

/** How far a database has been brought up to date; null: never. */
export async function migrationsOf(
  tx: postgres.Sql | postgres.TransactionSql,
): Promise<Migrations | null> {
  const [there] = await tx`select to_regclass('drizzle.__drizzle_migrations') is not null as there`
  if (!there?.there) return null
  const [row] = await tx`
    select count(*)::int as count, max(created_at)::float8 as last from drizzle.__drizzle_migrations`
  return row && row.count > 0 ? { count: row.count, last: row.last } : null
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

const rowsAtOnce = 100

/**
 * The rows, each a line of JSON: every column as the database writes it as text, or null; in the order in which they lie.
 * Not by COPY: the driver's streams of it stop for ever where a table ends while we are behind, and on an error (postgres.js 3.4).
 */
export async function* rowsOf(
  { name, columns }: Table,
  tx: postgres.TransactionSql,
): AsyncGenerator<Uint8Array> {
  const values = columns.map((column, i) => `${quoted(column)}::text as c${i}`).join(', ')
  const rows = tx.unsafe(`select ${values} from ${quoted(name)}`)
  for await (const some of rows.cursor(rowsAtOnce)) {
    const lines = some.map((row) => `${JSON.stringify(columns.map((_, i) => row[`c${i}`]))}\n`)
    yield Buffer.from(lines.join(''))
  }
}

/** Writes such rows into a table. */
export async function writeRows(
  { name, columns }: Table,
  content: AsyncIterable<Uint8Array>,
  tx: postgres.TransactionSql,
): Promise<void> {
  const types = await tx<{ name: string; type: string }[]>`
    select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = ${quoted(name)}::regclass and attnum > 0 and not attisdropped`
  const values = columns.map((column, i) => {
    const type = types.find((one) => one.name === column)?.type
    if (type === undefined) throw new Error(`the table ${name} has no ${column} here`)
    return `(line ->> ${i})::${type}`
  })
  const insert = `insert into ${quoted(name)} (${columns.map(quoted).join(', ')})
    select ${values.join(', ')} from json_array_elements($1::text::json) with ordinality as l(line, n) order by n`
  for await (const lines of inSteps(content)) await tx.unsafe(insert, [`[${lines.join(',')}]`])
}

async function* inSteps(content: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  let rest: Uint8Array = new Uint8Array()
  let lines: string[] = []
  for await (const bytes of content) {
    const all = Buffer.concat([rest, bytes])
    let from = 0
    for (let end = all.indexOf(10); end >= 0; end = all.indexOf(10, from)) {
      lines.push(all.toString('utf8', from, end))
      from = end + 1
      if (lines.length === rowsAtOnce) {
        yield lines
        lines = []
      }
    }
    rest = all.subarray(from)
  }
  if (lines.length > 0) yield lines
}
