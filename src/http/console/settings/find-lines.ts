import type { Rulebook } from '../../../domain/street/rulebook.ts'
import { type Cells, type SheetName, sheets } from '../../../domain/street/sheets/sheet.ts'
import { sheetsOf } from '../../../domain/street/sheets/sheets-of.ts'
import { namesIn, shown } from './labels.ts'
import type { Part } from './table-page.tsx'

const perPage = 100

/** The lines of a table that hold all the words of a query, be it in what is shown or in the codes behind it; one page of them. */
export function found(
  name: SheetName,
  book: Rulebook,
  query: string | undefined,
  wanted: string | undefined,
): Part {
  const words = (query ?? '').normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  const names = namesIn(book)
  const textOf = (line: Cells) =>
    sheets[name].columns
      .map(
        (column) => `${line[column] ?? ''} ${shown(name, column, line[column] ?? '', names).text}`,
      )
      .join('\n')
      .normalize('NFKC')
      .toLowerCase()
  const all = sheetsOf(book)[name].map((cells, at) => ({ at, cells }))
  const lines = all.filter(({ cells: line }) => {
    const text = words.length > 0 ? textOf(line) : ''
    return words.every((word) => text.includes(word))
  })
  const pages = Math.max(1, Math.ceil(lines.length / perPage))
  const page = Math.min(pages, /^[1-9]\d{0,5}$/.test(wanted ?? '') ? Number(wanted) : 1)
  return {
    lines: lines.slice((page - 1) * perPage, page * perPage),
    found: lines.length,
    ...{ page, pages, query: query ?? '' },
  }
}
