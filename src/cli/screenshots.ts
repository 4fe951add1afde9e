import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { openBrowser } from './find-browser.ts'
import { consolePictures } from './screenshots/console-pictures.ts'

/**
 * Pictures of the running sandbox for the documentation: `npm run screenshots -- http://127.0.0.1:3000/`.
 * It plays one scene: a resident tells of a dark staircase with a photo, the handler takes the task and closes it.
 * `npm run screenshots -- console [folder]`: pictures of the console instead, over a week that it plays itself.
 */
const [what, sampleFolder] = process.argv.slice(2)
const isOfConsole = what === 'console'
const base = what ?? process.env.SANDBOX_URL ?? 'http://127.0.0.1:3000/'
const folder = join(import.meta.dirname, '..', '..', 'docs', 'images')
const liu = { person: 'wx-r-003', room: 'room-xf-1' }
const neighbour = { person: 'wx-r-005', room: 'room-xf-1' }
const property = { person: 'wx-staff-061', room: 'dm' }

type Pane = typeof liu

mkdirSync(folder, { recursive: true })
haveChineseFont()
const browser = await openBrowser()
try {
  if (isOfConsole) await consolePictures(browser, folder, sampleFolder)
  else {
    const number = await playScene(browser)
    await petitionPages(browser, number)
    await onThePhone(browser)
  }
} finally {
  await browser.close()
}

/** Answers the number of the petition that came of it. */
async function playScene(browser: Browser): Promise<string> {
  const page = await open(browser, 1440, 900, [liu, property])
  const [resident, handler] = [page.locator('.phone').nth(0), page.locator('.phone').nth(1)]
  await toOfficeHours(page)
  await shoot(page, 'sandbox-start')
  const told = await count(handler)
  await say(resident, '5栋2单元楼道灯坏了三天了，晚上老人上下楼看不见')
  await resident.locator('.pictures summary').click()
  await resident.locator('button[value=dark-stairs]').click()
  await heard(resident, /已登记/)
  await more(handler, told)
  await page.locator('#behind-list .cards li').first().waitFor()
  await settled(page)
  await shoot(page, 'sandbox')
  const card = page.locator('#behind-list .cards a').first()
  const number = (await card.getAttribute('href'))?.split('/').pop() ?? ''
  const asked = await count(handler)
  await say(handler, `${number} 收到，下午去换`)
  await more(handler, asked + 1)
  await say(handler, `${number} 已换灯泡，办结`)
  await page.locator('#behind-list .status.resolved').first().waitFor()
  await settled(page)
  await shoot(page, 'sandbox-handled')
  await page.close()
  return number
}

/** In quiet hours the handler would hear of it only in the morning. */
async function toOfficeHours(page: Page): Promise<void> {
  const clock = page.locator('#time .now')
  const before = await clock.textContent()
  await page.getByRole('button', { name: '下一个工作日' }).click()
  while ((await clock.textContent()) === before) await page.waitForTimeout(100)
  await page.locator('#time button:enabled').first().waitFor()
}

async function petitionPages(browser: Browser, number: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(new URL(`petitions/${number}`, base).href)
  await page.screenshot({ path: join(folder, 'petition.png'), fullPage: true })
  await page.goto(new URL('petitions', base).href)
  await shoot(page, 'petitions')
  await page.close()
}

async function onThePhone(browser: Browser): Promise<void> {
  const page = await open(browser, 390, 844, [neighbour, property])
  await shoot(page, 'sandbox-phone')
  await page.close()
}

async function open(
  browser: Browser,
  width: number,
  height: number,
  panes: readonly Pane[],
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height } })
  const query = panes.map(({ person, room }) => `pane=${person}:${room}`).join('&')
  await page.goto(new URL(`?${query}`, base).href)
  await settled(page)
  return page
}

async function say(phone: Locator, words: string): Promise<void> {
  await phone.locator('textarea').fill(words)
  await phone.locator('textarea').press('Enter')
  await phone.locator('.mine .bubble', { hasText: words }).last().waitFor()
}

function heard(phone: Locator, words: RegExp): Promise<void> {
  return phone.locator('.line:not(.mine) .bubble', { hasText: words }).last().waitFor()
}

function count(phone: Locator): Promise<number> {
  return phone.locator('.said').count()
}

/** Waits until a chat holds more messages than it did. */
function more(phone: Locator, before: number): Promise<void> {
  return phone.locator('.said').nth(before).waitFor()
}

/** Longer than the sandbox takes to look at its petitions once more. */
function settled(page: Page): Promise<void> {
  return page.waitForTimeout(1_500)
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0)
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
}

/** Without one Chinese is invisible; where we may, Debian's small one is installed. */
function haveChineseFont(): void {
  if (process.platform !== 'linux') return
  const fonts = () => execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).trim()
  try {
    if (fonts() !== '') return
    execFileSync('apt-get', ['install', '-y', '-qq', 'fonts-wqy-microhei'], { stdio: 'ignore' })
  } catch {
    console.error('没有找到中文字体，图片里的汉字可能看不见。请先安装，例如 fonts-wqy-microhei。')
  }
}
