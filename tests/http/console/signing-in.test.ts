import { expect, test } from 'vitest'
import { personId } from '../../../src/domain/ids.ts'
import { offerLink } from '../../../src/flows/sign-in.ts'
import { smallBook } from '../../support/book.ts'
import { at } from '../../support/builders.ts'
import { memory } from '../../support/memory.ts'
import { memoryDesk } from '../../support/memory-desk.ts'
import { browserAt, someone } from './someone.ts'

const gao = personId('S010')

function office(publicUrl = 'http://localhost') {
  let now = at('2026-03-02 09:00')
  const stores = memory({ book: smallBook })
  const desk = {
    ...memoryDesk(stores, { clock: () => now, report: () => {} }),
    publicUrl,
  }
  return {
    desk,
    stores,
    itIs: (moment: string) => {
      now = at(moment)
    },
  }
}

test('a link shows who it is for as often as it is looked at, and lets one in once', async () => {
  const { desk } = office()
  const browser = browserAt(desk)
  const path = new URL((await offerLink(gao, desk)).url).pathname
  for (let looks = 0; looks < 3; looks++) {
    const page = await browser.get(path)
    expect(page.status).toBe(200)
    expect(page.headers.get('set-cookie')).toBeNull()
    expect(await page.text()).toMatch(/高丽华|进入/)
  }
  const entered = await browser.post(path)
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/console'])
  expect(entered.headers.get('set-cookie')).toMatch(
    /^linli=[\w-]{32}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/,
  )
  const again = await browser.post(path)
  expect(again.status).toBe(410)
  expect(again.headers.get('set-cookie')).toBeNull()
  expect(await again.text()).toContain('发“登录”')
})

test('behind HTTPS the cookie is bound to this host', async () => {
  const { desk } = office('https://linli.example.cn')
  const path = new URL((await offerLink(gao, desk)).url).pathname
  const headers = { Origin: 'https://linli.example.cn' }
  const entered = await browserAt(desk).post(path, {}, headers)
  expect(entered.headers.get('set-cookie')).toMatch(
    /^__Host-linli=[\w-]{32}; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
})

test('a link that expired, was replaced or never was opens nothing', async () => {
  const { desk, itIs } = office()
  const browser = browserAt(desk)
  const first = new URL((await offerLink(gao, desk)).url).pathname
  const second = new URL((await offerLink(gao, desk)).url).pathname
  expect((await browser.get(first)).status).toBe(410)
  itIs('2026-03-02 09:10')
  for (const path of [second, '/l/nonsense', `/l/${'a'.repeat(3000)}`]) {
    expect((await browser.get(path)).status).toBe(410)
    expect((await browser.post(path)).status).toBe(410)
  }
})

test('a session is forged, kept or fixed by nobody', async () => {
  const { desk } = office()
  const stranger = browserAt(desk)
  const told = await stranger.get('/console/me')
  expect(told.status).toBe(401)
  expect(await told.text()).toContain('请先登录')
  expect((await stranger.get('/console/me', { Cookie: 'linli=forged' })).status).toBe(401)
  const path = new URL((await offerLink(gao, desk)).url).pathname
  const planted = await stranger.post(path, {}, { Cookie: 'linli=planted' })
  expect(planted.headers.get('set-cookie')).not.toContain('planted')
  expect((await stranger.get('/console/me', { Cookie: 'linli=planted' })).status).toBe(401)
})

test('who signs in over another’s session gets one of their own, and the other’s stays the other’s', async () => {
  const { desk } = office()
  const first = await someone('S010', desk)
  const path = new URL((await offerLink(personId('S043'), desk)).url).pathname
  const entered = await browserAt(desk).post(path, {}, { Cookie: first.cookie() })
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  expect(cookie).not.toBe(first.cookie())
  const name = async (headers: Record<string, string>) =>
    /高丽华|叶德明/.exec(await (await browserAt(desk).get('/console/me', headers)).text())?.[0]
  expect(await name({ Cookie: first.cookie() })).toBe('高丽华')
  expect(await name({ Cookie: cookie })).toBe('叶德明')
})

test('a session lasts a week, and no longer than the office', async () => {
  const { desk, stores, itIs } = office()
  const browser = await someone('S010', desk)
  expect((await browser.get('/console/me')).status).toBe(200)
  await stores.saveRulebook({
    ...smallBook,
    staff: smallBook.staff.filter(({ id }) => id !== 'S010'),
  })
  expect((await browser.get('/console/me')).status).toBe(401)
  await stores.saveRulebook({ ...smallBook, version: 9 })
  itIs('2026-03-09 08:59')
  expect((await browser.get('/console/me')).status).toBe(200)
  itIs('2026-03-09 09:00')
  expect((await browser.get('/console/me')).status).toBe(401)
})

test('whoever lost a phone ends its session from another one, and only their own', async () => {
  const { desk } = office()
  const phone = await someone('S010', desk)
  const desktop = await someone('S010', desk)
  const stranger = await someone('S061', desk)
  const [last] = await desk.sessions.list(desk.clock(), personId('S010'))
  const ids = (await desk.sessions.list(desk.clock(), personId('S010'))).map(({ id }) => id)
  expect(last).toBeDefined()
  for (const id of ids) await stranger.post(`/console/me/sessions/${id}/end`)
  expect((await phone.get('/console/me')).status).toBe(200)
  const page = await (await desktop.get('/console/me')).text()
  expect(page.match(/退出/g)).toHaveLength(2)
  const own = page.match(/sessions\/([\w-]+)\/end(?=(?:(?!这台).)*$)/s)?.[1]
  expect(own).toBeDefined()
  for (const id of ids) await desktop.post(`/console/me/sessions/${id}/end`)
  expect((await phone.get('/console/me')).status).toBe(401)
  expect((await desktop.get('/console/me')).status).toBe(401)
})

test('a form that another site sends begins nothing', async () => {
  const { desk } = office()
  const path = new URL((await offerLink(gao, desk)).url).pathname
  const answer = await browserAt(desk).post(path, {}, { Origin: 'https://elsewhere.example' })
  expect(answer.status).toBe(403)
  expect((await browserAt(desk).get(path)).status).toBe(200)
})
