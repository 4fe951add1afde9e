import {
  AlignmentType,
  Document as DocxDocument,
  Table as DocxTable,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { printable } from '../texts/printable.ts'
import {
  type Cell,
  type Chapter,
  type Document,
  shareText,
  type Table,
} from '../texts/reports/document.ts'
import { barPicture, barSize } from './bar.ts'

const font = { ascii: 'Times New Roman', eastAsia: '仿宋', hAnsi: 'Times New Roman' }
/** A4 lying, in twentieths of a point, as official papers are set. */
const page = {
  size: { orientation: PageOrientation.LANDSCAPE },
  margin: { top: 1200, bottom: 1200, left: 1200, right: 1200 },
}

/** A report as a Word document (.docx): chapters, tables, bars as pictures, and where each number is from. */
export async function text(document: Document): Promise<Uint8Array> {
  const { title, heading, chapters, definitions } = printable(document)
  const body = await Promise.all([...chapters, definitions].map(chapterOf))
  return Packer.toBuffer(
    new DocxDocument({
      title,
      creator: '邻里',
      styles: { default: { document: { run: { font, size: 24 } } } },
      sections: [
        {
          properties: { page },
          footers: { default: footer() },
          children: [
            new Paragraph({
              heading: HeadingLevel.TITLE,
              alignment: AlignmentType.CENTER,
              children: [new TextRun({ text: title, bold: true, size: 40 })],
            }),
            new Paragraph({
              alignment: AlignmentType.CENTER,
              spacing: { after: 200 },
              children: [new TextRun(heading.join('　'))],
            }),
            ...body.flat(),
          ],
        },
      ],
    }),
  )
}

const footer = () =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })

async function chapterOf({ title, paragraphs, tables }: Chapter) {
  const drawn = await Promise.all(
    tables.map(async (table) => [
      new Paragraph({
        keepNext: true,
        spacing: { before: 200, after: 80 },
        // a chapter of one table has its title already
        children: [new TextRun({ text: table.title === title ? '' : table.title, bold: true })],
      }),
      table.rows.length > 0 ? await tableOf(table) : new Paragraph('（无）'),
    ]),
  )
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      children: [new TextRun({ text: title, bold: true, size: 30 })],
    }),
    ...paragraphs.map(
      (words) =>
        new Paragraph({
          indent: { firstLine: 480 },
          spacing: { line: 400 },
          children: [new TextRun(words)],
        }),
    ),
    ...drawn.flat(),
  ]
}

async function tableOf({ columns, rows }: Table) {
  const all = columns.reduce((sum, { width }) => sum + width, 0)
  const cell = (children: Paragraph[], column: number, fill?: string) =>
    new TableCell({
      children,
      width: { size: ((columns[column]?.width ?? 1) / all) * 100, type: WidthType.PERCENTAGE },
      ...(fill && { shading: { fill } }),
    })
  const head = columns.map(({ title }, i) => cell([small(title, true)], i, 'DDE7F3'))
  const lines = await Promise.all(
    rows.map(async (row) => {
      const cells = await Promise.all(row.map(async (content) => [await paragraphOf(content)]))
      return new TableRow({ cantSplit: true, children: cells.map((one, i) => cell(one, i)) })
    }),
  )
  return new DocxTable({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [new TableRow({ tableHeader: true, children: head }), ...lines],
  })
}

async function paragraphOf(content: Cell): Promise<Paragraph> {
  if (typeof content === 'string' || typeof content === 'number') return small(`${content}`)
  switch (content.kind) {
    case 'share':
      return small(shareText(content.share))
    case 'bar':
      return new Paragraph({
        children: [
          new ImageRun({
            type: 'png',
            data: await barPicture(content.length),
            transformation: { width: barSize.width / 4, height: barSize.height / 4 },
          }),
        ],
      })
  }
}

const small = (words: string, bold = false) =>
  new Paragraph({ children: [new TextRun({ text: words, size: 18, bold })] })
