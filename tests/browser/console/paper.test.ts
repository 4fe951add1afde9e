import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { browser, console, enter, pc, type Somebody, withConsole } from './open-console.ts'
import { numberOf } from './petitions-of.ts'

withConsole()

/** An A4 sheet between its margins, at 96 dots an inch. */
const sheet = { width: 673, height: 986 }

/** What stands on the sheet that no finger can press, and what reaches beyond its edge. */
const wrongOn = (page: Page) =>
  page.evaluate<string[]>(`[
    ...[...document.querySelectorAll('button, select, input, textarea, .button, .bar, dialog')]
      .filter(one => one.getClientRects().length > 0 && one.type !== 'hidden')
      .map(one => 'to press: ' + one.tagName + ' ' + one.className + ' ' + one.textContent.slice(0, 20)),
    ...[...document.querySelectorAll('main *')]
      .filter(one => one.getClientRects().length > 0 && one.getBoundingClientRect().right > ${sheet.width} + 1)
      .filter(one => !one.closest('.hidden'))
      .map(one => 'cut off: ' + one.tagName + ' ' + one.className + ' ' + one.textContent.slice(0, 20)),
  ]`)

const aPetition = '/console/petitions/'

test.each<[string, Somebody, string]>([
  ['a petition', 'community_dispatcher', aPetition],
  ['the queue', 'community_dispatcher', '/console?tab=unit'],
  ['the numbers', 'street_leader', '/console/figures'],
  ['the list behind a number', 'street_leader', '/console/figures/list?of=late'],
  ['the reports', 'street_leader', '/console/figures/reports'],
  ['a table of the settings', 'street_dispatcher', '/console/settings/tables/departments'],
])(
  '%s is printed whole and without what can only be pressed, with the numbers of the screen',
  async (_, who, path) => {
    const { page, context, faults } = await enter(browser, console, who, pc)
    await page.goto(
      path === aPetition ? `${path}${await numberOf(console, '楼道灯坏了三天了')}` : path,
    )
    const counts = () =>
      page.$$eval('.counts b, .rate .big', (all) => all.map((b) => b.textContent))
    const onScreen = await counts()
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize(sheet)
    if (process.env.SHOTS) {
      await mkdir(process.env.SHOTS, { recursive: true })
      const name = path.replaceAll(/\W+/g, '-')
      await page.screenshot({ path: `${process.env.SHOTS}/paper${name}.png`, fullPage: true })
    }
    expect(await wrongOn(page)).toEqual([])
    expect(await counts()).toEqual(onScreen)
    expect(faults).toEqual([])
    await context.close()
  },
)
