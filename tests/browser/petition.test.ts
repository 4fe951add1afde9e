import { once } from 'node:events'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openBrowser } from '../../src/cli/find-browser.ts'
import { personId } from '../../src/domain/ids.ts'
import type { Petition } from '../../src/domain/petition/petition.ts'
import { actOnPetition } from '../../src/flows/act-on-petition.ts'
import { offerLink } from '../../src/flows/sign-in.ts'
import { webApp } from '../../src/http/app.tsx'
import { petitionDesk } from '../http/console/petition-desk.ts'
import { aPetition } from '../support/builders.ts'

const phone = { width: 390, height: 844 }
let browser: Browser

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
})

/** The handler of a petition, signed in on a phone before its page. */
async function onThePhone(person = 'S061', petition: Petition = aPetition('dispatched')) {
  const street = petitionDesk()
  await street.registers(petition)
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const desk = { ...street.desk, publicUrl: base }
  const app = webApp({ desk, world: null, timeMachine: null, doors: () => [] })
  server.on('request', getRequestListener(app.fetch))
  const context = await browser.newContext({ viewport: phone, locale: 'zh-CN', baseURL: base })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (fault) => faults.push(fault.message))
  await page.goto((await offerLink(personId(person), desk)).url)
  await page.locator('button[type=submit]').click()
  await page.waitForURL(`${base}/console`)
  await page.goto('/console/petitions/1027')
  return {
    ...{ page, context, desk, faults },
    now: async () => (await desk.petitions.find(petition.id)) ?? petition,
    async close() {
      await context.close()
      server.close()
      server.closeAllConnections()
    },
  }
}

const button = (page: Page, name: string) =>
  page.locator('.acts').locator('a, button').filter({ hasText: name }).first()
const form = (page: Page) => page.locator('dialog[open] form.act')
const done = (page: Page, words: string) => page.locator('.done', { hasText: words }).waitFor()

/** Every colour another one: as large as a photo of a phone is. */
const noise = (page: Page) =>
  page.evaluate<string>(`(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 3000
    canvas.height = 2000
    const ink = canvas.getContext('2d')
    for (let x = 0; x < 3000; x += 10)
      for (let y = 0; y < 2000; y += 10) {
        ink.fillStyle = 'hsl(' + ((x * 7 + y * 13) % 360) + ',80%,' + (20 + (x * y) % 60) + '%)'
        ink.fillRect(x, y, 10, 10)
      }
    return canvas.toDataURL('image/jpeg', 0.99).split(',')[1]
  })()`)

test('on a phone: accept, note with a photo that is made small, resolve', async () => {
  const { page, desk, now, faults, close } = await onThePhone()
  const width = await page.evaluate<number>('document.documentElement.scrollWidth')
  expect(width).toBeLessThanOrEqual(phone.width)
  await button(page, '签收').click()
  await done(page, '已签收')
  await button(page, '记进展').click()
  await form(page).locator('textarea').fill('到现场看过，灯管要换')
  const large = Buffer.from(await noise(page), 'base64')
  const photo = { name: 'IMG_2031.jpg', mimeType: 'image/jpeg', buffer: large }
  await form(page).locator('input[type=file]').setInputFiles(photo)
  await form(page).locator('button[type=submit]').click()
  await done(page, '进展已记下')
  const noted = (await desk.petitions.timeline((await now()).id)).at(-1)
  const [shown] = noted?.kind === 'noted' ? noted.photos : []
  const kept = shown && (await desk.media.load(shown))
  expect(kept?.bytes.length).toBeGreaterThan(1_000)
  expect(kept?.bytes.length).toBeLessThan(large.length / 2)
  await button(page, '办结').click()
  await form(page).locator('button[type=submit]').click()
  await form(page).locator('.fault', { hasText: '请填' }).waitFor()
  await form(page).locator('textarea').fill('已换灯管，亮了')
  await form(page).locator('button[type=submit]').click()
  await done(page, '已办结')
  expect(await now()).toMatchObject({ status: 'resolved', result: '已换灯管，亮了' })
  expect(faults).toEqual([])
  await close()
})

test('a form is not lost when the network blinks, nor when the window is opened anew', async () => {
  const { page, context, now, close } = await onThePhone()
  await button(page, '记进展').click()
  await form(page).locator('textarea').fill('等配件，周五到')
  await context.setOffline(true)
  await form(page).locator('button[type=submit]').click()
  await form(page).locator('.fault', { hasText: '网络断了' }).waitFor()
  expect(await form(page).locator('textarea').inputValue()).toBe('等配件，周五到')
  await context.setOffline(false)
  await form(page).locator('.fault', { hasText: '网络恢复了' }).waitFor()
  await page.reload()
  await button(page, '记进展').click()
  await form(page).locator('.fault', { hasText: '找回来了' }).waitFor()
  expect(await form(page).locator('textarea').inputValue()).toBe('等配件，周五到')
  await form(page).locator('button[type=submit]').click()
  await done(page, '进展已记下')
  expect((await now()).version).toBe(2)
  await button(page, '记进展').click()
  expect(await form(page).locator('textarea').inputValue()).toBe('')
  await close()
})

test('news renews the page behind a form, and never the form; sent then, it says so and stays', async () => {
  const { page, desk, now, close } = await onThePhone('S061', aPetition('dispatched'))
  await button(page, '记进展').click()
  await form(page).locator('textarea').fill('下午去看')
  const book = await desk.rulebooks.current()
  const dispatcher = book.staff.find(({ id }) => id === 'S002') ?? null
  await actOnPetition(
    {
      ...{ petition: (await now()).id, command: { kind: 'urge' } },
      by: { kind: 'person', id: personId('S002'), staff: dispatcher },
      cause: { kind: 'press', key: 'urged-elsewhere' },
    },
    desk,
  )
  await page.locator('.timeline', { hasText: '催办' }).waitFor({ state: 'attached' })
  expect(await form(page).locator('textarea').inputValue()).toBe('下午去看')
  await form(page).locator('button[type=submit]').click()
  await form(page).locator('.fault', { hasText: '刚刚有新情况（催办）' }).waitFor()
  expect(await form(page).locator('textarea').inputValue()).toBe('下午去看')
  await form(page).locator('button[type=submit]').click()
  await done(page, '进展已记下')
  await close()
})

test('everything essential works without script', async () => {
  const { page, context, close } = await onThePhone()
  const plain = await browser.newContext({
    ...{ viewport: phone, javaScriptEnabled: false },
    storageState: await context.storageState(),
  })
  const bare = await plain.newPage()
  await bare.goto(page.url())
  await button(bare, '签收').click()
  await done(bare, '已签收')
  await button(bare, '办结').click()
  await bare.locator('form.act textarea').fill('已换灯管')
  await bare.locator('form.act button[type=submit]').click()
  await done(bare, '已办结')
  await plain.close()
  await close()
})
