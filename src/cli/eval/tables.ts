import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

/**
 * One or more columns of a tab-separated file with a header. Throws with the file and its columns when one is missing.
 */
export function columnsOf<Name extends string>(
  file: string,
  wanted: readonly Name[],
): Record<Name, string>[] {
  const rows: Record<string, string>[] = parse(readFileSync(file, 'utf8'), {
    delimiter: '\t',
    quote: false,
    bom: true,
    columns: true,
    relax_column_count: true,
    skip_empty_lines: true,
  })
  const known = Object.keys(rows[0] ?? {})
  const missing = wanted.filter((name) => !known.includes(name))
  if (missing.length > 0) {
    throw new Error(`${file}: no column ${missing.join(', ')}; it has ${known.join(', ')}`)
  }
  return rows.map(
    (row) => Object.fromEntries(wanted.map((name) => [name, row[name] ?? ''])) as never,
  )
}
