import { expect, test } from 'vitest'
import { personId } from '../../../src/domain/ids.ts'
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
import { browser, console, enter, hand, pc, people, withConsole } from './open-console.ts'
import { inHand, numberOf, returned, sentToGrid, workerOf } from './petitions-of.ts'

withConsole()

test.each<[string, Viewport, string]>([
  ['phone', hand, '门禁坏了'],
  ['PC', pc, '污水都漫到门口'],
])(
  'a grid worker on a %s takes a task, notes, resolves it, and it is gone; the dispatcher sees it as it happens',
  async (_, viewport, said) => {
    const { number, worker, dispatcher } = await sentToGrid(console, said)
    const beside = await enter(browser, console, dispatcher, pc)
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

test.each<[string, Viewport, string, string]>([
  ['phone', hand, '门口垃圾堆了好几天', '楼道灯坏了三天了'],
  ['PC', pc, '井盖破了一个角', '飞线给电动车充电'],
])(
  'a department objects on a %s; the dispatcher sends it back with another one, and puts its category right',
  async (_, viewport, said, alsoSaid) => {
    const [objected, other] = [await numberOf(console, said), await returned(console, alsoSaid)]
    const officer = await workerOf(console, objected)
    const { to } = await inHand(console, objected)
    if (to.kind !== 'department') throw new Error(`${objected} is with no department`)
    const { page, context, faults } = await enter(browser, console, officer, viewport)
    await openFrom(page, 'mine', objected)
    await press(page, '签收')
    await done(page, '已签收')
    await press(page, '退回')
    await send(page)
    await form(page).locator('.fault', { hasText: '请选' }).waitFor({ state: 'attached' })
    faults.length = 0 // a refused form is a line in the browser's own log
    await form(page).locator('select').selectOption('notOurDuty')
    await form(page).locator('textarea').fill('是物业管理范围')
    await send(page)
    await page.locator('.done', { hasText: '已退回' }).waitFor({ state: 'attached' })
    await page.goto('/console') // the page of what they no longer have asks for news in vain
    faults.length = 0
    expect(await kept(console, objected)).toMatchObject({
      ...{ status: 'dispatched', returns: 1, to: { kind: 'community', code: 'QS-XF' } },
    })

    const dispatcher = await enter(browser, console, 'community_dispatcher', viewport)
    const desk = dispatcher.page
    await desk.goto('/console?tab=dispatch')
    for (const number of [objected, other]) await row(desk, number).locator('[name=pick]').check()
    expect(await desk.locator('[data-chosen]').textContent()).toBe('已选2件')
    await desk.getByLabel('派给').selectOption(`department/${to.code}`)
    await desk.getByLabel('理由').fill('按职责清单由你处办理')
    await desk.getByRole('button', { name: '派单' }).click()
    await desk.locator('.outcome', { hasText: '已派出2件' }).waitFor({ state: 'attached' })
    expect(await kept(console, objected)).toMatchObject({ to, designated: true })
    expect(await kept(console, other)).not.toHaveProperty('designated')
    expect(await toldTo(console, objected, officer)).toContain('按职责清单由你处办理')
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
  const [lamp, other] = [
    await numberOf(console, '二组的路灯坏了两盏，晚上'),
    await numberOf(console, '井盖破了一个角'),
  ]
  const head = people.household_head
  const petitioner = { person: personId(head), household: head, room: null }
  await does(console, head, lamp, { kind: 'join', petitioner })
  await does(console, await workerOf(console, lamp), lamp, { kind: 'accept' })
  for (const viewport of [hand, pc]) {
    const { page, context, faults } = await enter(browser, console, 'household_head', viewport)
    await openFrom(page, 'mine', lamp)
    const shown = await page.locator('main').textContent()
    expect(shown).toContain('市政')
    expect(shown).toContain('办理中')
    expect(faults).toEqual([])
    for (const [path, status] of [
      [`/console/petitions/${other}`, 404],
      [`/console/petitions/${lamp}/do/resolve`, 404],
      ['/console/settings', 403],
      ['/console/figures', 403],
    ] as const)
      expect((await page.goto(path))?.status()).toBe(status)
    await context.close()
  }
  expect(await happened(console, lamp)).toContain('joined')
})
