import { no, ok, type Result } from '../../domain/result.ts'

/** One row of a street's own history: what came in, and which label people gave it. */
export interface Row {
  /** Where it stands in its file; the heading is line 1. */
  readonly line: number
  /** Empty when the file has no titles. */
  readonly title: string
  readonly text: string
  readonly label: string
}

/** A row that cannot be used, and one reason why. */
export interface LeftOut {
  readonly line: number
  readonly why: string
}

export interface Reading {
  readonly rows: readonly Row[]
  readonly leftOut: readonly LeftOut[]
  /** Columns that mean nothing to us. */
  readonly ignored: readonly string[]
}

/**
 * Reads tab-separated text with a heading: `label`, and `title` or `text` or both; `body` is another word for `text`.
 * A field ends at a tab and a row at the end of its line; quotation marks are like any other character.
 * Refuses with one sentence for each fault of the heading; faults of single rows are in `leftOut`, each by itself.
 */
export function readRows(content: string): Result<Reading, string[]> {
  const [heading = '', ...lines] = content.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)
  const names = heading.split('\t').map((name) => name.trim().toLowerCase())
  const faults = faultsOf(names)
  if (faults.length > 0) return no(faults)

  const rows: Row[] = []
  const leftOut: LeftOut[] = []
  lines.forEach((content, i) => {
    if (content.trim() === '') return
    const line = i + 2
    const cells = content.split('\t').map((cell) => cell.trim())
    const cellOf = (name: string) => cells[names.indexOf(name)] ?? ''
    const row = {
      line,
      title: cellOf('title'),
      text: cellOf(names.includes('text') ? 'text' : 'body'),
      label: cellOf('label'),
    }
    const whys = isUneven(cells, names.length)
      ? [`格数与表头的 ${names.length} 列不符 [not as many fields as the heading has]`]
      : whysOf(row)
    leftOut.push(...whys.map((why) => ({ line, why })))
    if (whys.length === 0) rows.push(row)
  })
  const ignored = names.filter((name) => name !== '' && !known.includes(name))
  return ok({ rows, leftOut, ignored })
}

const known = ['title', 'text', 'body', 'label']
const allowed =
  '列名可以是 label，加上 title、text（或 body）之一或两者，用 Tab 隔开 [columns: label, and title or text (or body) or both, parted by tabs]'

function faultsOf(names: readonly string[]): string[] {
  const has = (name: string) => names.includes(name)
  const twice = known.filter((name) => names.filter((other) => other === name).length > 1)
  const faults: [boolean, string][] = [
    [!has('label'), `缺少 label 列 [no column "label"]。${allowed}`],
    [
      !has('title') && !has('text') && !has('body'),
      `title 和 text 列都没有 [no column "title" and none "text"]。${allowed}`,
    ],
    [
      has('text') && has('body'),
      'text 列和 body 列是一回事，只能有一个 [columns "text" and "body" mean the same: keep one]',
    ],
    ...twice.map((name): [boolean, string] => [
      true,
      `${name} 列出现了两次 [column "${name}" is there twice]`,
    ]),
  ]
  return faults.flatMap(([isWrong, fault]) => (isWrong ? [`第 1 行：${fault}`] : []))
}

/** Spreadsheets leave empty cells behind the last column. */
const isUneven = (cells: readonly string[], columns: number): boolean =>
  cells.length < columns || cells.slice(columns).some((cell) => cell !== '')

const whysOf = ({ title, text, label }: Row): string[] => [
  ...(label === '' ? ['label 列是空的 [the label is empty]'] : []),
  ...(title === '' && text === ''
    ? ['title 和 text 列里没有文字 [no words in title or text]']
    : []),
]
