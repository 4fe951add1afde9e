import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../../src/cli/find-browser.ts'
import { lookOf } from '../../src/domain/console/look.ts'
import { personId } from '../../src/domain/ids.ts'
import { breakouts } from './breakouts.ts'
import { crawl, type Found } from './crawl.ts'
import { hostileStreet } from './hostile-street.ts'
import { payloads } from './payloads.ts'
import { doorOf, markOf, petitions, wideBook } from './street.ts'

/** Whoever sees most of each part, and who sees little. */
const readers = ['S043', 'S001', 'S003', 'S010', 'S061', 'S027']
let browser: Browser
let page: Page
let pages: ReadonlyMap<string, readonly Found[]>
let faults: readonly string[]

beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage()
  const street = await hostileStreet(payloads)
  const found = new Map<string, Found[]>()
  for (const reader of readers) {
    await street.visitor.signIn(reader)
    found.set(reader, await crawl(street.visitor, roleOf(reader)))
  }
  pages = found
  faults = street.faults
}, 240_000)

afterAll(() => browser?.close())

const everyPage = () =>
  readers.flatMap((reader) => (pages.get(reader) ?? []).map((at) => ({ reader, at })))
const roleOf = (reader: string) => {
  const staff = wideBook.staff.find(({ id }) => id === personId(reader))
  if (!staff) throw new Error(`no ${reader}`)
  return staff.role
}
const isHtml = ({ type }: Found) => type.startsWith('text/html')

test('whatever is linked can be opened', () => {
  const broken = everyPage().filter(({ at }) => at.isLinked && ![200, 303].includes(at.status))
  expect(broken.map(({ reader, at }) => `${reader} ${at.path}: ${at.status}`)).toEqual([])
  expect(faults).toEqual([])
  expect(everyPage().filter(({ at }) => isHtml(at)).length).toBeGreaterThan(40)
})

test('nobody reads a word of what they may not see, and nobody where a petitioner lives', () => {
  const told = everyPage().flatMap(({ reader, at }) => {
    const staff = wideBook.staff.find(({ id }) => id === personId(reader))
    if (!staff) throw new Error(`no ${reader}`)
    return petitions.flatMap((petition) => [
      ...(lookOf(petition, staff, wideBook) !== 'full' && at.text.includes(markOf(petition.number))
        ? [`${reader} ${at.path} reads ${petition.number}`]
        : []),
      ...(at.text.includes(doorOf(petition.number))
        ? [`${reader} ${at.path} reads the door of ${petition.number}`]
        : []),
    ])
  })
  expect(told).toEqual([])
})

test('each answer is kept by nobody, framed by nobody, and runs nothing but our own', () => {
  const loose = everyPage().flatMap(({ at: { path, headers } }) => {
    const policy = headers.get('content-security-policy') ?? ''
    const wanted: readonly [boolean, string][] = [
      [headers.get('cache-control')?.includes('no-store') ?? false, 'is kept'],
      [headers.get('x-content-type-options') === 'nosniff', 'is guessed at'],
      [/default-src 'none'/.test(policy), 'has no policy'],
      [/script-src 'self'(;|$)/.test(policy) && !/unsafe/.test(policy), 'runs what it finds'],
      [/frame-ancestors 'none'/.test(policy), 'is framed'],
      [/form-action 'self'/.test(policy), 'sends forms away'],
    ]
    return wanted.flatMap(([is, not]) => (is ? [] : [`${path} ${not}`]))
  })
  expect([...new Set(loose)]).toEqual([])
})

test('what people write stays words in every page, as a real browser reads it', {
  timeout: 120_000,
}, async () => {
  const wrong = new Set<string>()
  for (const { reader, at } of everyPage())
    if (isHtml(at))
      for (const fault of await breakouts(at.text, page))
        wrong.add(`${reader} ${at.path}: ${fault}`)
  expect([...wrong].slice(0, 40)).toEqual([])
  const shown = everyPage()
    .map(({ at }) => at.text)
    .join('\n')
  expect(shown).toContain('&lt;script&gt;window.pwned=1&lt;/script&gt;')
})
