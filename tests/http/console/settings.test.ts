import readXlsx from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { sheetNames, sheets } from '../../../src/domain/street/sheets/sheet.ts'
import { sheetsOf } from '../../../src/domain/street/sheets/sheets-of.ts'
import { sheetWords } from '../../../src/texts/sheets/sheet-words.ts'
import { sampleBook, settingsStage } from './settings-stage.ts'
import { someone } from './someone.ts'

const content = sheetsOf(sampleBook)

test('all tables are listed with the number of their lines', async () => {
  const { page } = await settingsStage()
  const index = await page('/console/settings')
  for (const name of sheetNames)
    expect(index).toMatch(
      new RegExp(`<b>${sheetWords[name].title}</b>.*?${content[name].length} 行`),
    )
})

test.each(sheetNames)(
  '%s is shown in Chinese, without a code for what has a word',
  async (name) => {
    const { page } = await settingsStage()
    const shown = await page(`/console/settings/tables/${name}`)
    expect(shown).toContain(`<h1>${sheetWords[name].title}</h1>`)
    expect(shown).not.toMatch(
      />(grid_worker|street_dispatcher|household_group|report|holiday|yes|no)</,
    )
    const first = content[name][0]
    const column = sheets[name].columns[0]
    if (first) expect(shown).toContain(first[column] && name !== 'manners' ? first[column] : '评价')
  },
)

test('lines are found by what is shown and by the codes behind it', async () => {
  const { page } = await settingsStage()
  const found = async (q: string) =>
    (await page(`/console/settings/tables/staff?${new URLSearchParams({ q })}`)).match(
      /找到 (\d+) 行/,
    )?.[1]
  expect(await found('S010')).toBe('1')
  expect(await found('网格员 QS-XF-01')).toBe('1')
  expect(await found('绝无此人')).toBe('0')
  expect(await page('/console/settings/tables/staff?q=%22%3E%3Cscript%3E')).not.toContain(
    '<script>',
  )
})

test('what is no table is not found, and other offices do not come in', async () => {
  const { keeper, desk } = await settingsStage()
  for (const name of ['nothing', 'constructor', '__proto__'])
    expect((await keeper.get(`/console/settings/tables/${name}`)).status).toBe(404)
  const others = sampleBook.staff.filter(
    ({ role }, i, all) =>
      role !== 'street_dispatcher' && all.findIndex((one) => one.role === role) === i,
  )
  expect(others.length).toBeGreaterThan(6)
  for (const { id } of others)
    for (const path of ['', '/export.xlsx', '/tables/staff', '/tables/staff/export.xlsx'])
      expect((await (await someone(id, desk)).get(`/console/settings${path}`)).status).toBe(403)
})

describe('as Excel', () => {
  const opened = async (path: string) => {
    const { keeper } = await settingsStage()
    const answer = await keeper.get(path)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="linli.xlsx"/)
    return readXlsx(Buffer.from(await answer.arrayBuffer()))
  }

  test('a table has a head and all its lines, codes as text', async () => {
    const [sheet, explanation] = await opened('/console/settings/tables/categories/export.xlsx')
    expect(sheet?.sheet).toBe('诉求类别')
    expect(sheet?.data[0]).toEqual([
      ...['编码', '大类', '小类', '性质', '主办', '时限', '保密', '协办'],
      '公开页只计数',
    ])
    expect(sheet?.data).toHaveLength(content.categories.length + 1)
    expect(sheet?.data[1]?.[0]).toBe('0101')
    expect(sheet?.data[1]?.[6]).toBe('否')
    expect(explanation?.sheet).toBe('填写说明')
  })

  test('all tables come in one workbook, and blank as a template', async () => {
    const all = await opened('/console/settings/export.xlsx')
    expect(all.map(({ sheet }) => sheet)).toEqual([
      ...sheetNames.map((name) => sheetWords[name].title),
      '填写说明',
    ])
    for (const [i, name] of sheetNames.entries())
      expect([name, all[i]?.data.length]).toEqual([name, content[name].length + 1])
    const blank = await opened('/console/settings/export.xlsx?blank=1')
    expect(blank[0]?.data).toHaveLength(1)
  })
})
