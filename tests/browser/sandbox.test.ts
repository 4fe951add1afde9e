import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../../src/cli/find-browser.ts'
import { type OpenSandbox, openSandbox } from './open-sandbox.ts'

let browser: Browser
let sandbox: OpenSandbox

beforeAll(async () => {
  sandbox = await openSandbox()
  browser = await openBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await sandbox?.close()
})

const pc = { width: 1440, height: 900 }
const hand = { width: 390, height: 844 }
const slow = 60_000

test('a newcomer plays a street: what one phone says, the others show at once', {
  timeout: slow,
}, async () => {
  const { page, faults } = await visit(pc)
  const [speaker, handler] = [phone(page, 0), phone(page, 1)]
  await page.getByRole('link', { name: '再加一部手机' }).click()
  const neighbour = phone(page, 2)
  await neighbour.locator('.log').waitFor({ state: 'attached' })
  await openChat(neighbour, await openTopic(speaker))

  await write(speaker, '大家好')
  await says(neighbour, '大家好')
  const before = Date.now()
  await write(speaker, '5栋2单元楼道灯坏了三天了')
  await says(neighbour, '5栋2单元楼道灯坏了三天了')
  expect(Date.now() - before).toBeLessThan(2_000)
  await says(neighbour, sandbox.registered)
  await says(handler, /楼道|灯/)
  await page.locator('#behind-list .cards li').first().waitFor({ state: 'attached' })

  await speaker.getByRole('button', { name: '提到邻里小助手' }).click()
  await speaker.locator('textarea').pressSequentially('谢谢')
  await speaker.locator('textarea').press('Enter')
  await says(neighbour, '@邻里小助手 谢谢')

  await speaker.locator('summary', { hasText: '发图片' }).click()
  await speaker.getByRole('button', { name: '不亮的楼道灯' }).click()
  const photo = neighbour.locator('.bubble.image img')
  await photo.waitFor({ state: 'attached' })
  expect(await page.evaluate(widthOfPhoto)).toBe(480)

  await speaker.getByRole('checkbox', { name: '用语音说' }).check({ force: true })
  await write(speaker, '晚上看不见路')
  await neighbour
    .locator('.bubble.voice', { hasText: '晚上看不见路' })
    .waitFor({ state: 'attached' })

  await press(neighbour, '大家好', '引用')
  await write(neighbour, '你也好')
  await speaker.locator('.quoted', { hasText: '大家好' }).waitFor({ state: 'attached' })

  await press(speaker, '大家好', '撤回')
  await neighbour.locator('.moment', { hasText: '撤回了一条消息' }).waitFor({ state: 'attached' })
  expect(await neighbour.locator('.bubble', { hasText: '大家好' }).count()).toBe(0)

  const clock = page.locator('#time .now')
  const then = await clock.textContent()
  await page.getByRole('button', { name: '下一个工作日' }).click()
  await expect.poll(() => clock.textContent(), { timeout: 30_000 }).not.toBe(then)
  expect(faults).toEqual([])
  await page.close()
})

test('handing a phone to somebody else keeps what is typed in the other', {
  timeout: slow,
}, async () => {
  const { page, faults } = await visit(pc)
  await phone(page, 0).locator('textarea').fill('还没写完')
  const picker = phone(page, 1).getByRole('combobox')
  const leader = picker.locator('optgroup[label=街道领导] option').first()
  await picker.selectOption((await leader.getAttribute('value')) ?? '')
  const name = (await leader.textContent())?.split('（')[0]?.trim()
  await page.locator(`section[aria-label="${name}的手机"]`).waitFor({ state: 'attached' })
  expect(await phone(page, 0).locator('textarea').inputValue()).toBe('还没写完')
  expect(page.url()).toContain('pane=')
  await write(phone(page, 0), '写完了')
  await says(phone(page, 0), '写完了')
  expect(faults).toEqual([])
  await page.close()
})

