import postgres from 'postgres'

/** What differs from message to message: a piece of text, a fresh UUID (the nth of the message), or a number. */
type Piece = string | { readonly uuid: number } | 'number'
/** What goes over the wire as it is. */
interface Sent {
  readonly sent: number
}
type Value = null | Sent | readonly Piece[]

/** Statements that write, with fresh ids, the rows that one message of ours left behind. */
export interface SameRows {
  readonly own: readonly Insert[]
  /** Rows that the street has once: best written last, for everybody else waits for them until the transaction ends. */
  readonly shared: readonly Insert[]
  /** Values that are sent with each message: bodies and moments. */
  readonly values: readonly string[]
}
export interface Insert {
  readonly table: string
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  readonly rows: readonly (readonly Value[])[]
}

/** What a street has once and every message changes. */
const onceAStreet: Readonly<Record<string, string>> = {
  last_heard: 'on conflict (tenant_id, channel) do update set sent_at = now()',
  counter: 'on conflict (tenant_id, name) do update set value = counter.value + 1',
}
export const isOnceAStreet = (table: string): boolean => table in onceAStreet

/** Reads what one message left in a database that is otherwise empty. */
export async function sameRows(url: string): Promise<SameRows> {
  const sql = postgres(url, { max: 1 })
  const values: string[] = []
  const uuids: string[] = []
  const inserts: Insert[] = []
  try {
    for (const { name, columns } of await tablesOf(sql)) {
      const rows = await sql.unsafe(
        `select ${columns.map((c) => `${c.name}::text`).join(', ')} from ${name}`,
      )
      if (rows.length === 0) continue
      inserts.push({
        ...{ table: name, columns },
        rows: rows.map((row) => columns.map((column) => asValue(row[column.name], column, name))),
      })
    }
  } finally {
    await sql.end()
  }
  const [own, shared] = [false, true].map((once) =>
    inserts.filter(({ table }) => isOnceAStreet(table) === once),
  )
  return { own: own ?? [], shared: shared ?? [], values }

  function asValue(text: string | null, column: Insert['columns'][number], table: string): Value {
    if (text === null) return null
    if (table === 'petition' && column.name === 'number') return ['number']
    const plain = ['text', 'integer', 'bigint'].includes(column.type) && !text.includes(':')
    if (plain) return piecesOf(text, uuids)
    values.push(text)
    return { sent: values.length - 1 }
  }
}

const uuid = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/

function piecesOf(text: string, uuids: string[]): Piece[] {
  return text.split(uuid).flatMap((part, i): Piece[] => {
    if (i % 2 === 0) return part === '' ? [] : [part]
    if (!uuids.includes(part)) uuids.push(part)
    return [{ uuid: uuids.indexOf(part) }]
  })
}

async function tablesOf(sql: postgres.Sql) {
  const rows = await sql`
    select relname as table, attname as name, format_type(atttypid, atttypmod) as type
    from pg_attribute join pg_class c on c.oid = attrelid
    where relkind = 'r' and relnamespace = 'public'::regnamespace and attnum > 0 and not attisdropped and attgenerated = ''
    order by relname, attnum`
  const names = [...new Set(rows.map(({ table }) => table as string))]
  return names.map((name) => ({
    name,
    columns: rows.filter(({ table }) => table === name).map(({ name, type }) => ({ name, type })),
  }))
}

/** An insert as SQL; `number` and `sent` say how the two are written where they are used. */
export function toSql(
  { table, columns, rows }: Insert,
  number: () => string,
  sent: (at: number) => string,
): string {
  const names = columns.map(({ name }) => name).join(', ')
  const tuples = rows.map(
    (row) => `(${row.map((value, i) => written(value, columns[i]?.type ?? '')).join(', ')})`,
  )
  return `insert into ${table} (${names}) values ${tuples.join(', ')} ${onceAStreet[table] ?? ''}`

  function written(value: Value, type: string): string {
    if (value === null) return 'null'
    if ('sent' in value) return `${sent(value.sent)}::${type}`
    return `(${value.map((piece) => writtenPiece(piece)).join(' || ')})::${type}`
  }
  function writtenPiece(piece: Piece): string {
    if (piece === 'number') return `${number()}::int`
    if (typeof piece === 'string') return `'${piece.replaceAll("'", "''")}'`
    // Growing, as the UUIDv7s of ours do: an index that is filled in order is cheaper.
    return `lpad(${number()}::text, 8, '0') || '-0000-7000-8000-${String(piece.uuid).padStart(12, '0')}'`
  }
}
