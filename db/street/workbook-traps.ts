import { readXlsx } from 'hucre/xlsx'

/** So many are named at once. */
const mostNamed = 10

/**
 * What in a sheet would be read as something else than people see: of merged cells only the first has the value, formulas
 * that nobody reckoned have none. One sentence each, by cell.
 */
export async function trapsIn(bytes: Uint8Array, sheet: string): Promise<string[]> {
  const { sheets } = await readXlsx(bytes, { sheets: [sheet] })
  const [found] = sheets
  const merged = (found?.merges ?? []).map(
    ({ startRow, startCol, endRow, endCol }) =>
      `${cellName(startRow, startCol)}:${cellName(endRow, endCol)} 是合并的单元格，请取消合并，每格都填上`,
  )
  const cells = [...(found?.cells ?? [])].flatMap(([at, { type, formulaResult, value }]) => {
    const [row = 0, column = 0] = at.split(',').map(Number)
    const where = cellName(row, column)
    if (type === 'error') return [`${where} 是错误值 ${String(value)}`]
    return type === 'formula' && (formulaResult ?? null) === null && (value ?? null) === null
      ? [`${where} 是公式，还没有算出结果，请用 Excel 或 WPS 打开、保存一次`]
      : []
  })
  return [...merged, ...cells].slice(0, mostNamed)
}

/** `B3`, counted from 0. */
const cellName = (row: number, column: number): string =>
  `${column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : ''}${String.fromCharCode(65 + (column % 26))}${row + 1}`
