import { expect, test } from 'vitest'
import { larkSignIn } from '../../../bots/lark/sign-in.ts'
import { personId } from '../../../src/domain/ids.ts'
import { aLark } from '../../bots/lark-fake-support.ts'
import { smallBook } from '../../support/book.ts'
import { at } from '../../support/builders.ts'
import { memory } from '../../support/memory.ts'
import { memoryDesk } from '../../support/memory-desk.ts'
import { browserAt } from './someone.ts'

const publicUrl = 'https://linli.example.cn'
const inLark = { 'User-Agent': 'Mozilla/5.0 (Linux; Android 12) Lark/7.9.0', Accept: 'text/html' }

async function office(person: string | null = 'ou_S010') {
  const lark = await aLark({
    users: [
      { openId: 'ou_S010', name: '高丽华' },
      { openId: 'ou_new', name: '新人' },
      { openId: 'ou_out', name: '外人', inScope: false },
    ],
    chats: [],
  })
  Object.assign(lark.signIn, { person, redirects: [`${publicUrl}/sign-in/lark/back`] })
  const reported: string[] = []
  const stores = memory({ book: smallBook })
  const desk = {
    ...memoryDesk(stores, {
      clock: () => at('2026-03-02 09:00'),
      report: (what) => reported.push(what),
    }),
    publicUrl,
    larkSignIn: larkSignIn({
      ...{ appId: lark.appId, appSecret: lark.appSecret, domain: lark.endpoint },
    }),
  }
  return { lark, desk, stores, reported }
}

const cookieIn = (answer: Response, name: string): string =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0] ?? '')
    .find((one) => one.startsWith(`__Host-${name}=`)) ?? ''

/** Leaves for Lark, and stands there before the way back. */
async function leaves(desk: Parameters<typeof browserAt>[0], to = '/console/me') {
  const browser = browserAt(desk)
  const away = await browser.get(`/sign-in/lark?${new URLSearchParams({ to })}`)
  const page = await fetch(away.headers.get('location') ?? '', { redirect: 'manual' })
  const back = new URL(page.headers.get('location') ?? '')
  return {
    browser,
    away,
    back: `${back.pathname}${back.search}`,
    cookie: cookieIn(away, 'linli-lark'),
  }
}

test('the page for signing in leads to Lark and back to where one wanted to go', async () => {
  const { desk } = await office()
  const told = await browserAt(desk).get('/console/petitions/1027?from=chat')
  expect(told.status).toBe(401)
  const href = '/sign-in/lark?to=%2Fconsole%2Fpetitions%2F1027%3Ffrom%3Dchat'
  expect(await told.text()).toContain(`href="${href}"`)
  const { browser, away, back, cookie } = await leaves(desk)
  expect(away.headers.getSetCookie().join()).toMatch(/HttpOnly; Secure; SameSite=Lax/)
  const entered = await browser.get(back, { Cookie: cookie })
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/console/me'])
  const me = await browser.get('/console/me', { Cookie: cookieIn(entered, 'linli') })
  expect(await me.text()).toContain('高丽华')
})

test('without a Lark app nothing leads there', async () => {
  const { desk } = await office()
  const browser = browserAt({ ...desk, larkSignIn: null })
  expect(await (await browser.get('/console', inLark)).text()).not.toContain('飞书登录')
  expect((await browser.get('/sign-in/lark')).status).toBe(404)
})

test('inside Lark nobody is asked anything; who just went out is', async () => {
  const { desk } = await office()
  const browser = browserAt(desk)
  const sent = await browser.get('/console/petitions/1027', inLark)
  const way = '/sign-in/lark?to=%2Fconsole%2Fpetitions%2F1027'
  expect([sent.status, sent.headers.get('location')]).toEqual([302, way])
  expect((await browser.get('/console?out', inLark)).status).toBe(401)
  expect((await browser.get('/console', { ...inLark, 'hx-request': 'true' })).status).toBe(401)
  expect((await browser.get('/console/live', { ...inLark, Accept: '*/*' })).status).toBe(401)
})

