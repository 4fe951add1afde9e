import { once } from 'node:events'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../../src/cli/find-browser.ts'
import { personId, petitionId, unitCode } from '../../src/domain/ids.ts'
import type { Petition } from '../../src/domain/petition/petition.ts'
import { offerLink } from '../../src/flows/sign-in.ts'
import { webApp } from '../../src/http/app.tsx'
import { smallBook } from '../support/book.ts'
import { anEntry, aPetition, at } from '../support/builders.ts'
import { memory } from '../support/memory.ts'
import { memoryDesk } from '../support/memory-desk.ts'
import { barriers, type Viewport } from './hands.ts'

const pc = { width: 1440, height: 900 }
const hand = { width: 390, height: 844 }
const grid = { kind: 'grid', code: unitCode('QS-XF-02') } as const
const now = at('2026-03-02 12:00')
const slow = { timeout: 90_000 }

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
}, 120_000)
afterAll(() => browser?.close())

async function office(petitions: readonly Petition[]) {
  const stores = memory({ book: smallBook })
  const faults: string[] = []
  const desk = memoryDesk(stores, { clock: () => now, report: (what) => faults.push(what) })
  const write = (...all: readonly Petition[]) =>
    stores.petitions.record(
      all.map((petition) =>
        anEntry({ cause: { kind: 'press', key: `${petition.id}/${petition.version}` }, petition }),
      ),
      now,
    )
  await write(...petitions)
  const app = webApp({ desk, world: null, timeMachine: null, doors: () => [] })
  const server = createServer(getRequestListener(app.fetch)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const base = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`
  const pages: Page[] = []
  return {
    stores,
    write,
    faults,
    /** Enters by a link of the bot, as one does. */
    async enter(person: string, viewport: Viewport): Promise<Page> {
      const { url } = await offerLink(personId(person), desk)
      const page = await (await browser.newContext({ viewport })).newPage()
      page.on('pageerror', (fault) => faults.push(fault.message))
      page.on('console', (line) => line.type() === 'error' && faults.push(line.text()))
      await page.goto(`${base}${new URL(url).pathname}`)
      await page.getByRole('button', { name: '进入' }).click()
      await page.locator('#queue').waitFor({ state: 'attached' })
      pages.push(page)
      return page
    },
    async close() {
      for (const page of pages) await page.context().close()
      server.close()
      server.closeAllConnections()
    },
  }
}

const numbered = (number: number, petition: Petition): Petition =>
  ({ ...petition, id: petitionId(`p-${number}`), number, version: 1 }) as Petition

test(
  'a grid worker signs with the thumb, and the dispatcher’s screen knows at once',
  slow,
  async () => {
    const { enter, write, faults, stores, close } = await office([
      numbered(1001, aPetition('dispatched', { to: grid })),
      numbered(1002, aPetition('handling', { urgency: 'urgent' })),
    ])
    const desk = await enter('S002', pc)
    await desk.getByRole('link', { name: /本社区/ }).click()
    await desk.locator('#row-1001 .status.dispatched').waitFor({ state: 'attached' })
    await desk.waitForTimeout(1_500)

    const phone = await enter('S010', hand)
    const button = phone.getByRole('button', { name: '签收1001号' })
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await button.click()
    await phone.locator('#row-1001 .status.handling').waitFor({ state: 'attached' })
    expect(await stores.petitions.findByNumber(1001)).toMatchObject({ status: 'handling' })
    await desk.locator('#row-1001 .status.handling').waitFor({ state: 'attached' })

    await write(numbered(1003, aPetition('dispatched')))
    await desk.locator('#news:not([hidden])').waitFor({ state: 'attached' })
    expect(await desk.locator('#news').textContent()).toContain('有1件新诉求')
    expect(await desk.locator('#row-1003').count()).toBe(0)
    await desk.locator('#news a').click()
    await desk.locator('#row-1003').waitFor({ state: 'attached' })
    for (const page of [desk, phone]) {
      expect(await barriers(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    }
    if (process.env.SHOTS) {
      await desk.screenshot({ path: `${process.env.SHOTS}/queue-pc.png` })
      await phone.screenshot({ path: `${process.env.SHOTS}/queue-phone.png` })
    }
    expect(faults).toEqual([])
    await close()
  },
)

test('the search finds as one types, keeps the focus and can be gone back from', slow, async () => {
  const { enter, faults, close } = await office([
    numbered(1001, aPetition('handling')),
    numbered(1002, aPetition('closed', { summary: '井盖破了', words: ['井盖破了'] })),
  ])
  const page = await enter('S042', hand)
  await page.getByRole('link', { name: '全部' }).click()
  await page.locator('#row-1002').waitFor({ state: 'attached' })
  await page.locator('#q').pressSequentially('井盖')
  await expect.poll(() => page.locator('.petition-row').count()).toBe(1)
  expect(await page.evaluate('document.activeElement.id')).toBe('q')
  await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('井盖')
  await page.goBack()
  await expect.poll(() => page.locator('.petition-row').count()).toBe(2)
  expect(faults).toEqual([])
  await close()
})

test('a dispatcher ticks two and sends them; the answer says so', slow, async () => {
  const { enter, faults, stores, close } = await office([
    numbered(1001, aPetition('dispatched')),
    numbered(1002, aPetition('dispatched')),
    numbered(1003, aPetition('received')),
  ])
  const page = await enter('S043', pc)
  await page.getByRole('link', { name: /全街道/ }).click()
  await page.locator('#row-1002').waitFor({ state: 'attached' })
  for (const number of [1001, 1002]) await page.locator(`#row-${number} [name=pick]`).check()
  expect(await page.locator('[data-chosen]').textContent()).toBe('已选2件')
  await page.getByLabel('派给').selectOption('department/SZ')
  await page.getByLabel('理由').fill('归市政')
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/queue-dispatch.png` })
  await page.getByRole('button', { name: '派单' }).click()
  await page.locator('.outcome').waitFor({ state: 'attached' })
  expect(await page.locator('.outcome').textContent()).toContain('已派出2件')
  expect(await stores.petitions.findByNumber(1002)).toMatchObject({ to: { code: 'SZ' } })
  expect(await stores.petitions.findByNumber(1003)).toMatchObject({ status: 'received' })
  expect(faults).toEqual([])
  await close()
})
