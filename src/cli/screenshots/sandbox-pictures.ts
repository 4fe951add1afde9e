import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { childOf } from '../storm/child.ts'

const liu = { person: 'wx-r-003', room: 'room-xf-1' }
const neighbour = { person: 'wx-r-005', room: 'room-xf-1' }
const property = { person: 'wx-staff-061', room: 'dm' }

type Pane = typeof liu

interface Scene {
  readonly browser: Browser
  /** Of the sandbox. */
  readonly base: string
  readonly folder: string
}

/**
 * Pictures of the sandbox at `base`, else of a fresh one of our own. One scene is played there: a resident tells of a dark
 * staircase with a photo, the handler takes the task and closes it.
 */
export async function sandboxPictures(
  browser: Browser,
  folder: string,
  base?: string,
): Promise<void> {
  if (base) return shootAll({ browser, folder, base })
  const dataFolder = await mkdtemp(join(tmpdir(), 'linli-shots-'))
  await chmod(dataFolder, 0o711) // the database does not run as root and must get through
  const product = childOf({
    ...{ name: 'sandbox', script: join(import.meta.dirname, '..', '..', 'main.ts') },
    env: { LINLI_DATA: dataFolder, PORT: '0' },
    up: (line) => line.startsWith('沙盒 Sandbox'),
  })
  try {
    await product.start()
    await shootAll({ browser, folder, base: /http\S+/.exec(product.line())?.[0] ?? '' })
  } finally {
    await product.stop()
    await rm(dataFolder, { recursive: true, force: true })
  }
}

async function shootAll(scene: Scene): Promise<void> {
  await petitionPages(scene, await playScene(scene))
  await onThePhone(scene)
}

/** Answers the number of the petition that came of it. */
async function playScene(scene: Scene): Promise<string> {
  const page = await open(scene, 1440, 900, [liu, property])
  const [resident, handler] = [page.locator('.phone').nth(0), page.locator('.phone').nth(1)]
  await toOfficeHours(page)
  await shoot(page, 'sandbox-start', scene)
  const told = await count(handler)
  await say(resident, '5栋2单元楼道灯坏了三天了，晚上老人上下楼看不见')
  await resident.locator('.pictures summary').click()
  await resident.locator('button[value=dark-stairs]').click()
  await heard(resident, /已登记/)
  await more(handler, told)
  await page.locator('#behind-list .cards li').first().waitFor()
  await settled(page)
  await shoot(page, 'sandbox', scene)
  const card = page.locator('#behind-list .cards a').first()
  const number = (await card.getAttribute('href'))?.split('/').pop() ?? ''
  const asked = await count(handler)
  await say(handler, `${number} 收到，下午去换`)
  await more(handler, asked + 1)
  await say(handler, `${number} 已换灯泡，办结`)
  await page.locator('#behind-list .status.resolved').first().waitFor()
  await settled(page)
  await shoot(page, 'sandbox-handled', scene)
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

async function petitionPages(scene: Scene, number: string): Promise<void> {
  const { browser, base, folder } = scene
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(new URL(`petitions/${number}`, base).href)
  await page.screenshot({ path: join(folder, 'petition.png'), fullPage: true })
  await page.goto(new URL('petitions', base).href)
  await shoot(page, 'petitions', scene)
  await page.close()
}

async function onThePhone(scene: Scene): Promise<void> {
  const page = await open(scene, 390, 844, [neighbour, property])
  await shoot(page, 'sandbox-phone', scene)
  await page.close()
}

async function open(
  { browser, base }: Scene,
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

async function shoot(page: Page, name: string, { folder }: Scene): Promise<void> {
  await page.mouse.move(0, 0)
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
}
