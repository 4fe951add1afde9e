import { beforeAll, describe, expect, test } from 'vitest'
import { mayEnter } from '../../src/domain/console/areas.ts'
import { lookOf } from '../../src/domain/console/look.ts'
import { measures } from '../../src/domain/numbers/figures.ts'
import { formsOf, reportKinds } from '../../src/domain/numbers/report.ts'
import { isWithin } from '../../src/domain/numbers/scope.ts'
import type { Staff } from '../../src/domain/people/roles.ts'
import type { Petition } from '../../src/domain/petition/petition.ts'
import { webApp } from '../../src/http/app.tsx'
import { consoleRoutes } from '../../src/http/console/routes.ts'
import { tokenFor } from '../http/api/client.ts'
import { someone } from '../http/console/someone.ts'
import { crawl } from './crawl.ts'
import { inPaths, inQueries, pathsOf, queriesIn, queriesOfApi } from './parameters.ts'
import { markOf, openStreet, petitions, wideBook } from './street.ts'

/** Everybody asks for what is somebody else's, by the parts of addresses that choose whose it is. */
const second: Staff = {
  ...staffCalled('S043'),
  ...{ id: 'S943' as Staff['id'], accounts: { wechat: 'wx-S943' } },
}
const book = { ...wideBook, staff: [...wideBook.staff, second] }
/** Of the one community, of the other, and of a secret. */
const withPhotos = [2003, 2007, 2008]
let street: Awaited<ReturnType<typeof openStreet>>
const photoOf = new Map<number, string>()

beforeAll(async () => {
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  const made: Petition[] = []
  const { stores } = await openStreet([])
  for (const petition of petitions) {
    if (!withPhotos.includes(petition.number)) made.push(petition)
    else {
      const bytes = Uint8Array.from([...png, petition.number % 256])
      const id = await stores.media.keep(bytes, 'image/png')
      photoOf.set(petition.number, id)
      made.push({ ...petition, photos: [id] })
    }
  }
  street = await openStreet(made, book)
  for (const number of withPhotos)
    await street.stores.media.keep(Uint8Array.from([...png, number % 256]), 'image/png')
})

const readers = ['S001', 'S003', 'S010', 'S015', 'S061', 'S070'].map(staffCalled)

function staffCalled(id: string): Staff {
  const staff = wideBook.staff.find((one) => one.id === id)
  if (!staff) throw new Error(`no ${id}`)
  return staff
}

test('of each part of an address somebody said whether it chooses what may be another’s', async () => {
  const unknown: string[] = []
  const { desk } = street
  const paths = await pathsOf(desk)
  expect(paths).toEqual(Object.keys(inPaths).sort())
  const queries = await queriesOfApi(desk)
  for (const reader of ['S043', 'S061']) {
    const browser = await someone(reader, desk)
    const { role } = staffCalled(reader)
    queries.push(...queriesIn(await crawl(browser as typeof street.visitor, role, 1)))
  }
  for (const [path, name] of queries)
    if (inQueries[path]?.[name] === undefined) unknown.push(`${path} ?${name}`)
  expect([...new Set(unknown)]).toEqual([])
  expect(queries.length).toBeGreaterThan(50)
}, 60_000)

/** Parts of addresses that choose whose numbers or petitions they are, with all that is another's. */
function foreignFor(staff: Staff, root: '/console' | '/api/v1'): string[] {
  const units = book.units
    .map(({ code }) => code)
    .filter((code) => !isWithin(code, staff.unit, book))
  const kind = reportKinds[0]
  const report = `kind=${kind}&form=${formsOf[kind][0]}&day=2026-03-02`
  return Object.entries(inQueries).flatMap(([path, names]) =>
    Object.entries(names).flatMap(([name, chooses]) => {
      if (chooses !== 'scope' || !path.startsWith(root) || name === 'department') return []
      return units.map((code) => {
        const said = name === 'group' ? `unit:${code}` : code
        const rest = path.endsWith('/list')
          ? `of=${name === 'where' ? 'warning&trade=01' : name === 'spot' ? 'spot' : measures[0]}`
          : report
        return `${path}?${name}=${encodeURIComponent(said)}&${rest}`
      })
    }),
  )
}

const tells = (text: string, staff: Staff, also: (petition: Petition) => boolean = () => true) =>
  petitions.filter(
    (petition) =>
      text.includes(markOf(petition.number)) &&
      !(lookOf(petition, staff, book) === 'full' && also(petition)),
  )

test('numbers and lists of another unit are not there, and tell of nothing', async () => {
  const wrong: string[] = []
  let asked = 0
  for (const staff of readers) {
    const browser = await someone(staff.id, street.desk)
    for (const address of foreignFor(staff, '/console')) {
      const path = address.replace(/\?.*/, '')
      const route = consoleRoutes.find((one) => `/console${one.path}` === path)
      if (!route || path.endsWith('/live') || !mayEnter(staff.role, route.area)) continue
      asked += 1
      const answer = await browser.get(address)
      const text = await answer.text()
      const wanted = path === '/console' ? 200 : 404
      if (answer.status !== wanted) wrong.push(`${staff.id} ${address}: ${answer.status}`)
      for (const { number } of tells(text, staff))
        wrong.push(`${staff.id} ${address} tells ${number}`)
    }
  }
  expect(wrong).toEqual([])
  expect(asked).toBeGreaterThan(20)
  const manager = await someone('S001', street.desk)
  for (const unit of ['QS-XF', 'QS-XF-02'])
    for (const rest of [`?unit=${unit}`, `/list?unit=${unit}&of=${measures[0]}`])
      expect((await manager.get(`/console/figures${rest}`)).status).toBe(200)
  expect(street.faults).toEqual([])
}, 60_000)

