import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** What a visitor of the sandbox does and sees. Nothing waits for glyphs: a bare machine has no Chinese font. */

export interface Viewport {
  readonly width: number
  readonly height: number
}

/** Opens a page of the sandbox and gathers what goes wrong in it. */
export async function visit(browser: Browser, url: string, viewport: Viewport) {
  const page = await browser.newPage({ viewport })
  const faults: string[] = []
  page.on('pageerror', (fault) => faults.push(fault.message))
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()))
  await page.goto(url)
  return { page, faults }
}

export const phone = (page: Page, index: number): Locator => page.locator('.phone').nth(index)

export const openTopic = async (of: Locator): Promise<string> =>
  (await of.locator('.chats [aria-current]').textContent()) ?? ''

export async function openChat(of: Locator, topic: string): Promise<void> {
  if ((await openTopic(of)) !== topic) await of.getByRole('link', { name: topic }).click()
  await of.locator('.chats [aria-current]', { hasText: topic }).waitFor({ state: 'attached' })
}

export async function write(on: Locator, words: string): Promise<void> {
  await on.locator('textarea').fill(words)
  await on.locator('textarea').press('Enter')
  await expect.poll(() => on.locator('textarea').inputValue()).toBe('')
}

const message = (on: Locator, words: string | RegExp): Locator =>
  on.locator('.said', { has: on.page().locator('.bubble', { hasText: words }) }).last()

/** Points at a message and presses one of the buttons that appear. */
export async function press(on: Locator, words: string, action: string): Promise<void> {
  await message(on, words).locator('.bubble').hover()
  await message(on, words).getByRole('button', { name: action }).click()
}

export const says = (on: Locator, words: string | RegExp): Promise<void> =>
  message(on, words).waitFor({ state: 'attached', timeout: 15_000 })

/** Of the one that the neighbour sees, once it is there: runs in the page. */
export const widthOfPhoto =
  "(img => img.decode().then(() => img.naturalWidth))([...document.querySelectorAll('.bubble.image img')].pop())"

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** Serious violations of the accessibility rules by name and place, in the page or in one part of it. */
export async function barriers(page: Page, part = 'document'): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) {
    const source = await readFile(axe, 'utf8')
    await page.evaluate(source)
    await page.addInitScript(source) // half a megabyte sent again to each page takes longer than reading it there
  }
  return page.evaluate<string[]>(`(${serious})(${part})`)
}

/** Runs in the page: all that axe knows of it is megabytes, what is wrong with it hardly anything. */
const serious = `async (part) => {
  const { violations } = await axe.run(part, { resultTypes: ['violations'] })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target.join(' ')))
}`
