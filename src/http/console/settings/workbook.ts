import { type DataValidation, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { type SheetName, type Sheets, sheets } from '../../../domain/street/sheets/sheet.ts'
import { printable } from '../../../texts/printable.ts'
import type { ColumnWords } from '../../../texts/sheets/column-words.ts'
import { inWords, sheetWords } from '../../../texts/sheets/sheet-words.ts'

/** As far down as drop-down lists reach. */
const lastRow = 5_000
/** Excel holds lists of at most this many characters. */
const longestList = 250

/** Tables of a street as one Excel workbook; its last sheet says what belongs into which column. */
export const workbookOf = (names: readonly SheetName[], content: Sheets): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [...names.map((name) => sheetOf(name, content)), explained(names)],
    defaultFont: { name: '等线', size: 11 },
  })

function sheetOf(name: SheetName, content: Sheets): WriteSheet {
  const { title, columns: words } = sheetWords[name]
  const columns = sheets[name].columns.map((column) => ({ column, words: words[column] }))
  const rows = printable(content[name]).map((cells) =>
    columns.map(({ column }) => inWords(name, column, cells[column] ?? '')),
  )
  return {
    name: title,
    columns: columns.map(({ words, column }, i) => ({
      header: words?.title ?? column,
      width: widthOf([words?.title ?? column, ...rows.map((row) => row[i] ?? '')]),
      // as text: Excel would drop the zero of 0101 and turn days into numbers
      numFmt: '@',
    })),
    rows: [columns.map(({ words, column }) => words?.title ?? column), ...rows],
    cells: new Map(
      columns.map(({ words }, i) => [
        `0,${i}`,
        { style: headStyle, comment: { author: '邻里', text: noteOf(words) } },
      ]),
    ),
    freezePane: { rows: 1 },
    dataValidations: columns.flatMap(({ words }, i) => dropDown(words, i)),
  }
}

const headStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDE7F3' } },
} as const

const noteOf = (words: ColumnWords | undefined): string =>
  [words?.required && '必填', words?.note, words?.words && `可填：${allowed(words)}`]
    .filter(Boolean)
    .join('；') || '可空'

const allowed = ({ words = {}, open }: ColumnWords): string =>
  `${Object.values(words).join('、')}${open ? '，或其他' : ''}`

function dropDown(words: ColumnWords | undefined, i: number): DataValidation[] {
  const values = Object.values(words?.words ?? {})
  if (!words || words.open || values.length === 0 || values.join().length > longestList) return []
  const column = letter(i)
  return [
    {
      ...{ type: 'list', values, range: `${column}2:${column}${lastRow}`, allowBlank: true },
      ...{ showErrorMessage: true, errorTitle: words.title },
      errorMessage: `只能是：${values.join('、')}`,
    },
  ]
}

/** No table has more than 26 columns. */
const letter = (i: number): string => String.fromCharCode(65 + i)

/** Chinese characters are two wide. */
const widthOf = (texts: readonly string[]): number =>
  Math.min(
    48,
    4 + Math.max(...texts.map((text) => text.length + (text.match(/[^ -ÿ]/g)?.length ?? 0))),
  )

function explained(names: readonly SheetName[]): WriteSheet {
  const lines = names.flatMap((name) =>
    sheets[name].columns.map((column) => {
      const words = sheetWords[name].columns[column]
      const values = words?.words && name !== 'manners' ? allowed(words) : ''
      const required = words?.required ? '必填' : ''
      return [sheetWords[name].title, words?.title ?? column, required, words?.note ?? '', values]
    }),
  )
  const about = names.map((name) => [sheetWords[name].title, '', '', sheetWords[name].about, ''])
  return {
    name: explanation,
    columns: [14, 18, 8, 60, 60].map((width) => ({ width })),
    rows: [['表', '列', '必填', '说明', '可填'], ...about, ...lines],
    cells: new Map(Array.from({ length: 5 }, (_, i) => [`0,${i}`, { style: headStyle }])),
    freezePane: { rows: 1 },
  }
}

/** The sheet that is no table. */
export const explanation = '填写说明'
