import { areaOf, ringsInCell } from '../../../domain/street/outline.ts'
import type { Rulebook } from '../../../domain/street/rulebook.ts'
import type { SheetName } from '../../../domain/street/sheets/sheet.ts'
import { lengthsInWords } from '../../../texts/sheets/length-words.ts'
import { inWords, sheetWords } from '../../../texts/sheets/sheet-words.ts'

/** A cell as a page shows it: `QS-XF-01` with the name of that grid. */
export interface Shown {
  readonly text: string
  /** The code behind the text, where there is one. */
  readonly code: string | null
}

type Names = (code: string) => string | undefined

/** Names of all that cells refer to. */
export function namesIn(book: Rulebook): (sheet: SheetName) => Names {
  const tables: Readonly<Partial<Record<SheetName, ReadonlyMap<string, string>>>> = {
    units: new Map(book.units.map(({ code, name }) => [code, name])),
    departments: new Map(book.departments.map(({ code, name }) => [code, name])),
    staff: new Map(book.staff.map(({ id, name }) => [id, name])),
    categories: new Map(book.categories.map(({ code, level2 }) => [code, level2])),
  }
  return (sheet) => (code) => tables[sheet]?.get(code)
}

/** What a cell says to people. */
export function shown(
  sheet: SheetName,
  column: string,
  cell: string,
  names: ReturnType<typeof namesIn>,
): Shown {
  if (column === 'outline' && cell !== '') return { text: outlineText(cell), code: null }
  const refers = sheetWords[sheet].columns[column]?.refers
  const worded = inWords(sheet, column, cell)
  const isRule = sheet === 'policies' || sheet === 'manners'
  if (!refers && isRule) return { text: lengthsInWords(worded), code: null }
  if (!refers || worded !== cell) return { text: worded, code: null }
  const parts = cell.split('|').map((code) => names(refers)(code) ?? code)
  const text = parts.join('、')
  return text === cell ? { text, code: null } : { text, code: cell }
}

function outlineText(cell: string): string {
  const rings = ringsInCell(cell)
  return `${rings.flat().length} 个点，约 ${areaOf(rings).toFixed(3)} 平方公里`
}
