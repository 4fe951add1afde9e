import { expect, test } from 'vitest'
import { personId, unitCode } from '../../../src/domain/ids.ts'
import type { Viewport } from '../hands.ts'
import {
  aPhoto,
  does,
  done,
  form,
  happened,
  kept,
  offers,
  openFrom,
  press,
  row,
  send,
  told,
  toldTo,
} from './desk-hands.ts'
import { browser, console, enter, hand, pc, type Somebody, withConsole } from './open-console.ts'

withConsole()

test.each<[string, Viewport, Somebody, number]>([
  ['phone', hand, 'S023', 1049],
  ['PC', pc, 'S020', 1050],
])(
  'a grid worker on a %s takes a task, notes, resolves it, and it is gone; the dispatcher sees it as it happens',
  async (_, viewport, worker, number) => {
    const { to, grid } = { ...(await kept(console, number)) } as { to: unknown; grid: string }
    if (worker === 'S020')
      await does(console, 'S006', number, {
        ...{ kind: 'transfer', to: { kind: 'grid', code: unitCode(grid) }, reason: '请到现场看看' },
      })
    else expect(to).toEqual({ kind: 'grid', code: grid })
    const beside = await enter(browser, console, 'S006', pc)
    await beside.page.goto('/console?tab=unit')
    await row(beside.page, number).locator('.status.dispatched').waitFor({ state: 'attached' })

    const { page, context, faults } = await enter(browser, console, worker, viewport)
    await openFrom(page, 'mine', number)
    await press(page, '签收')
    await done(page, '已签收')
    await row(beside.page, number).locator('.status.handling').waitFor({ state: 'attached' })
    await press(page, '记进展')
    await form(page).locator('textarea').fill('到现场看过，下午来处理')
    await send(page)
    await done(page, '进展已记下')
    expect(await told(console, number)).toContain('到现场看过，下午来处理')
    await press(page, '办结')
    await form(page).locator('textarea').fill('已经清理干净，灯也亮了')
    await form(page)
      .locator('input[type=file]')
      .setInputFiles(await aPhoto(page))
    await send(page)
    await done(page, '已办结')
    const petition = await kept(console, number)
    expect(petition).toMatchObject({ status: 'resolved', result: '已经清理干净，灯也亮了' })
    const [photo] = 'resultPhotos' in petition ? petition.resultPhotos : []
    expect((photo && (await console.desk.media.load(photo)))?.bytes.length).toBeGreaterThan(100)
    expect(await told(console, number)).toContain('已经清理干净，灯也亮了')
    await page.goto('/console?tab=mine')
    await page.locator('#queue').waitFor({ state: 'attached' })
    expect(await row(page, number).count()).toBe(0)
    expect([...faults, ...beside.faults]).toEqual([])
    await context.close()
    await beside.context.close()
  },
)

test.each<[string, Viewport, Somebody, number, string, number]>([
  ['phone', hand, 'S047', 1060, 'HW', 1046],
  ['PC', pc, 'S045', 1038, 'CG', 1047],
])(
  'a department objects on a %s; the dispatcher sends it back with another one, and puts its category right',
  async (_, viewport, officer, objected, department, other) => {
    if (other === 1047)
      await does(console, 'S062', other, { kind: 'return', reason: '公共绿地不归物业管' })
    const { page, context, faults } = await enter(browser, console, officer, viewport)
    await openFrom(page, 'mine', objected)
    if (await offers(page, '签收')) {
      await press(page, '签收')
      await done(page, '已签收')
    }
    await press(page, '退回')
    await send(page)
    await form(page).locator('.fault', { hasText: '请选' }).waitFor({ state: 'attached' })
    faults.length = 0 // a refused form is a line in the browser's own log
    await form(page).locator('select').selectOption('notOurDuty')
    await form(page).locator('textarea').fill('是物业管理范围')
    await send(page)
    await page.locator('.done', { hasText: '已退回' }).waitFor({ state: 'attached' })
    expect(await kept(console, objected)).toMatchObject({
      ...{ status: 'dispatched', returns: 1, to: { kind: 'community', code: 'QS-XF' } },
    })

    const dispatcher = await enter(browser, console, 'community_dispatcher', viewport)
    const desk = dispatcher.page
    await desk.goto('/console?tab=dispatch')
    for (const number of [objected, other]) await row(desk, number).locator('[name=pick]').check()
    expect(await desk.locator('[data-chosen]').textContent()).toBe('已选2件')
    await desk.getByLabel('派给').selectOption(`department/${department}`)
    await desk.getByLabel('理由').fill('按职责清单由你处办理')
    await desk.getByRole('button', { name: '派单' }).click()
    await desk.locator('.outcome', { hasText: '已派出2件' }).waitFor({ state: 'attached' })
    const to = { kind: 'department', code: department }
    expect(await kept(console, objected)).toMatchObject({ to, designated: true })
    expect(await kept(console, other)).not.toHaveProperty('designated')
    const officerId = officer
    expect(await toldTo(console, objected, officerId)).toContain('按职责清单由你处办理')
    await page.goto(`/console/petitions/${objected}`)
    expect(await offers(page, '退回')).toBe(false)

    await desk.goto(`/console/petitions/${other}`)
    await press(desk, '更正类别、地点')
    await form(desk).locator('select').selectOption('0402')
    await send(desk)
    await done(desk, '已更正')
    expect(await kept(console, other)).toMatchObject({ category: '0402' })
    expect(await happened(console, other)).toContain('corrected')
    expect([...faults, ...dispatcher.faults]).toEqual([])
    await context.close()
    await dispatcher.context.close()
  },
)

test('a household head follows what they joined, and sees nothing of other matters', async () => {
  const petitioner = { person: personId('S027'), household: 'S027', room: null }
  await does(console, 'S027', 1041, { kind: 'join', petitioner })
  for (const viewport of [hand, pc]) {
    const { page, context, faults } = await enter(browser, console, 'household_head', viewport)
    await openFrom(page, 'mine', 1041)
    const shown = await page.locator('main').textContent()
    expect(shown).toContain('市政')
    expect(shown).toContain('办理中')
    expect(faults).toEqual([])
    for (const [path, status] of [
      ['/console/petitions/1053', 404],
      ['/console/petitions/1041/do/resolve', 404],
      ['/console/settings', 403],
      ['/console/figures', 403],
    ] as const)
      expect((await page.goto(path))?.status()).toBe(status)
    await context.close()
  }
  expect(await happened(console, 1041)).toContain('joined')
})
