import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Paper, Part } from '../texts/papers/paper.ts'
import { printable } from '../texts/printable.ts'

const font = { ascii: 'Times New Roman', eastAsia: '仿宋', hAnsi: 'Times New Roman' }
/** A4 upright, in twentieths of a point: 37 mm above, 26 mm at the sides (GB/T 9704-2012). */
const page = { margin: { top: 2098, bottom: 1984, left: 1588, right: 1474 } }

/** A form as a Word document (.docx), to be printed and filled in by hand. */
export async function paperFile(paper: Paper): Promise<Uint8Array> {
  const { title, number, parts } = printable(paper)
  return Packer.toBuffer(
    new Document({
      title,
      creator: '邻里',
      styles: { default: { document: { run: { font, size: 28 } } } },
      sections: [
        {
          properties: { page },
          children: [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              spacing: { after: 200 },
              children: [new TextRun({ text: title, bold: true, size: 44 })],
            }),
            new Paragraph({
              alignment: AlignmentType.RIGHT,
              spacing: { after: 120 },
              children: [new TextRun({ text: number, size: 24 })],
            }),
            ...parts.flatMap(drawn),
          ],
        },
      ],
    }),
  )
}

function drawn(part: Part): (Paragraph | Table)[] {
  switch (part.kind) {
    case 'heading':
      return [
        new Paragraph({
          keepNext: true,
          spacing: { before: 200, after: 60 },
          children: [new TextRun({ text: part.text, bold: true })],
        }),
      ]
    case 'text':
      return [
        new Paragraph({ spacing: { line: 440 }, children: [new TextRun({ text: part.text })] }),
      ]
    case 'ruled':
      return Array.from({ length: part.lines }, ruled)
    case 'table':
      return [tableOf(part)]
  }
}

const ruled = () =>
  new Paragraph({
    spacing: { line: 440 },
    border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: '808080', space: 1 } },
    children: [new TextRun(' ')],
  })

function tableOf({ columns, rows }: Extract<Part, { kind: 'table' }>): Table {
  const all = columns.reduce((sum, { width }) => sum + width, 0)
  const cell = (text: string, i: number, bold: boolean) =>
    new TableCell({
      width: { size: ((columns[i]?.width ?? 1) / all) * 100, type: WidthType.PERCENTAGE },
      children: [new Paragraph({ children: [new TextRun({ text, size: 24, bold })] })],
    })
  const row = (texts: readonly string[], bold: boolean) =>
    new TableRow({
      cantSplit: true,
      tableHeader: bold,
      children: texts.map((text, i) => cell(text, i, bold)),
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      row(
        columns.map(({ title }) => title),
        true,
      ),
      ...rows.map((texts) => row(texts, false)),
    ],
  })
}
