import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../../src/cli/find-browser.ts'
import { actions } from '../../src/domain/petition/actions.ts'
import type { Petition } from '../../src/domain/petition/petition.ts'
import { actOnPetition } from '../../src/flows/act-on-petition.ts'
import { consoleRoutes } from '../../src/http/console/routes.ts'
import { breakouts } from './breakouts.ts'
import { hostileStreet } from './hostile-street.ts'
import { payloads } from './payloads.ts'
import { petitions } from './street.ts'
import { openWire } from './wire.ts'

/** What comes to a page after it was opened: the streams, and pieces of pages. */
let browser: Browser
let context: BrowserContext
/** A page of nobody, that takes pieces apart. */
let parser: Page
const street = await hostileStreet(payloads)
const { desk, said, visitor } = street
const wire = await openWire(desk)

beforeAll(async () => {
  browser = await openBrowser()
  parser = await browser.newPage()
  context = await browser.newContext()
  const [name = '', value = ''] = (await wire.signIn('S043')).split('=')
  await context.addCookies([{ name, value, url: wire.origin }])
  await visitor.signIn('S043')
}, 60_000)
afterAll(async () => {
  await browser?.close()
  wire.close()
})

/** A resident says it again, so that their petition moves on. */
async function saysAgain(petition: Petition, text: string, key: string) {
  const by = { kind: 'person', id: petition.reporter.person, staff: null } as const
  const command = { kind: 'supplement', text, messages: [], photos: [] } as const
  const cause = { kind: 'press', key } as const
  const done = await actOnPetition({ petition: petition.id, command, by, cause }, desk)
  if (!done.ok) throw new Error(done.problem.kind)
}

const ran = (page: Page) => page.evaluate<boolean>("'pwned' in window")
const patience = { timeout: 90_000 }

test('rows that come by themselves stay words', patience, async () => {
  const page = await context.newPage()
  await page.goto(`${wire.origin}/console?tab=unit`)
  await page.evaluate(`document.addEventListener('queue', ({ detail }) => {
    document.documentElement.dataset.heard = (document.documentElement.dataset.heard ?? '') + detail.data
  })`)
  await page.locator('.petition-row').nth(10).waitFor()
  for (const [i, petition] of said.entries())
    await saysAgain(petition, payloads[i] ?? '', `row/${petition.id}`)
  const heard = () => page.evaluate<string>("document.documentElement.dataset.heard ?? ''")
  const rows = said.map(({ number }) => `row-${number}`)
  await expect
    .poll(
      async () => {
        const all = await heard()
        return rows.filter((row) => !all.includes(row))
      },
      { timeout: 40_000 },
    )
    .toEqual([])
  expect(await breakouts(await heard(), parser)).toEqual([])
  expect(await breakouts(await page.content(), parser)).toEqual([])
  expect(await ran(page)).toBe(false)
  await page.close()
})

test('the page of a petition renews itself with words', patience, async () => {
  const [petition] = said
  if (!petition) throw new Error('no petition')
  const page = await context.newPage()
  await page.goto(`${wire.origin}/console/petitions/${petition.number}`)
  for (const [i, text] of payloads.entries()) await saysAgain(petition, text, `page/${i}`)
  await page.getByText('页面已更新').waitFor({ state: 'attached', timeout: 40_000 })
  await page
    .getByText('constructor.constructor')
    .first()
    .waitFor({ state: 'attached', timeout: 40_000 })
  expect(await ran(page)).toBe(false)
  expect(await breakouts(await page.content(), parser)).toEqual([])
  await page.close()
})

test(
  'each stream is one of those that are looked at here, and tells of each payload as words',
  patience,
  async () => {
    const streams: string[] = []
    const told = new Map<string, string>()
    for (const { method, path, opens } of consoleRoutes) {
      if (method !== 'GET' || (path.includes(':') && opens !== 'petition')) continue
      const answer = await visitor.get(
        `/console${path.replace(':number', `${petitions[0]?.number}`)}`,
      )
      await answer.body?.cancel().catch(() => {})
      if (answer.headers.get('content-type')?.startsWith('text/event-stream')) streams.push(path)
    }
    expect(streams.sort()).toEqual(['/live', '/petitions/:number/stream'])
    await Promise.all(
      said.map(async ({ number }) => {
        const answer = await visitor.get(`/console/petitions/${number}/stream?version=0`)
        const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
        let heard = ''
        while (!heard.includes('页面已更新')) {
          const { value, done } = (await reader?.read()) ?? { done: true }
          if (done) break
          heard += value ?? ''
        }
        await reader?.cancel()
        told.set(`${number}`, heard)
      }),
    )
    const wrong: string[] = []
    for (const [number, heard] of told) {
      const lines = heard.split('\n').filter((line) => line !== '' && !line.startsWith(':'))
      if (!lines.every((line) => line.startsWith('data: ')))
        wrong.push(`${number}: not all is data`)
      const html = lines.map((line) => line.slice(6)).join('\n')
      for (const fault of await breakouts(html, parser)) wrong.push(`${number}: ${fault}`)
    }
    expect(told.size).toBe(payloads.length)
    expect(wrong).toEqual([])
  },
)

test('pieces that a script asks for are words, too', patience, async () => {
  const pieces: [string, string][] = []
  const asks = async (path: string, init: RequestInit = {}) => {
    const answer = await visitor.ask(path, { ...init, headers: { 'hx-request': 'true' } })
    if (answer.headers.get('content-type')?.startsWith('text/html'))
      pieces.push([path, await answer.text()])
  }
  for (const reader of ['S043', 'S061']) {
    await visitor.signIn(reader)
    for (const [i, action] of actions.entries()) {
      const about = said[i % said.length]?.number
      await asks(`/console/petitions/${about}/do/${action}?alone=1`)
    }
    for (const { number } of said)
      await asks(`/console/petitions/${number}/accept`, { method: 'POST' })
    for (const text of payloads) await asks(`/console?tab=all&q=${encodeURIComponent(text)}`)
  }
  const wrong: string[] = []
  for (const [path, html] of pieces)
    for (const fault of await breakouts(html, parser)) wrong.push(`${path}: ${fault}`)
  expect(pieces.length).toBeGreaterThan(2 * (actions.length + said.length))
  expect(wrong).toEqual([])
  expect(street.faults).toEqual([])
})

test('the wall renews itself with words', patience, async () => {
  const page = await context.newPage()
  await page.clock.install()
  await page.goto(`${wire.origin}/console/figures/wall`)
  await page.evaluate("document.querySelector('#wall h1')?.setAttribute('data-old', '')")
  await page.clock.fastForward(31_000)
  await page.locator('#wall h1:not([data-old])').waitFor()
  expect(await ran(page)).toBe(false)
  expect(await breakouts(await page.content(), parser)).toEqual([])
  await page.close()
})
