import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import type { Cells } from '../../../src/domain/street/sheets/sheet.ts'
import { sheets } from '../../../src/domain/street/sheets/sheet.ts'
import { sheetsOf } from '../../../src/domain/street/sheets/sheets-of.ts'
import { inGbk } from '../../street/in-gbk.ts'
import { sampleBook, settingsStage } from './settings-stage.ts'

const { keeper, desk } = await settingsStage()

const upload = async (bytes: Uint8Array, name: string) => {
  const body = new FormData()
  body.set('file', new File([bytes], name))
  body.set('sheet', '')
  const answer = await keeper.ask('/console/settings/import', { method: 'POST', body })
  const path = answer.headers.get('location')
  const text = await (path ? await keeper.get(path) : answer).text()
  return { status: answer.status, text: text.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ') }
}
const wide = (text: string) =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))

const u32 = (char: string) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(char.codePointAt(0) ?? 0)
  return bytes
}

const content = sheetsOf(sampleBook)
const columns = sheets.categories.columns
const csv = (delimiter: string, cell: (column: string, cells: Cells) => string) =>
  [columns.join(delimiter)]
    .concat(
      content.categories.map((cells) =>
        columns.map((column) => cell(column, cells)).join(delimiter),
      ),
    )
    .join('\r\n')
const asIs = (column: string, cells: Cells) => cells[column] ?? ''
const categories = csv(',', asIs)
const unmarked = (text: string) => Buffer.from(text, 'utf16le')
const marked = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')

describe('a table is read alike however it was saved', () => {
  test.each<[string, Uint8Array]>([
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${categories}`)],
    ['GBK', inGbk()(categories)],
    ['UTF-16', marked(categories)],
    ['UTF-16, the other way round', marked(categories).swap16()],
    ['UTF-16 without its mark', unmarked(categories)],
    ['UTF-16 without its mark, the other way round', unmarked(categories).swap16()],
    ['the same with tabs', unmarked(csv('\t', asIs))],
    ['with tabs, as Excel writes "Unicode text"', marked(csv('\t', asIs))],
    ['with semicolons', Buffer.from(csv(';', asIs))],
    [
      'with codes in wide digits and letters',
      Buffer.from(
        csv(',', (column, cells) =>
          ['code', 'lead_handler', 'assist_handlers'].includes(column)
            ? wide(cells[column] ?? '')
            : (cells[column] ?? ''),
        ),
      ),
    ],
  ])('%s', async (_, bytes) => {
    expect((await upload(bytes, 'categories.csv')).text).toContain('没有变化')
  })
})

test.each<[string, Uint8Array]>([
  ['UTF-16 without its mark, cut off within a character', unmarked(categories).subarray(1)],
  ['UTF-8 with a NUL in it', Buffer.from(categories.replace(',', ',\0'))],
  ['UTF-32', Buffer.from([...categories].flatMap((c) => [...u32(c)]))],
  ['noise', Buffer.from(Array.from({ length: 4_096 }, (_, i) => (i * i * 31 + i * 7) % 256))],
])('what nobody can read is refused with a sentence: %s', async (_, bytes) => {
  const { status, text } = await upload(bytes, 'categories.csv')
  expect([status, text]).toEqual([422, expect.stringContaining('认不出文字编码')])
})

describe('days', () => {
  const head = ['哪天', '哪里', '带班人']
  const imported = async (day: string | number | Date) => {
    const rows = [head, [day, 'QS', 'S042']]
    return upload(await writeXlsx({ sheets: [{ name: '值班表', rows }] }), 'x.xlsx')
  }
  test.each<[string, string | number | Date]>([
    ['a date of Excel', new Date('2026-05-01T00:00:00Z')],
    ['the number that Excel keeps it as', 46_143],
    ['the number as text', '46143'],
    ['with slashes', '2026/5/1'],
    ['in Chinese', '2026年5月1日'],
    ['in wide digits', '２０２６－０５－０１'],
  ])('%s', async (_, day) => {
    expect((await imported(day)).text).toMatch(/新增 值班表 2026-05-01 · QS/)
  })

  test('a day that there is not is refused', async () => {
    const { status, text } = await imported('2026/2/30')
    expect(status).toBe(422)
    expect(text).toContain('值班表 第2行 哪天：应为日期，如 2026-10-01')
  })
})

describe('what Excel shows and does not keep is refused by cell', () => {
  const head = ['群编号', '群名', '所属单位', '默认地点']
  const rows = [head, ['room-a', '甲群', 'QS', ''], ['room-b', '乙群', 'QS', '']]
  const sheet = { name: '群与单位', rows }
  test.each<[string, object, string]>([
    [
      'merged cells',
      { merges: [{ startRow: 1, startCol: 2, endRow: 2, endCol: 2 }] },
      '“群与单位”里 C2:C3 是合并的单元格，请取消合并，每格都填上',
    ],
    [
      'a formula that nobody reckoned',
      { cells: new Map([['2,1', { value: null, formula: 'B2' }]]) },
      'B3 是公式，还没有算出结果',
    ],
    [
      'a formula that came to nothing',
      { cells: new Map([['2,1', { value: '#REF!', type: 'error' }]]) },
      'B3 是错误值 #REF!',
    ],
  ])('%s', async (_, more, says) => {
    const { status, text } = await upload(
      await writeXlsx({ sheets: [{ ...sheet, ...more }] }),
      'x.xlsx',
    )
    expect([status, text.includes(says) ? says : text]).toEqual([422, says])
  })

  test('a reckoned formula is read as what it came to, and a hidden sheet not at all', async () => {
    const cells = new Map([['1,1', { value: '丙群', formula: '"丙"&"群"', formulaResult: '丙群' }]])
    const hidden = { name: '诉求类别', rows: [['x']], hidden: true }
    const kept = { ...sheet, rows: [head, ['room-a', '', 'QS', ''], ...rows.slice(2)], cells }
    const bytes = await writeXlsx({ sheets: [kept, hidden] })
    const { status, text } = await upload(bytes, 'x.xlsx')
    expect([status, text]).toEqual([303, expect.stringMatching(/新增 群与单位 room-a群编号.*丙群/)])
  })

  test('nothing of all that came into force', async () => {
    expect((await desk.rulebooks.current()).version).toBe(1)
  })
})
