import { parse } from 'csv-parse/sync'
import { readXlsx, streamXlsxRows } from 'hucre/xlsx'
import { no, ok, type Result } from '../../src/domain/result.ts'
import type { Grid } from '../../src/flows/ports/street-tables.ts'
import { decodeText, delimiterOf } from './decode-text.ts'
import { featuresIn } from './read-geojson.ts'
import { trapsIn } from './workbook-traps.ts'
import { type TooMuch, tooMuchIn } from './zip-measure.ts'

const mostRows = 20_000
/** Of all sheets together. */
const mostInAll = 60_000
const mostColumns = 60
const mostSheets = 30
/** Excel takes no more. */
const longestCell = 32_767
/** Rows of all sheets together, the empty ones counted: WPS writes those down to the last that there can be. */
const mostRead = 3_300_000

type Row = Grid['rows'][number]
const saveAs = '请在 Excel 或 WPS 里“另存为”Excel 工作簿（.xlsx）再导入'

/**
 * The sheets of an uploaded file, .xlsx, .csv or GeoJSON, by what is in it and not by its name. Refuses with a sentence for whoever
 * uploaded it; what is made to exhaust us is refused before it is unpacked.
 */
export async function readUpload(
  name: string,
  bytes: Uint8Array,
): Promise<Result<readonly Grid[], string>> {
  if (bytes.length === 0) return no('文件是空的')
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return no(`这是旧版 Excel（.xls）或设了密码的文件。${saveAs}，不要设密码`)
  if (startsWith(bytes, [0x50, 0x4b])) return readWorkbook(bytes)
  if (/\.xlsx$/i.test(name)) return no(`这个文件不是 Excel 工作簿，或者没有传完整。${saveAs}`)
  const text = decodeText(bytes)
  if (!text.ok) return text
  return /^\s*\{/.test(text.value) ? readFeatures(text.value) : readCsv(text.value)
}

const startsWith = (bytes: Uint8Array, sign: readonly number[]) =>
  sign.every((byte, i) => bytes[i] === byte)

async function readWorkbook(bytes: Uint8Array): Promise<Result<readonly Grid[], string>> {
  const broken = no(`文件损坏，或者没有传完整。${saveAs}`)
  const fault = await tooMuchIn(bytes)
  if (fault === 'broken') return broken
  if (fault) return no(tooMuchSays[fault])
  try {
    const names: string[] = []
    await readXlsx(bytes, {
      sheets: (info) => {
        if (!info.hidden && !info.veryHidden) names.push(info.name)
        return false
      },
    })
    if (names.length > mostSheets) return no(`工作表太多，最多 ${mostSheets} 张`)
    const grids: Grid[] = []
    const left = { rows: mostInAll, read: mostRead }
    for (const name of names) {
      const before = left.read
      const rows = await rowsOf(bytes, name, left)
      if (typeof rows === 'string') return no(`“${name}”${rows}`)
      // a sheet of a million empty rows is too much to be read at once
      const traps = before - left.read <= 2 * mostRows ? await trapsIn(bytes, name) : []
      if (traps.length > 0) return no(`“${name}”里 ${traps.join('；')}`)
      grids.push({ name, rows })
    }
    return ok(grids)
  } catch {
    return broken
  }
}

async function rowsOf(
  bytes: Uint8Array,
  sheet: string,
  left: { rows: number; read: number },
): Promise<Row[] | string> {
  const rows: Row[] = []
  let read = 0
  for await (const { index, values } of streamXlsxRows(bytes, { sheet, maxRows: mostEmpty })) {
    if (++read >= mostEmpty) return tooLong
    if (--left.read < 0 || left.rows - rows.length < 0) return tooLongInAll
    const cells = values.map(textOf)
    const fault = tooMuch(cells)
    if (fault) return `第${index + 1}行${fault}`
    if (cells.some((cell) => cell !== '')) rows.push({ line: index + 1, cells })
    if (rows.length > mostRows) return tooLong
  }
  left.rows -= rows.length
  return rows
}

const mostEmpty = 1_100_000
const tooLong = `太长，一张表最多 ${mostRows} 行`
const tooLongInAll = `和前面的表加起来太长，全部最多 ${mostInAll} 行，请分几次导入`

const tooMuchSays: Readonly<Record<Exclude<TooMuch, 'broken'>, string>> = {
  files: '里面的文件太多，不像是 Excel 存出来的。请另存一份再导入',
  bytes: '文件解开以后太大，请只留要导入的表',
  strings: '里面的文字太多，请只留要导入的表，分几次导入',
}

const tooMuch = (cells: readonly string[]): string | null =>
  cells.length > mostColumns && cells.slice(mostColumns).some((cell) => cell !== '')
    ? `列太多，最多 ${mostColumns} 列`
    : cells.some((cell) => cell.length > longestCell)
      ? `有一格太长，最多 ${longestCell} 字`
      : null

/** Days that Excel keeps as numbers become days again; of a formula we read what it came to. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return momentText(value)
  if (value === true) return '是'
  if (value === false) return '否'
  return typeof value === 'object' ? '' : String(value).trim()
}

/** A time of day without a day is kept as one of the first days that Excel knows. */
const momentText = (value: Date): string =>
  Number.isNaN(value.getTime())
    ? ''
    : value.getUTCFullYear() < 1901
      ? value.toISOString().slice(11, 16)
      : value.toISOString().slice(0, 10)

interface Rec {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/** Outlines as the table that they are kept in. */
function readFeatures(text: string): Result<readonly Grid[], string> {
  const features = featuresIn(text)
  if (!features.ok) return features
  const lines = features.value.map(({ line, cells }) => ({
    line,
    cells: [cells.unit, cells.outline],
  }))
  return ok([{ name: 'grids', rows: [{ line: 0, cells: ['unit', 'outline'] }, ...lines] }])
}

function readCsv(text: string): Result<readonly Grid[], string> {
  const delimiter = delimiterOf(text)
  if (timesIn(text, delimiter) > mostRows * mostColumns)
    return no(`格子太多，最多 ${mostRows} 行，每行 ${mostColumns} 格`)
  try {
    const records = parse(text, {
      ...{ bom: true, info: true, relax_column_count: true, trim: true, to: mostRows + 2 },
      ...{ comment: '#', comment_no_infix: true, delimiter },
      ...{ skip_empty_lines: true, skip_records_with_empty_values: true },
    }) as unknown as Rec[]
    if (records.length > mostRows + 1) return no(tooLong)
    const rows = records.map(({ record, info }) => ({ line: info.lines, cells: [...record] }))
    const wrong = rows.find(({ cells }) => tooMuch(cells))
    if (wrong) return no(`第${wrong.line}行${tooMuch(wrong.cells)}`)
    return ok([{ name: '', rows }])
  } catch {
    return no('这个文件不是 .xlsx、.csv 或 .geojson，或者里面的双引号没有成对')
  }
}

function timesIn(text: string, sign: string): number {
  let count = 0
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count += 1
  return count
}
