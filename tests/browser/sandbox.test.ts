import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../../src/cli/find-browser.ts'
import {
  barriers,
  openChat,
  openTopic,
  phone,
  press,
  says,
  type Viewport,
  visit as visitAt,
  widthOfPhoto,
  write,
} from './hands.ts'
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
  // a running server still shows what earlier visits said
  const hello = `大家好${Date.now()}`
  const { page, faults } = await visit(pc)
  const [speaker, handler] = [phone(page, 0), phone(page, 1)]
  await page.getByRole('link', { name: '再加一部手机' }).click()
  const neighbour = phone(page, 2)
  await neighbour.locator('.log').waitFor({ state: 'attached' })
  await openChat(neighbour, await openTopic(speaker))

  // in quiet hours the handler would hear of it only in the morning
  const clock = page.locator('#time .now')
  const then = await clock.textContent()
  await page.getByRole('button', { name: '下一个工作日' }).click()
  await expect.poll(() => clock.textContent(), { timeout: 30_000 }).not.toBe(then)
  await page.locator('#time button:enabled').first().waitFor({ state: 'attached' })

  await write(speaker, hello)
  await says(neighbour, hello)
  const sentAt = Date.now()
  await write(speaker, '5栋2单元楼道灯坏了三天了')
  await says(neighbour, '5栋2单元楼道灯坏了三天了')
  expect(Date.now() - sentAt).toBeLessThan(2_000)
  await says(neighbour, sandbox.registered)
  await says(handler, /楼道|灯/)
  await page.locator('#behind-list .cards li').first().waitFor({ state: 'attached' })

  await speaker.getByRole('button', { name: '提到邻里小助手' }).click()
  await speaker.locator('textarea').pressSequentially('谢谢')
  await speaker.locator('textarea').press('Enter')
  await says(neighbour, '@邻里小助手 谢谢')

  const photos = neighbour.locator('.bubble.image img')
  const before = await photos.count()
  await speaker.locator('summary', { hasText: '发图片' }).click()
  await speaker.getByRole('button', { name: '不亮的楼道灯' }).click()
  await photos.nth(before).waitFor({ state: 'attached' })
  expect(await page.evaluate(widthOfPhoto)).toBe(480)

  await speaker.getByRole('checkbox', { name: '用语音说' }).check({ force: true })
  await write(speaker, '晚上看不见路')
  await neighbour
    .locator('.bubble.voice', { hasText: '晚上看不见路' })
    .waitFor({ state: 'attached' })

  await press(neighbour, hello, '引用')
  await write(neighbour, '你也好')
  await speaker.locator('.quoted', { hasText: hello }).waitFor({ state: 'attached' })

  await press(speaker, hello, '撤回')
  await neighbour.locator('.moment', { hasText: '撤回了一条消息' }).waitFor({ state: 'attached' })
  expect(await neighbour.locator('.bubble', { hasText: hello }).count()).toBe(0)

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

test('words typed in haste all go, and what is refused comes back with its reason', {
  timeout: slow,
}, async () => {
  const { page } = await visit(pc)
  const speaker = phone(page, 0)
  const text = speaker.locator('textarea')
  const last = `丙${Date.now()}`
  for (const words of ['甲', '乙', last]) {
    await text.fill(words)
    await text.press('Enter')
  }
  await says(speaker, last)
  expect((await speaker.locator('.mine .bubble').allTextContents()).slice(-3)).toEqual([
    '甲',
    '乙',
    last,
  ])
  await page.route('**/sandbox/say', (route) => route.abort())
  await text.fill('别丢了')
  await text.press('Enter')
  await page.locator('#toast', { hasText: '没有发出去' }).waitFor({ state: 'attached' })
  await expect.poll(() => text.inputValue()).toBe('别丢了')
  await page.unroute('**/sandbox/say')
  const photo = { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('no picture') }
  await speaker.locator('input[type=file]').setInputFiles(photo)
  await page.locator('#toast', { hasText: '这不是图片' }).waitFor({ state: 'attached' })
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

const visit = (viewport: Viewport, path = '') =>
  visitAt(browser, new URL(path, sandbox.base).href, viewport)
