import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { larkSignIn } from '../../../bots/lark/sign-in.ts'
import { barriers, type Viewport } from '../hands.ts'
import { form, offers, press, send } from './desk-hands.ts'
import { browser, console, enter, hand, pc, withConsole } from './open-console.ts'
import { numberOf } from './petitions-of.ts'

withConsole({
  larkSignIn: larkSignIn({ appId: 'cli_1', appSecret: 'secret', domain: 'http://127.0.0.1:1' }),
})

/** What bars the way in a page as it stands, and whether it is wider than the screen. */
async function wrongIn(page: Page, viewport: Viewport, where: string): Promise<string[]> {
  const width = await page.evaluate<number>('document.documentElement.scrollWidth')
  const found = (await barriers(page)).map((barrier) => `${where}: ${barrier}`)
  return width > viewport.width ? [...found, `${where}: ${width} px wide`] : found
}

test.each<[string, Viewport, boolean]>([
  ['PC', pc, false],
  ['phone in large print', hand, true],
])(
  'on a %s pages that refuse, that are empty and that found a fault bar nobody’s way',
  async (_, viewport, large) => {
    const wrong: string[] = []
    const petition = `/console/petitions/${await numberOf(console, '井盖破了一个角')}`
    const { page, context } = await enter(browser, console, 'street_dispatcher', viewport)
    if (large) await context.addCookies([{ name: 'linli-large', value: '1', url: console.base }])
    const at = async (path: string, status = 200) => {
      expect((await page.goto(path))?.status()).toBe(status)
      wrong.push(...(await wrongIn(page, viewport, path)))
    }
    await at('/console/petitions/9999', 404)
    await at('/console?tab=all&q=没有这样的话')
    await at('/console/settings/tables/staff?q=没有这个人')
    await at('/console/figures?period=2026-01')
    await at('/console/figures/reports/file?kind=weekly&whose=QS&day=x&form=xlsx', 422)

    await page.goto('/console/operation/tokens')
    await page.evaluate("document.querySelector('form.new-token').noValidate = true")
    await page.getByRole('button', { name: '创建' }).click()
    await page.locator('.new-token [role=alert]').first().waitFor({ state: 'attached' })
    wrong.push(...(await wrongIn(page, viewport, 'a token with faults')))

    await page.goto('/console/settings/tables/departments/line')
    await page.evaluate("document.querySelector('form.fields').noValidate = true")
    await page.getByRole('button', { name: '看看变化' }).click()
    await page.locator('[aria-invalid=true]').first().waitFor({ state: 'attached' })
    wrong.push(...(await wrongIn(page, viewport, 'a line with faults')))

    await page.goto('/console?tab=dispatch')
    await page.evaluate("document.querySelector('#dispatch').noValidate = true")
    await page.locator('#dispatch button').click()
    await page.locator('#dispatch-wrong').waitFor({ state: 'attached' })
    wrong.push(...(await wrongIn(page, viewport, 'a dispatch of nothing')))

    await page.goto(petition)
    expect(await offers(page, '转派')).toBe(true)
    await press(page, '转派')
    await send(page)
    await form(page).locator('.fault', { hasText: '请' }).first().waitFor({ state: 'attached' })
    wrong.push(...(await wrongIn(page, viewport, 'a form with faults')))
    await context.close()

    const stranger = await browser.newContext({ viewport, baseURL: console.base, locale: 'zh-CN' })
    const outside = await stranger.newPage()
    for (const [path, status] of [
      [petition, 401],
      ['/l/used-up', 410],
      ['/sign-in/lark/back?state=s&code=c', 410],
      ['/nowhere', 404],
    ] as const) {
      expect((await outside.goto(path))?.status()).toBe(status)
      wrong.push(...(await wrongIn(outside, viewport, path)))
    }
    await stranger.close()
    expect(wrong).toEqual([])
  },
)

test('a grid worker who has nothing to do, and a page that is not theirs, bar nobody’s way', async () => {
  const wrong: string[] = []
  const { page, context } = await enter(browser, console, 'grid_worker', hand)
  for (const [path, status] of [
    ['/console?tab=mine', 200],
    ['/console?tab=hot', 200],
    ['/console/settings', 403],
    ['/console/me', 200],
  ] as const) {
    expect((await page.goto(path))?.status()).toBe(status)
    wrong.push(...(await wrongIn(page, hand, path)))
  }
  await context.close()
  expect(wrong).toEqual([])
})