test('the way back is good once, and in the browser that left alone', async () => {
  const { desk } = await office()
  const { browser, back, cookie } = await leaves(desk)
  const elsewhere = await browserAt(desk).get(back)
  expect([elsewhere.status, cookieIn(elsewhere, 'linli')]).toEqual([410, ''])
  const other = await leaves(desk)
  const mixed = await browser.get(back, { Cookie: other.cookie })
  expect([mixed.status, cookieIn(mixed, 'linli')]).toEqual([410, ''])
  const entered = await browser.get(back, { Cookie: cookie })
  expect(entered.headers.getSetCookie().join()).toMatch(/__Host-linli-lark=; Max-Age=0/)
  const replayed = await browser.get(back, { Cookie: cookie })
  expect([replayed.status, cookieIn(replayed, 'linli')]).toEqual([410, ''])
})

test('a code that somebody else got for themselves signs nobody in', async () => {
  const { desk } = await office()
  const theirs = await leaves(desk)
  const mine = await leaves(desk)
  const state = new URL(mine.back, publicUrl).searchParams.get('state') ?? ''
  const code = new URL(theirs.back, publicUrl).searchParams.get('code') ?? ''
  const path = `/sign-in/lark/back?${new URLSearchParams({ state, code })}`
  const answer = await mine.browser.get(path, { Cookie: mine.cookie })
  expect([answer.status, cookieIn(answer, 'linli')]).toEqual([410, ''])
})

test('a session that was planted before is not the one that begins', async () => {
  const { desk, stores } = await office()
  const { browser, back, cookie } = await leaves(desk)
  const planted = '__Host-linli=planted-by-somebody-else-00000'
  const entered = await browser.get(back, { Cookie: `${cookie}; ${planted}` })
  expect(cookieIn(entered, 'linli')).toMatch(/^__Host-linli=[\w-]{32}$/)
  expect((await browser.get('/console/me', { Cookie: planted })).status).toBe(401)
  expect(await stores.sessions.list(desk.clock(), personId('S010'))).toHaveLength(1)
})

test.each([
  'https://evil.example.org/',
  '//evil.example.org/console',
  '/\\evil.example.org',
  '/console//evil.example.org',
  '/console/../l/secret',
  '/consolexyz',
  'javascript:alert(1)',
  `/console?${'q'.repeat(600)}`,
  '/console?\r\nSet-Cookie: a=b',
  '/console/%',
])('only pages of the console are gone on to: %s', async (to) => {
  const { desk } = await office()
  const { browser, back, cookie } = await leaves(desk, to)
  const entered = await browser.get(back, { Cookie: cookie })
  const went = new URL(entered.headers.get('location') ?? '', publicUrl)
  expect(went.origin).toBe(publicUrl)
  expect(['/console', '/console/%']).toContain(`${went.pathname}${went.search}`)
})

test.each<[string | null, number, string]>([
  ['ou_new', 403, '这个飞书账号还没有绑定'],
  ['ou_out', 403, '可用范围'],
  [null, 403, '没有同意登录'],
])('%s is told in plain words what to do, and nothing is opened', async (person, status, words) => {
  const { desk, stores } = await office(person)
  const { browser, back, cookie } = await leaves(desk)
  const answer = await browser.get(back, { Cookie: cookie, ...inLark })
  expect([answer.status, cookieIn(answer, 'linli')]).toEqual([status, ''])
  expect(await answer.text()).toContain(words)
  expect(await stores.people.whose({ channel: 'lark', account: 'ou_new' })).toBeUndefined()
})

test('who holds no office any more is not let in, nor anybody while the app is set up wrongly', async () => {
  const { desk, lark, stores, reported } = await office()
  const { browser, back, cookie } = await leaves(desk)
  lark.rotateSecret('another')
  const wrong = await browser.get(back, { Cookie: cookie })
  expect([wrong.status, reported.length]).toEqual([503, 1])
  expect(reported.join()).not.toMatch(/ou_|fake-app-secret/)
  const book = { ...smallBook, staff: smallBook.staff.filter(({ id }) => id !== 'S010') }
  const without = { ...desk, rulebooks: { ...stores.rulebooks, current: async () => book } }
  lark.rotateSecret('fake-app-secret')
  const left = await leaves(without)
  const answer = await left.browser.get(left.back, { Cookie: left.cookie })
  expect([answer.status, cookieIn(answer, 'linli')]).toEqual([403, ''])
})
