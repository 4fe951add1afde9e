import type { z } from 'zod'
import type { StreetFault } from '../../src/domain/street/street-fault.ts'
import type { Table } from './read-table.ts'

/** The lines of a table as values, and what is wrong with the others: cells that cannot be read, and doubles. */
export function parseRows<Row>(
  table: Table,
  schema: z.ZodType<Row>,
  unique: readonly (readonly string[])[],
): { readonly rows: readonly Row[]; readonly faults: readonly StreetFault[] } {
  const rows: Row[] = []
  const faults: StreetFault[] = []
  for (const { line, cells, even } of table.lines) {
    if (!even) continue
    const read = schema.safeParse(cells)
    if (read.success) rows.push(read.data)
    else
      for (const { path, message } of read.error.issues)
        faults.push({ file: table.file, line, column: String(path[0] ?? ''), message })
  }
  return { rows, faults: [...faults, ...unique.flatMap((columns) => doubles(table, columns))] }
}

/** Lines that say in all these columns what an earlier line said; empty cells do not count. */
function doubles(table: Table, columns: readonly string[]): StreetFault[] {
  const first = new Map<string, number>()
  return table.lines.flatMap(({ line, cells, even }): StreetFault[] => {
    const key = columns.map((column) => cells[column] ?? '').join(' · ')
    const before = first.get(key)
    if (key === '' || !even) return []
    if (before === undefined) first.set(key, line)
    return before === undefined
      ? []
      : [
          {
            file: table.file,
            line,
            column: columns.join('+'),
            message: `“${key}”在第${before}行已经有了`,
          },
        ]
  })
}
