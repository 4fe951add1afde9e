import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type CsvError, parse } from 'csv-parse/sync'
import { plainCell } from '../../src/domain/street/sheets/plain-cell.ts'
import type { StreetFault } from '../../src/domain/street/street-fault.ts'
import { decodeText, delimiterOf } from './decode-text.ts'

/** One line of a table, by the names of its columns. */
export interface Line {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
  /** It has as many cells as the head has columns; otherwise only the first one can be trusted. */
  readonly even: boolean
}

export interface Table {
  readonly file: string
  readonly lines: readonly Line[]
  /** False when the file could not be read: nothing follows from what is not in it. */
  readonly readable: boolean
  readonly faults: readonly StreetFault[]
}

/**
 * Reads a CSV file whose first line names its columns; lines that begin with `#` are remarks.
 * A file that is absent is a fault, but for an `optional` one, which is then empty; so is a column, but for those that
 * may be `absent`: their cells are then empty.
 */
export async function readTable(
  folder: string,
  file: string,
  columns: readonly string[],
  optional = false,
  absent: readonly string[] = [],
): Promise<Table> {
  const unreadable = (message: string, line: number | null = null): Table => ({
    file,
    lines: [],
    readable: false,
    faults: [{ file, line, column: null, message }],
  })
  const bytes = await readFile(join(folder, file)).catch(() => null)
  if (!bytes)
    return optional
      ? { file, lines: [], readable: true, faults: [] }
      : unreadable(`文件夹里没有这个文件（${folder}）`)
  const text = decodeText(bytes)
  if (!text.ok) return unreadable(text.problem)
  const records = parsed(text.value)
  if (!Array.isArray(records)) return unreadable(misquoted, records.lines)
  const [head, ...body] = records
  if (!head) return unreadable(`文件是空的，第一行应为列名：${columns.join(',')}`)
  return { file, ...inColumns(file, columns, head, body, absent) }
}

interface Rec {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

const misquoted =
  '双引号没有成对，看看这一行和它前面几行。格子里有逗号或双引号时，整格用双引号括起来，里面的双引号写两个'

function parsed(text: string): Rec[] | { lines: number | null } {
  try {
    return parse(text, {
      bom: true,
      comment: '#',
      delimiter: delimiterOf(text),
      comment_no_infix: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as Rec[]
  } catch (error) {
    const { lines } = error as CsvError & { lines?: number }
    return { lines: lines ?? null }
  }
}

function inColumns(
  file: string,
  columns: readonly string[],
  head: Rec,
  body: readonly Rec[],
  absent: readonly string[],
): Omit<Table, 'file'> {
  const names = withoutEmptyEnd(head.record)
  const headFault = (column: string, message: string): StreetFault => {
    return { file, line: head.info.lines, column, message }
  }
  const allowed = `可用的列：${columns.join(',')}`
  const missing = columns.filter((name) => !names.includes(name) && !absent.includes(name))
  const faults = [
    ...missing.map((name) => headFault(name, `缺少这一列。${allowed}`)),
    ...names
      .filter((name) => !columns.includes(name))
      .map((name) => headFault(name || '（空列名）', `没有这一列。${allowed}`)),
    ...names
      .filter((name, i) => columns.includes(name) && names.indexOf(name) !== i)
      .map((name) => headFault(name, '这一列出现了两次')),
  ]
  if (missing.length > 0) return { lines: [], readable: false, faults }
  const lines = body.map(({ record, info }) => {
    const cells = record.length > names.length ? withoutEmptyEnd(record) : record
    const even = record.length >= names.length && cells.length <= names.length
    const named = Object.fromEntries([
      ...names.map((name, i) => [name, plainCell(name, record[i] ?? '')] as const),
      ...absent.filter((name) => !names.includes(name)).map((name) => [name, ''] as const),
    ])
    return { line: info.lines, cells: named, even, count: cells.length }
  })
  const uneven = lines.flatMap(({ even, line, count }): StreetFault[] =>
    even ? [] : [{ file, line, column: null, message: unevenSays(count, names.length) }],
  )
  return { lines, readable: true, faults: [...faults, ...uneven] }
}

const unevenSays = (count: number, expected: number) =>
  `有 ${count} 格，应有 ${expected} 格，看看是不是多了或少了逗号（格子里的逗号要放在双引号里）`

function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((cell) => cell !== '')
  return cells.slice(0, last + 1)
}
