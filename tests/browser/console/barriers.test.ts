import { expect, test } from 'vitest'
import { barriers } from '../hands.ts'
import { browser, console, enter, hand, type Office, pc, withConsole } from './open-console.ts'
import { walk } from './walk.ts'

withConsole()

test.each<[Office, 'phone' | 'PC' | 'large print on a phone']>([
  ['grid_worker', 'phone'],
  ['household_head', 'large print on a phone'],
  ['community_dispatcher', 'PC'],
  ['street_dispatcher', 'PC'],
])(
  '%s on a %s: nothing bars the way, nothing is cut off',
  { timeout: 300_000 },
  async (office, on) => {
    const viewport = on === 'PC' ? pc : hand
    const { page, context, faults } = await enter(browser, console, office, viewport)
    if (on === 'large print on a phone')
      await context.addCookies([{ name: 'linli-large', value: '1', url: console.base }])
    const wrong: string[] = []
    const kinds = await walk(page, ['/console', '/console/me'], async (path) => {
      const dialogs = await page.locator('dialog').count()
      for (const barrier of await barriers(page)) wrong.push(`${path}: ${barrier}`)
      for (let i = 0; i < Math.min(dialogs, 3); i++) {
        const dialog = `document.querySelectorAll('dialog')[${i}]`
        await page.evaluate(`${dialog}.showModal()`)
        for (const barrier of await barriers(page, dialog))
          wrong.push(`${path} dialog ${i}: ${barrier}`)
        await page.evaluate(`${dialog}.close()`)
      }
      const width = await page.evaluate<number>('document.documentElement.scrollWidth')
      if (width > viewport.width) wrong.push(`${path}: ${width} px wide`)
    })
    expect([...new Set(wrong)]).toEqual([])
    expect(faults).toEqual([])
    expect(kinds.length).toBeGreaterThanOrEqual(3)
    await context.close()
  },
)