test('a photo is shown by its own petition alone, to who sees all of that', async () => {
  const wrong: string[] = []
  let shown = 0
  const app = webApp({ desk: street.desk, world: null, timeMachine: null, doors: () => [] })
  for (const staff of [...readers, staffCalled('S043')]) {
    const browser = await someone(staff.id, street.desk)
    const Authorization = `Bearer ${await tokenFor(staff.id, street.desk)}`
    for (const petition of petitions)
      for (const [number, id] of photoOf) {
        const by = `/petitions/${petition.number}`
        const statuses = [
          (await browser.get(`/console${by}/media/${id}`)).status,
          (await app.request(`/api/v1${by}/photos/${id}`, { headers: { Authorization } })).status,
        ]
        const mayBe = number === petition.number && lookOf(petition, staff, book) === 'full'
        for (const status of statuses) {
          if (status === 200) shown += 1
          if (mayBe ? ![200, 404].includes(status) : ![403, 404].includes(status))
            wrong.push(`${staff.id} ${by} ${number}: ${status}`)
        }
      }
  }
  expect(wrong).toEqual([])
  expect(shown).toBeGreaterThan(2 * withPhotos.length)
}, 60_000)

describe('what is one person’s own', () => {
  test('a draft is of who made it', async () => {
    const { desk } = street
    const [maker, other] = [await someone('S043', desk), await someone('S943', desk)]
    const body = new FormData()
    body.set(
      'file',
      new File(['群编号,群名,所属单位,默认地点\nroom-xf-1,改名,QS-XF,\n'], 'rooms.csv'),
    )
    body.set('sheet', 'rooms')
    const made = await maker.ask('/console/settings/import', { method: 'POST', body })
    const path = made.headers.get('location') ?? ''
    expect(path).toMatch(/drafts/)
    expect((await maker.get(path)).status).toBe(200)
    expect((await other.get(path)).status).toBe(404)
    expect((await other.post(`${path}/apply`, { removes: '1' })).status).toBe(404)
    expect((await desk.rulebooks.current()).rooms).toEqual(book.rooms)
  })

  test('a session is ended by whose it is, or by who answers for all', async () => {
    const { desk } = street
    const [theirs, other] = [await someone('S001', desk), await someone('S003', desk)]
    const sessions = await desk.sessions.list(desk.clock())
    for (const { id, person } of sessions)
      if (person === 'S001') await other.post(`/console/me/sessions/${id}/end`)
    expect((await theirs.get('/console/me')).status).toBe(200)
    expect((await other.post(`/console/settings/sessions/${sessions[0]?.id}/end`)).status).toBe(403)
    expect((await theirs.get('/console/me')).status).toBe(200)
  })
})

test('a token of one unit finds nothing of another, although its person does', async () => {
  const { desk } = street
  const app = webApp({ desk, world: null, timeMachine: null, doors: () => [] })
  const ask = async (secret: string, path: string, init: RequestInit = {}) => {
    const headers = {
      ...{ Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
      'Idempotency-Key': `key-${path}`,
    }
    const answer = await app.request(path, { ...init, headers })
    return { status: answer.status, text: await answer.text() }
  }
  const person = staffCalled('S043')
  const secret = await tokenFor('S043', desk, { unit: 'QS-XF', power: 'act' })
  const inside = { ...person, unit: 'QS-XF' as Staff['unit'] }
  const foreign = petitions.filter(
    ({ grid }) => grid !== null && !isWithin(grid, inside.unit, book),
  )
  expect(foreign.length).toBeGreaterThan(1)
  const paths = await pathsOf(desk)
  expect(paths).toContain('/api/v1/petitions/{number}')
  const wrong: string[] = []
  for (const { number } of foreign) {
    const one = `/api/v1/petitions/${number}`
    const note = JSON.stringify({ kind: 'note', text: '看看' })
    for (const path of [
      one,
      `${one}/timeline`,
      `${one}/letters`,
      `${one}/photos/${photoOf.get(2008)}`,
    ]) {
      const { status } = await ask(secret, path)
      if (status !== 404) wrong.push(`${path}: ${status}`)
    }
    const { status } = await ask(secret, `${one}/actions`, { method: 'POST', body: note })
    if (status !== 404) wrong.push(`${one}/actions: ${status}`)
  }
  const isForeign = (number: number) => foreign.some((one) => one.number === number)
  for (const path of ['/api/v1/petitions', '/api/v1/events', ...foreignFor(inside, '/api/v1')]) {
    const { status, text } = await ask(secret, path.replace(/&kind=.*/, ''))
    if (path.startsWith('/api/v1/figures') && status === 200) wrong.push(`${path}: shown`)
    if (status >= 500) wrong.push(`${path}: ${status}`)
    for (const { number } of tells(text, person, ({ number }) => !isForeign(number)))
      wrong.push(`${path} tells ${number}`)
    for (const { number } of foreign)
      if (text.includes(`"number":${number}`)) wrong.push(`${path} names ${number}`)
  }
  expect(wrong).toEqual([])
  const whole = await tokenFor('S043', desk)
  expect((await ask(whole, `/api/v1/petitions/${foreign[0]?.number}`)).status).toBe(200)
}, 60_000)
