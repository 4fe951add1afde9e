import { describe, expect, test } from 'vitest'
import { sheetNames, sheets } from '../../../src/domain/street/sheets/sheet.ts'
import { sheetsOf } from '../../../src/domain/street/sheets/sheets-of.ts'
import { sheetWords } from '../../../src/texts/sheets/sheet-words.ts'
import { draftOf, sampleBook, settingsStage } from './settings-stage.ts'
import { someone } from './someone.ts'

type Browser = Awaited<ReturnType<typeof settingsStage>>['keeper']

describe('a line', () => {
  const cells = { 'cell-on': '2026-11-02', 'cell-unit': 'QS', 'cell-person': 'S042' }
  const post = (browser: Browser, fields: Record<string, string>, table = 'duty') =>
    browser.post(`/console/settings/tables/${table}/line`, {
      version: '1',
      at: '',
      do: 'save',
      ...fields,
    })

  test('is added, changed, removed and each put back', async () => {
    const { keeper, desk } = await settingsStage()
    const duty = async () => (await desk.rulebooks.current()).duty ?? []
    const before = await duty()
    await keeper.post(`${draftOf(await post(keeper, cells))}/apply`)
    expect(await duty()).toHaveLength(before.length + 1)
    const at = String(before.length)
    const changed = { ...cells, 'cell-person': 'S044', version: '2', at }
    await keeper.post(`${draftOf(await post(keeper, changed))}/apply`, { removes: '1' })
    expect((await duty()).at(-1)?.person).toBe('S044')
    const undo = await keeper.post('/console/settings/changes/2/undo')
    const again = '值班表 2026-11-02 · QS：叶德明 3月2日 09:00又改过（第 3 版）'
    expect([undo.status, await undo.text()]).toEqual([409, expect.stringContaining(again)])
    const back = draftOf(await keeper.post('/console/settings/changes/3/undo'))
    await keeper.post(`${back}/apply`, { removes: '1' })
    expect((await duty()).at(-1)?.person).toBe('S042')
    const gone = draftOf(await post(keeper, { version: '4', at, do: 'remove' }))
    await keeper.post(`${gone}/apply`, { removes: '1' })
    expect(await duty()).toEqual(before)
    expect(await (await keeper.get('/console/settings/changes')).text()).toContain(
      '撤销第 3 版的变更',
    )
  })

  test('that is wrong is refused beside its field, with what was typed', async () => {
    const { keeper } = await settingsStage()
    const answer = await post(keeper, { ...cells, 'cell-person': 'S999', 'cell-on': '周八' })
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toMatch(/value="周八".*id="on-fault">应为日期/s)
    expect(text).toMatch(/value="S999".*id="person-fault">没有编号为 S999 的工作人员/s)
  })

  test('that somebody typed while others changed the table is kept, and not in force', async () => {
    const { keeper, desk } = await settingsStage()
    await keeper.post(`${draftOf(await post(keeper, cells))}/apply`)
    const answer = await post(keeper, { ...cells, 'cell-person': 'S044', at: '3' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toMatch(/别人改了设置.*value="S044"/s)
    expect((await desk.rulebooks.current()).version).toBe(2)
  })

  test.each(sheetNames)('of %s has a form with its values', async (name) => {
    const { keeper } = await settingsStage()
    expect((await keeper.get(`/console/settings/tables/${name}/line`)).status).toBe(200)
    expect((await keeper.get(`/console/settings/tables/${name}/line?at=99999`)).status).toBe(404)
    if (sheetsOf(sampleBook)[name].length === 0) return
    const page = await (await keeper.get(`/console/settings/tables/${name}/line?at=0`)).text()
    for (const column of sheets[name].columns)
      expect(page).toContain(sheetWords[name].columns[column]?.title ?? column)
    const fields = [...page.matchAll(/name="(cell-[a-z0-9_]+)"(?:[^>]*? value="([^"]*)")?/g)]
    expect(fields.map(([, field]) => field)).toEqual(sheets[name].columns.map((c) => `cell-${c}`))
  })
})

test('who is signed in is seen, and ended', async () => {
  const { keeper, desk } = await settingsStage()
  const lost = await someone('S001', desk)
  const page = await (await keeper.get('/console/settings/sessions')).text()
  expect(page).toContain('2 处登录')
  const theirs = (await desk.sessions.list(desk.clock())).find(({ person }) => person === 'S001')
  expect((await lost.post(`/console/settings/sessions/${theirs?.id}/end`)).status).toBe(403)
  await keeper.post(`/console/settings/sessions/${theirs?.id}/end`)
  expect((await lost.get('/console/me')).status).toBe(401)
})
