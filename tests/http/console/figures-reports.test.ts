import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readXlsxFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { unitCode } from '../../../src/domain/ids.ts'
import { periodNamed } from '../../../src/domain/numbers/period.ts'
import { reportFiles } from '../../../src/report-files.ts'
import { writeOwedReports, writeReports } from '../../../src/write-reports.ts'
import { resolved, timeline } from '../../domain/numbers/told.ts'
import { unzipped } from '../../support/unzipped.ts'
import { figuresOffice } from './figures-office.ts'
import { someone } from './someone.ts'

const reports = '/console/figures/reports'

async function office() {
  const found = figuresOffice('2026-03-09 08:00')
  await found.happened(
    timeline({ number: 1 }, resolved('2026-03-03 10:00')),
    timeline({ number: 2, grid: unitCode('QS-HB-01') }),
  )
  return found
}

const sheetsOf = async (bytes: Buffer) => {
  const sheets = await readXlsxFile(bytes)
  return Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data]))
}

test('a report that is fetched is the one that is handed in', async () => {
  const { desk } = await office()
  const folder = mkdtempSync(join(tmpdir(), 'linli-fetched-'))
  try {
    const period = periodNamed('week', '2026-W10')
    if (!period) throw new Error('no such week')
    const order = { kind: 'weekly', period, scopes: [{ unit: unitCode('QS-XF') }] } as const
    const [file = ''] = await writeReports(order, desk, folder)
    const manager = await someone('S001', desk)
    const answer = await manager.get(`${reports}/file?kind=weekly&period=2026-W10&form=xlsx`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="weekly-2026-W10-QS-XF.xlsx"',
    )
    const fetched = await sheetsOf(Buffer.from(await answer.arrayBuffer()))
    const handedIn = await readXlsxFile(file)
    expect(fetched).toEqual(Object.fromEntries(handedIn.map(({ sheet, data }) => [sheet, data])))
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('by the day that somebody picks, and as a text where there is one', async () => {
  const { desk } = await office()
  const leader = await someone('S042', desk)
  const answer = await leader.get(
    `${reports}/file?kind=monthly&day=2026-03-05&whose=QS-HB&form=docx`,
  )
  expect(answer.status).toBe(200)
  const said = unzipped(Buffer.from(await answer.arrayBuffer()), 'word/document.xml')
  expect(said.replaceAll(/<[^>]+>/g, '')).toContain('青石街道河滨社区居民诉求月度报告')
})

test('what is not there or not theirs is not found, what cannot be written is said beside the field', async () => {
  const { desk } = await office()
  const manager = await someone('S001', desk)
  for (const query of [
    'kind=weekly&period=2026-W10&whose=QS-HB&form=xlsx',
    'kind=weekly&period=2026-W10&whose=QS&form=xlsx',
    'kind=register&period=2026-03-1&whose=SZ&form=xlsx',
    'kind=yearly&period=2026&form=xlsx',
  ])
    expect((await manager.get(`${reports}/file?${query}`)).status, query).toBe(404)
  for (const [query, says] of [
    ['kind=weekly&day=2026-03-05&form=docx', '每周汇总表没有这种格式，请取 Excel。'],
    ['kind=weekly&day=2026-02-30&form=xlsx', '没有这一天'],
    ['kind=weekly&day=&form=xlsx', '没有这一天'],
    ['kind=weekly&day=2026-05-05&form=xlsx', '还没有开始'],
  ] as const) {
    const answer = await manager.get(`${reports}/file?${query}`)
    expect(answer.status, query).toBe(422)
    const html = await answer.text()
    expect(html).toContain(says)
    expect(html).toContain('aria-describedby="wish-problem"')
  }
})

test('the list says what is owed in one’s scope, and since when it is there', async () => {
  const { desk } = await office()
  const folder = mkdtempSync(join(tmpdir(), 'linli-owed-'))
  const withFolder = { ...desk, reports: reportFiles(desk, folder) }
  try {
    const text = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
    const before = await (await (await someone('S001', withFolder)).get(reports)).text()
    expect(text(before)).toContain(
      '每周汇总表 Excel 幸福里社区 2026年第10周（3月2日至3月8日） 尚未生成',
    )
    await writeOwedReports(withFolder, folder)
    const own = await (await (await someone('S001', withFolder)).get(reports)).text()
    expect(own).not.toContain('河滨社区')
    expect(own).not.toContain('尚未生成')
    const all = await (await (await someone('S042', withFolder)).get(reports)).text()
    for (const said of [
      '每日简报 Word 青石街道',
      '每周汇总表 Excel 河滨社区',
      '半月登记表 Excel 市政建设办',
      '月度报告 Word Excel 青石街道',
    ])
      expect(text(all)).toContain(said)
    expect(all).toContain('kind=weekly&amp;period=2026-W10&amp;whose=QS-HB&amp;form=xlsx')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
