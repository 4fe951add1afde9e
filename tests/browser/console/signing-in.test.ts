import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ConsoleSample } from '../../../src/cli/console-sample/open-sample.ts'
import { openBrowser } from '../../../src/cli/find-browser.ts'
import { enter, hand, openConsole, pc } from './open-console.ts'

let browser: Browser
let console: ConsoleSample

beforeAll(async () => {
  console = await openConsole()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await console?.close()
})

test('the sample shows petitions in every state, made by what people said', async () => {
  const petitions = await console.desk.petitions.list({ limit: 500 })
  const states = new Set(petitions.map(({ status }) => status))
  expect([...states].sort()).toEqual([
    ...['closed', 'dispatched', 'handling', 'received', 'resolved', 'withdrawn'],
  ])
  expect(petitions.length).toBeGreaterThanOrEqual(55)
  expect(petitions.some(({ confidential }) => confidential)).toBe(true)
  expect(petitions.some(({ supporters }) => supporters.length > 0)).toBe(true)
  expect(console.faults).toEqual([])
})

test('on phone and PC a link of the bot signs one in, and out again', async () => {
  for (const viewport of [hand, pc]) {
    const { page, context, faults } = await enter(browser, console, 'grid_worker', viewport)
    await page.goto('/console/me')
    await page.getByRole('heading', { name: '高丽华' }).waitFor({ state: 'attached' })
    const width = await page.evaluate<number>('document.documentElement.scrollWidth')
    expect(width).toBeLessThanOrEqual(viewport.width)
    expect(faults).toEqual([])
    await page.locator('.sessions form', { hasText: '退出' }).first().getByRole('button').click()
    await page.goto('/console/me')
    await page.getByRole('heading', { name: '请先登录' }).waitFor({ state: 'attached' })
    await context.close()
  }
})
