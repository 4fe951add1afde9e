import writeXlsxFile, { type CellObject, type Sheet } from 'write-excel-file/node'
import {
  type Cell,
  type Chapter,
  type Document,
  shareText,
  type Table,
} from '../texts/reports/document.ts'

type Row = (CellObject | null)[]

const barLength = 10
const border = { borderStyle: 'thin', borderColor: '#999999' } as const

/** A report as an Excel workbook (.xlsx): a sheet for each chapter, the last one says where each number is from. */
export const workbook = (document: Document): Promise<Uint8Array> =>
  writeXlsxFile(
    [...document.chapters, document.definitions].map((chapter) => sheet(chapter, document)),
    { fontFamily: '等线', fontSize: 11 },
  ).toBuffer()

function sheet(chapter: Chapter, { title, heading }: Document): Sheet<Buffer> {
  const width = Math.max(...chapter.tables.map(({ columns }) => columns.length), 1)
  const across = (value: string, but: Partial<CellObject> = {}): Row => [
    { value, type: String, columnSpan: width, wrap: true, ...but },
    ...Array.from({ length: width - 1 }, () => null),
  ]
  const widest = chapter.tables.reduce<Table | undefined>(
    (most, table) => (most && most.columns.length >= table.columns.length ? most : table),
    undefined,
  )
  const characters = widest?.columns.reduce((sum, column) => sum + column.width, 0) ?? 40
  return {
    sheet: chapter.title,
    orientation: 'landscape',
    columns: (widest?.columns ?? []).map((column) => ({ width: column.width * 2 + 2 })),
    data: [
      across(title, { fontWeight: 'bold', fontSize: 16, align: 'center' }),
      across(heading.join('　'), { align: 'center' }),
      ...chapter.paragraphs.map((text) =>
        across(text, { height: 18 * Math.ceil(text.length / Math.max(20, characters)) }),
      ),
      ...chapter.tables.flatMap((table) => [
        across(''),
        across(table.title, { fontWeight: 'bold' }),
        table.columns.map(({ title: head }) => ({
          ...{ value: head, type: String, fontWeight: 'bold' as const, wrap: true },
          ...{ align: 'center' as const, backgroundColor: '#DDE7F3', ...border },
        })),
        ...table.rows.map((row) => row.map(cell)),
        ...(table.rows.length === 0 ? [across('（无）')] : []),
      ]),
    ],
  }
}

function cell(content: Cell): CellObject {
  const style = { alignVertical: 'top', ...border } as const
  if (typeof content === 'number') return { value: content, type: Number, ...style }
  if (typeof content === 'string') return { value: content, type: String, wrap: true, ...style }
  switch (content.kind) {
    case 'share':
      return content.share === null
        ? { value: shareText(null), type: String, align: 'right', ...style }
        : { value: content.share, type: Number, format: '0.0%', ...style }
    case 'bar':
      return {
        value: '█'.repeat(Math.round(content.length * barLength)),
        ...{ type: String, textColor: '#2F6DB5', ...style },
      }
  }
}
