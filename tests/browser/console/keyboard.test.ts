import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { done, form, kept, row, told } from './desk-hands.ts'
import { browser, console, enter, pc, withConsole } from './open-console.ts'
import { numberOf, returned, sentToGrid } from './petitions-of.ts'

withConsole()

const isThere = (page: Page, selector: string) =>
  page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`)

/** Goes on with Tab until the focus is there; it must be seen, and stand in view. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let steps = 0; steps < 150; steps++) {
    await page.keyboard.press('Tab')
    if (!(await isThere(page, selector))) continue
    const outline = await page.evaluate<string>(
      "(s => s.outlineStyle + ' ' + s.outlineWidth)(getComputedStyle(document.activeElement))",
    )
    expect(outline).toMatch(/^(solid|auto) [1-9]/)
    const { top, bottom } = await page.evaluate<{ top: number; bottom: number }>(
      '(({ top, bottom }) => ({ top, bottom }))(document.activeElement.getBoundingClientRect())',
    )
    expect(bottom > 0 && top < pc.height).toBe(true)
    return
  }
  throw new Error(`no way to ${selector} by the keyboard`)
}

test('a grid worker works by the keyboard alone, and always sees where they are', async () => {
  const { number, worker } = await sentToGrid(console, '门禁坏了')
  const { page, context, faults } = await enter(browser, console, worker, pc)
  await page.goto('/console?tab=mine')
  await page.keyboard.press('Tab')
  expect(await isThere(page, '.skip')).toBe(true)
  expect((await page.locator('.skip').boundingBox())?.y).toBeGreaterThanOrEqual(0)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await isThere(page, '#content *')).toBe(true)

  await tabTo(page, `#row-${number} .row-action button`)
  await page.keyboard.press('Enter')
  await row(page, number).locator('.row-said', { hasText: '已签收' }).waitFor({ state: 'attached' })
  await expect.poll(() => isThere(page, `#row-${number} a`)).toBe(true)
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/petitions/${number}`)

  await tabTo(page, '.acts a[href$="/do/note"]')
  await page.keyboard.press('Enter')
  await form(page).waitFor({ state: 'attached' })
  expect(await isThere(page, 'dialog[open] textarea')).toBe(true)
  await page.keyboard.press('Escape')
  await form(page).waitFor({ state: 'hidden' })
  expect(await isThere(page, '.acts a[href$="/do/note"]')).toBe(true)
  await page.keyboard.press('Enter')
  await form(page).waitFor({ state: 'attached' })
  await page.keyboard.type('on my way')
  await tabTo(page, 'dialog[open] button[type=submit]')
  await page.keyboard.press('Enter')
  await done(page, '进展已记下')
  expect(await told(console, number)).toContain('on my way')

  await tabTo(page, '.acts a[href$="/do/resolve"]')
  await page.keyboard.press('Enter')
  await form(page).waitFor({ state: 'attached' })
  await tabTo(page, 'dialog[open] button[type=submit]')
  await page.keyboard.press('Enter')
  await form(page).locator('.fault', { hasText: '请填' }).waitFor({ state: 'attached' })
  await expect.poll(() => isThere(page, 'dialog[open] textarea[aria-invalid]')).toBe(true)
  faults.length = 0 // a refused form is a line in the browser's own log
  await page.keyboard.type('cleared')
  await tabTo(page, 'dialog[open] button[type=submit]')
  await page.keyboard.press('Enter')
  await done(page, '已办结')
  expect(await kept(console, number)).toMatchObject({ status: 'resolved', result: 'cleared' })
  expect(faults).toEqual([])
  await context.close()
})

test('a dispatcher ticks, chooses and sends by the keyboard alone, and goes on after more rows', async () => {
  const number = await returned(console, '楼道灯坏了三天了')
  const { page, context, faults } = await enter(browser, console, 'community_dispatcher', pc)
  await page.goto('/console?tab=dispatch')
  await tabTo(page, `#row-${number} [name=pick]`)
  await page.keyboard.press('Space')
  expect(await page.locator('[role=status].chosen').textContent()).toContain('已选1件')
  await tabTo(page, '#dispatch select')
  await page.keyboard.press('ArrowDown')
  const to = await page.locator('#dispatch select').inputValue()
  expect(to).toMatch(/^department\//)
  await tabTo(page, '#dispatch [name=reason]')
  await page.keyboard.type('yours')
  await page.keyboard.press('Enter')
  await page.locator('.outcome', { hasText: '已派出1件' }).waitFor({ state: 'attached' })
  expect(await kept(console, number)).toMatchObject({ to: { code: to.split('/')[1] } })
  await context.close()

  const leader = await enter(browser, console, 'street_leader', pc)
  await leader.page.goto('/console?tab=all')
  const last = await leader.page.locator('#rows > .petition-row').last().getAttribute('id')
  await tabTo(leader.page, '#more a')
  await leader.page.keyboard.press('Enter')
  await expect.poll(() => isThere(leader.page, `#${last} + .petition-row a`)).toBe(true)
  expect([...faults, ...leader.faults]).toEqual([])
  await leader.context.close()
})

test('without script a dispatcher sends many at once, and a grid worker signs for one from the list', async () => {
  const { number: one, worker, dispatcher } = await sentToGrid(console, '门口垃圾堆了好几天')
  const many = [
    await numberOf(console, '飞线给电动车充电'),
    await numberOf(console, '井盖破了一个角'),
  ]
  for (const who of [dispatcher, worker]) {
    const signedIn = await enter(browser, console, who, pc)
    const storageState = await signedIn.context.storageState()
    await signedIn.context.close()
    const context = await browser.newContext({
      ...{ viewport: pc, javaScriptEnabled: false, storageState, baseURL: console.base },
    })
    const page = await context.newPage()
    if (who === worker) {
      await page.goto('/console?tab=mine')
      await row(page, one).locator('.row-action button').click()
      await row(page, one).locator('.status.handling').waitFor({ state: 'attached' })
      expect(await kept(console, one)).toMatchObject({ status: 'handling', handler: worker })
    } else {
      await page.goto('/console?tab=unit')
      for (const number of many) await row(page, number).locator('[name=pick]').check()
      await page.locator('#dispatch select').selectOption('department/CG')
      await page.locator('#dispatch [name=reason]').fill('yours')
      await page.locator('#dispatch button').click()
      await page.locator('.outcome', { hasText: '已派出2件' }).waitFor({ state: 'attached' })
      for (const number of many)
        expect(await kept(console, number)).toMatchObject({ to: { code: 'CG' } })
    }
    await context.close()
  }
})