test('names are offered after an @, examples are one press away, words stay words', {
  timeout: slow,
}, async () => {
  const { page, faults } = await visit(pc)
  const speaker = phone(page, 0)
  await speaker.locator('textarea').pressSequentially('@邻里')
  await speaker.locator('.mentions').getByRole('button', { name: '邻里小助手' }).click()
  expect(await speaker.locator('textarea').inputValue()).toBe('@邻里小助手 ')
  await speaker.locator('.examples button').first().click()
  expect((await speaker.locator('textarea').inputValue()).length).toBeGreaterThan(5)
  const evil = '<img src=x onerror="document.title=1"><b>粗</b>'
  await write(speaker, evil)
  await says(speaker, evil)
  expect(await page.title()).toContain('邻里')
  expect(faults).toEqual([])
  await page.close()
})

test('on a phone one pane fills the screen and tabs lead to the others', {
  timeout: slow,
}, async () => {
  const { page, faults } = await visit(hand)
  const width = await page.evaluate<number>('document.documentElement.scrollWidth')
  expect(width).toBeLessThanOrEqual(hand.width)
  await page.getByRole('link', { name: '幕后' }).click()
  const left = () =>
    page.locator('#behind').evaluate((panel) => Math.abs(panel.getBoundingClientRect().left))
  await expect.poll(left).toBeLessThan(2)
  expect(faults).toEqual([])
  await page.close()
})

test.each([
  ['sandbox', '', pc],
  ['sandbox on a phone', '', hand],
  ['list of petitions', 'petitions', pc],
  ['petition', 'petition', hand],
  ['missing page', 'nowhere', pc],
])('%s: no serious barrier for anybody', { timeout: slow }, async (_, path, viewport) => {
  const { page } = await visit(viewport, path === 'petition' ? '' : path)
  if (path === 'petition') {
    await write(phone(page, 0), '5栋2单元楼道灯坏了三天了')
    const card = page.locator('#behind-list .cards a').first()
    await page.goto(new URL((await card.getAttribute('href')) ?? '', sandbox.base).href)
  }
  expect(await barriers(page)).toEqual([])
  await page.close()
})

async function visit(viewport: typeof pc, path = '') {
  const page = await browser.newPage({ viewport })
  const faults: string[] = []
  page.on('pageerror', (fault) => faults.push(fault.message))
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()))
  await page.goto(new URL(path, sandbox.base).href)
  return { page, faults }
}

const phone = (page: Page, index: number): Locator => page.locator('.phone').nth(index)

const openTopic = async (of: Locator): Promise<string> =>
  (await of.locator('.chats [aria-current]').textContent()) ?? ''

async function openChat(of: Locator, topic: string): Promise<void> {
  if ((await openTopic(of)) !== topic) await of.getByRole('link', { name: topic }).click()
  await of.locator('.chats [aria-current]', { hasText: topic }).waitFor({ state: 'attached' })
}

async function write(on: Locator, words: string): Promise<void> {
  await on.locator('textarea').fill(words)
  await on.locator('textarea').press('Enter')
  await expect.poll(() => on.locator('textarea').inputValue()).toBe('')
}

const message = (on: Locator, words: string | RegExp): Locator =>
  on.locator('.said', { has: on.page().locator('.bubble', { hasText: words }) }).last()

/** Points at a message and presses one of the buttons that appear. */
async function press(on: Locator, words: string, action: string): Promise<void> {
  await message(on, words).locator('.bubble').hover()
  await message(on, words).getByRole('button', { name: action }).click()
}

const says = (on: Locator, words: string | RegExp): Promise<void> =>
  message(on, words).waitFor({ state: 'attached', timeout: 15_000 })

/** Of the one that the neighbour sees, once it is there: runs in the page. */
const widthOfPhoto =
  "(img => img.decode().then(() => img.naturalWidth))([...document.querySelectorAll('.bubble.image img')].pop())"

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** Serious violations of the accessibility rules, by name and place. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(axe, 'utf8'))
  const { violations } = (await page.evaluate('axe.run()')) as {
    violations: { id: string; impact: string; nodes: { target: string[] }[] }[]
  }
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}
