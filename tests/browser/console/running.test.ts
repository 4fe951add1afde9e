import { expect, test } from 'vitest'
import { personId } from '../../../src/domain/ids.ts'
import type { Viewport } from '../hands.ts'
import { browser, console, enter, hand, pc, type Somebody, withConsole } from './open-console.ts'

withConsole()

const sizes: [string, Viewport, Somebody][] = [
  ['phone', hand, 'S011'],
  ['PC', pc, 'S012'],
]

test.each(sizes)(
  'an administrator on a %s gives somebody another office, and ends a session',
  async (_, viewport, who) => {
    const worker = await enter(browser, console, who, hand)
    const { page, context, faults } = await enter(browser, console, 'street_dispatcher', viewport)
    await page.goto('/console/settings/tables/staff')
    await page.locator('#q').fill(who)
    await page.getByRole('button', { name: '查找' }).click()
    await page.locator('td.change a').click()
    await page.locator('#role').selectOption('community_dispatcher')
    await page.locator('#unit').fill('QS-XF')
    await page.getByRole('button', { name: '看看变化' }).click()
    await page.locator('.changes ins').first().waitFor({ state: 'attached' })
    await page.getByRole('button', { name: '生效' }).click()
    await page.waitForURL('**/settings/changes')
    const { staff } = await console.desk.rulebooks.current()
    expect(staff.find(({ id }) => id === who)).toMatchObject({
      ...{ role: 'community_dispatcher', unit: 'QS-XF' },
    })
    await worker.page.goto('/console')
    await worker.page.locator('#tabs', { hasText: '待派单' }).waitFor({ state: 'attached' })

    await page.goto('/console/settings/sessions')
    const name = staff.find(({ id }) => id === who)?.name ?? '?'
    await page.locator('.sessions li', { hasText: name }).getByRole('button').click()
    await page.locator('.sessions li', { hasText: name }).waitFor({ state: 'detached' })
    expect(await console.desk.sessions.list(console.desk.clock(), personId(who))).toEqual([])
    expect((await worker.page.goto('/console'))?.status()).toBe(401)
    expect(faults).toEqual([])
    await context.close()
    await worker.context.close()
  },
)

test.each(sizes)(
  'an administrator on a %s gives a program its token, and takes it back',
  async (_, viewport, who) => {
    const { page, context, faults } = await enter(browser, console, 'street_dispatcher', viewport)
    await page.goto('/console/operation/tokens')
    await page.locator('#name').fill(`区平台${who}`)
    await page.locator('#person').selectOption('S042')
    await page.getByRole('button', { name: '创建' }).click()
    const secret = (await page.locator('.issued code').textContent()) ?? ''
    const asks = async () => {
      const headers = { Authorization: `Bearer ${secret}` }
      return (await fetch(`${console.base}/api/v1/petitions`, { headers })).status
    }
    expect(await asks()).toBe(200)
    await page.getByRole('button', { name: `吊销区平台${who}` }).click()
    await page.locator('.tokens li', { hasText: '已吊销' }).first().waitFor({ state: 'attached' })
    expect(await asks()).toBe(401)
    expect(faults).toEqual([])
    await context.close()
  },
)

test.each(sizes)(
  'an operator on a %s sends again what could not be delivered',
  async (_, viewport) => {
    const { desk } = console
    const later = new Date(desk.clock().getTime() + 7 * 24 * 3_600_000)
    const [letter] = await desk.outbox.take(1, later)
    const person = letter?.to.kind === 'person' ? letter.to.person : null
    if (!letter || person === null) throw new Error('nothing to send to a person')
    await desk.outbox.giveUp([letter.id], 'no way')
    const { page, context, faults } = await enter(browser, console, 'street_dispatcher', viewport)
    await page.goto('/console/operation')
    const lost = page.locator('.letters-lost li', { hasText: 'no way' })
    await lost.getByRole('button', { name: '重发' }).click()
    await page.locator('#letters').waitFor({ state: 'attached' })
    await lost.waitFor({ state: 'detached' })
    expect(await desk.outbox.givenUp(10)).toEqual([])
    const letters = await desk.outbox.letters({ person })
    expect(letters.find(({ id }) => id === letter.id)).toMatchObject({ state: 'pending' })
    expect(faults).toEqual([])
    await context.close()
  },
)
