import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { personId } from '../../../src/domain/ids.ts'
import { sheetNames, sheets } from '../../../src/domain/street/sheets/sheet.ts'
import { sheetsOf } from '../../../src/domain/street/sheets/sheets-of.ts'
import { draftOf, keepers, sampleBook, settingsStage } from './settings-stage.ts'
import { someone } from './someone.ts'

type Browser = Awaited<ReturnType<typeof settingsStage>>['keeper']

const upload = (browser: Browser, bytes: Uint8Array | string, name: string, sheet = '') => {
  const body = new FormData()
  body.set('file', new File([bytes], name))
  body.set('sheet', sheet)
  return browser.ask('/console/settings/import', { method: 'POST', body })
}
const rooms = sheetsOf(sampleBook).rooms
const asCsv = (lines: readonly Readonly<Record<string, string>>[]) =>
  [
    '群编号,群名,所属单位,默认地点',
    ...lines.map((line) => sheets.rooms.columns.map((c) => line[c]).join()),
  ].join('\n')
const renamed = (topic: string) =>
  asCsv(rooms.map((room, i) => (i === 0 ? { ...room, topic } : room)))
const topicOf = async ({ desk }: Awaited<ReturnType<typeof settingsStage>>) =>
  (await desk.rulebooks.current()).rooms[0]?.topic

describe('what was exported comes back as no change', () => {
  test.each(sheetNames)('%s', async (name) => {
    const { keeper, desk } = await settingsStage()
    const file = await keeper.get(`/console/settings/tables/${name}/export.xlsx`)
    const answer = await upload(keeper, new Uint8Array(await file.arrayBuffer()), 'x.xlsx')
    expect(await answer.text()).toContain('没有变化')
    expect((await desk.rulebooks.current()).version).toBe(1)
  })

  test('all of them at once', async () => {
    const { keeper } = await settingsStage()
    const file = await keeper.get('/console/settings/export.xlsx')
    const answer = await upload(keeper, new Uint8Array(await file.arrayBuffer()), 'x.xlsx')
    expect(await answer.text()).toContain('没有变化')
  })
})

test('an import is looked at line by line, then in force and written down, once', async () => {
  const stage = await settingsStage()
  const { keeper, desk } = stage
  const path = draftOf(await upload(keeper, renamed('新名字的群'), '群与单位.csv'))
  const preview = await (await keeper.get(path)).text()
  expect(preview).toMatch(/修改 1 行.*<del>幸福里业主群①<\/del> → <ins>新名字的群<\/ins>/s)
  expect(await topicOf(stage)).toBe('幸福里业主群①')
  for (let times = 0; times < 2; times++)
    expect((await keeper.post(`${path}/apply`)).headers.get('location')).toBe(
      '/console/settings/changes',
    )
  expect(await topicOf(stage)).toBe('新名字的群')
  expect((await desk.rulebooks.current()).version).toBe(2)
  expect((await keeper.get(path)).headers.get('location')).toBe('/console/settings/changes')
  const changes = await (await keeper.get('/console/settings/changes')).text()
  expect(changes).toMatch(/第 2 版.*导入“群与单位.csv”：修改 1 行/s)
  expect(await desk.rulebooks.version(1)).toEqual({ ...sampleBook, version: 1 })
})

test('a draft is of who made it, and outlives a restart', async () => {
  const { keeper, desk } = await settingsStage()
  const path = draftOf(await upload(keeper, renamed('甲'), 'rooms.csv'))
  const stranger = await someone('S001', desk)
  expect((await stranger.get(path)).status).toBe(403)
  await desk.rulebooks.amend(
    (book) => ({
      ...book,
      staff: book.staff.map((one) =>
        one.id === 'S001' ? { ...one, role: 'street_dispatcher' } : one,
      ),
    }),
    {
      person: personId(keepers[0]?.id ?? ''),
      at: desk.clock(),
      by: { kind: 'form' },
      draft: null,
    },
  )
  expect((await stranger.get(path)).status).toBe(404)
  expect((await stranger.post(`${path}/apply`)).status).toBe(404)
  const again = await someone(keepers[0]?.id ?? '', desk)
  expect((await again.get(path)).status).toBe(409)
})

test('of two who prepared changes at once, the second is told and nothing of the first is lost', async () => {
  const stage = await settingsStage()
  const other = await someone(keepers[0]?.id ?? '', stage.desk)
  const first = draftOf(await upload(stage.keeper, renamed('甲'), 'rooms.csv'))
  const second = draftOf(await upload(other, renamed('乙'), 'rooms.csv'))
  expect((await stage.keeper.post(`${first}/apply`)).status).toBe(303)
  const refused = await other.post(`${second}/apply`)
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('设置又有人改过')
  expect(await topicOf(stage)).toBe('甲')
})

test('lines that go are to be confirmed', async () => {
  const { keeper, desk } = await settingsStage()
  const path = draftOf(await upload(keeper, asCsv(rooms.slice(1)), 'rooms.csv'))
  expect((await keeper.post(`${path}/apply`)).status).toBe(422)
  expect((await desk.rulebooks.current()).version).toBe(1)
  expect((await keeper.post(`${path}/apply`, { removes: '1' })).status).toBe(303)
  expect((await desk.rulebooks.current()).rooms).toHaveLength(rooms.length - 1)
})

