import { no, ok, type Result } from '../../../domain/result.ts'
import { plainCell } from '../../../domain/street/sheets/plain-cell.ts'
import {
  type Cells,
  lineAt,
  type Placed,
  type PlacedSheets,
  type SheetName,
  sheetNames,
  sheets,
} from '../../../domain/street/sheets/sheet.ts'
import type { StreetFault } from '../../../domain/street/street-fault.ts'
import type { Grid } from '../../../flows/ports/street-tables.ts'
import { inCodes, sheetWords } from '../../../texts/sheets/sheet-words.ts'
import { explanation } from './workbook.ts'

/**
 * The tables that the sheets of an upload are meant to be: by their names, or all that is in a file with one sheet as the
 * table that was chosen. Refuses with everything that is wrong with names and heads.
 */
export function toTables(
  grids: readonly Grid[],
  chosen: SheetName | null,
  file: string,
): Result<Partial<PlacedSheets>, StreetFault[]> {
  const tables: Partial<Record<SheetName, readonly Placed[]>> = {}
  const faults: StreetFault[] = []
  const meant = grids.filter(({ name, rows }) => name !== explanation && rows.length > 0)
  const fault = (message: string) => faults.push({ file, line: null, column: null, message })
  if (meant.length === 0) fault('里面没有内容')
  for (const grid of meant) {
    const name = chosen && meant.length === 1 ? chosen : sheetCalled(grid.name || file)
    const where = grid.name ? `工作表“${grid.name}”` : '这个文件'
    if (!name) fault(`看不出${where}是哪张表，请把它改名为表的名字，或者导入时选好是哪张表`)
    else if (tables[name]) fault(`${where}是“${sheetWords[name].title}”，这张表出现了两次`)
    else {
      const table = toTable(name, grid)
      if (table.ok) tables[name] = table.value
      else faults.push(...table.problem)
    }
  }
  return faults.length > 0 ? no(faults) : ok(tables)
}

/** `人员与岗位（第3版）.csv` and `staff.csv` are both the table of people. */
function sheetCalled(said: string): SheetName | undefined {
  const bare = said.replace(/\.(csv|xlsx|geojson)$/i, '').trim()
  return sheetNames.find((name) => {
    const file = sheets[name].file.replace(/\.(csv|geojson)$/, '')
    return bare === name || bare === file || bare.startsWith(sheetWords[name].title)
  })
}

function toTable(name: SheetName, { rows }: Grid): Result<readonly Placed[], StreetFault[]> {
  const [head, ...body] = rows
  const columns: readonly string[] = sheets[name].columns
  const titles = (head?.cells ?? []).map((cell) => cell.trim())
  const named = titles.map((title) => columns.find((column) => isCalled(name, column, title)))
  const fault = (column: string, message: string): StreetFault => ({
    ...{ file: sheets[name].file, line: head?.line ?? 1, column, message },
  })
  const allowed = `应有的列：${columns.map((column) => titleOf(name, column)).join('、')}`
  const faults = [
    ...columns
      .filter((column) => !named.includes(column))
      .map((column) => fault(column, `缺少这一列。${allowed}`)),
    ...titles.flatMap((title, i) =>
      title && !named[i] ? [fault(title, `没有这一列。${allowed}`)] : [],
    ),
    ...named.flatMap((column, i) =>
      column && named.indexOf(column) !== i ? [fault(column, '这一列出现了两次')] : [],
    ),
  ]
  if (faults.length > 0) return no(faults)
  return ok(
    body.map(({ line, cells }, i) => ({
      line: name === 'shapes' ? lineAt(name, i) : line,
      cells: lineOf(name, named, cells),
    })),
  )
}

const lineOf = (
  name: SheetName,
  named: readonly (string | undefined)[],
  cells: readonly string[],
): Cells =>
  Object.fromEntries(
    named.flatMap((column, i) =>
      column
        ? [[column, inCodes(name, column, plainCell(column, (cells[i] ?? '').trim()))] as const]
        : [],
    ),
  )

const titleOf = (name: SheetName, column: string) =>
  sheetWords[name].columns[column]?.title ?? column

const isCalled = (name: SheetName, column: string, title: string) =>
  title === column || title === titleOf(name, column)