test('everything that is wrong is named at once, in Chinese, and nothing is imported', async () => {
  const { keeper, desk } = await settingsStage()
  const head = '编号,姓名,岗位,所属单位,部门,微信账号,飞书账号,手机'
  const bad = [
    head,
    'S900,张三,网格长,QS-XF-01,,,,',
    'S901,李四,网格员,QS-NO,,,,1.38E+10',
    ',王五,网格员,QS,,,,',
  ].join('\n')
  const answer = await upload(keeper, bad, '人员与岗位.csv')
  expect(answer.status).toBe(422)
  const text = await answer.text()
  expect(text).toMatch(/人员与岗位 第2行 岗位<\/b>：不能写“网格长”，只能是：网格员、户长、/)
  expect(text).toMatch(/人员与岗位 第3行 所属单位<\/b>：没有编码为 QS-NO 的单位/)
  expect(text).toMatch(/第3行 手机<\/b>：只能有数字/)
  expect(text).toMatch(/第4行 编号<\/b>：不能空着/)
  expect(text).toMatch(/请假|值班/)
  expect(text).not.toMatch(/\.csv（|grid_worker|org_units/)
  expect((await desk.rulebooks.current()).version).toBe(1)
})

test('nobody locks everybody out', async () => {
  const { keeper } = await settingsStage()
  const at = sheetsOf(sampleBook).staff.findIndex(({ role }) => role === 'street_dispatcher')
  const line = sheetsOf(sampleBook).staff[at] ?? {}
  expect(keepers).toHaveLength(1)
  const answer = await keeper.post('/console/settings/tables/staff/line', {
    ...Object.fromEntries(Object.entries(line).map(([column, cell]) => [`cell-${column}`, cell])),
    ...{ 'cell-role': 'street_supervisor', version: '1', at: String(at), do: 'save' },
  })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('至少要留一位街道调度员')
})

describe('hostile files get a sentence', () => {
  const xlsx = (rows: (string | number)[][], name = '群与单位') =>
    writeXlsx({ sheets: [{ name, rows }] })
  test.each<[string, () => Promise<Uint8Array | string>, string, string]>([
    [
      'an old .xls',
      async () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]),
      'a.xls',
      '旧版 Excel',
    ],
    ['an empty file', async () => '', 'a.csv', '文件是空的'],
    ['a file cut short', async () => (await xlsx([['a']])).slice(0, 300), 'a.xlsx', '没有传完整'],
    [
      'a picture',
      async () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 0xff]),
      'a.xlsx',
      '不是 Excel',
    ],
    [
      'no known encoding',
      async () => new Uint8Array([0x69, 0xff, 0xff, 0, 1]),
      'a.csv',
      '认不出文字编码',
    ],
    [
      'an unknown table',
      async () => xlsx([['a'], ['b']], '随便'),
      'a.xlsx',
      '看不出工作表“随便”是哪张表',
    ],
    [
      'a missing column',
      async () =>
        xlsx([
          ['群编号', '群名'],
          ['a', 'b'],
        ]),
      'a.xlsx',
      '缺少这一列',
    ],
    [
      'an unknown column',
      async () => renamed('x').replace('群名', '群叫什么'),
      'rooms.csv',
      '没有这一列',
    ],
    ['a huge cell', async () => xlsx([['x'.repeat(33_000)]]), 'a.xlsx', '有一格太长'],
    ['a zip bomb', async () => bomb(), 'a.xlsx', '解开以后太大'],
    ['an upload without end', async () => 'x'.repeat(5 * 1024 * 1024), 'a.csv', '最多 4 MB'],
  ])('%s', async (_, made, name, says) => {
    const { keeper } = await settingsStage()
    const answer = await upload(keeper, await made(), name)
    expect([413, 422]).toContain(answer.status)
    expect(await answer.text()).toContain(says)
  })

  /** Says in its directory that it unpacks to four gigabytes. */
  async function bomb(): Promise<Uint8Array> {
    const bytes = await xlsx([['a']])
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (let at = 0; at < bytes.length - 46; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0xfffffff0, true)
    return bytes
  }

  test('GBK, empty rows and what looks like a formula are read as they are', async () => {
    const stage = await settingsStage()
    const rows = [
      ['群编号', '群名', '所属单位', '默认地点'],
      ...rooms.map((r, i) => [
        r.id ?? '',
        i ? (r.topic ?? '') : '=HYPERLINK("x")',
        r.unit ?? '',
        r.default_place ?? '',
      ]),
    ]
    const file = await xlsx([...rows.slice(0, 3), ['', '', '', ''], ...rows.slice(3)])
    const path = draftOf(await upload(stage.keeper, file, 'a.xlsx'))
    await stage.keeper.post(`${path}/apply`)
    expect(await topicOf(stage)).toBe('=HYPERLINK("x")')
    const out = await stage.keeper.get('/console/settings/tables/rooms/export.xlsx')
    const back = await upload(stage.keeper, new Uint8Array(await out.arrayBuffer()), 'b.xlsx')
    expect(await back.text()).toContain('没有变化')
    const gbk = new Uint8Array([0xc8, 0xba, 0xb1, 0xe0, 0xba, 0xc5]) // 群编号
    const answer = await upload(stage.keeper, gbk, 'rooms.csv')
    expect(await answer.text()).toMatch(/群名<\/b>：缺少这一列/)
  })
})
