import { expect, test } from 'vitest'
import { lookOf } from '../../src/domain/console/look.ts'
import type { Petition } from '../../src/domain/petition/petition.ts'
import { webApp } from '../../src/http/app.tsx'
import { tokenFor } from '../http/api/client.ts'
import { doorOf, markOf, openStreet, petitions, wideBook } from './street.ts'

const root = '/api/v1'

/** The interface for programs, asked by everybody: as it is mounted, so that a new way is covered by being there. */
async function interfaceOf() {
  const street = await openStreet()
  const app = webApp({ desk: street.desk, world: null, timeMachine: null, doors: () => [] })
  const ways = app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith(`${root}/`))
    .filter(({ path }) => path !== `${root}/openapi.json`)
    .map(({ method, path }) => ({ method, path }))
  const ask = ({ method, path }: { method: string; path: string }, headers: object) =>
    Promise.resolve(app.request(path, { method, headers: { ...headers } }))
  return { ...street, ways, ask }
}

const about = (path: string, petition: Petition | undefined): string =>
  path.replace(':number', `${petition?.number ?? 9999}`).replaceAll(/:\w+/g, 'a'.repeat(64))

test('nobody asks without a token that holds; a cookie is none', async () => {
  const { ways, ask, visitor, faults } = await interfaceOf()
  await visitor.signIn('S043')
  expect(ways.length).toBeGreaterThan(5)
  const wrong: string[] = []
  for (const way of ways)
    for (const headers of [
      {},
      { Cookie: visitor.cookie() },
      { Authorization: 'Bearer linli_forged' },
      { Authorization: `Bearer ${'a'.repeat(5000)}` },
      { Authorization: 'Basic UzA0Mzo=' },
    ]) {
      const { status } = await ask({ ...way, path: about(way.path, petitions[1]) }, headers)
      if (status !== 401) wrong.push(`${way.method} ${way.path}: ${status}`)
    }
  expect(wrong).toEqual([])
  expect(faults).toEqual([])
})

test('a token sees what its person sees, and where petitioners live is in no answer', async () => {
  const { ways, ask, desk, faults } = await interfaceOf()
  const wrong: string[] = []
  for (const staff of wideBook.staff) {
    const headers = { Authorization: `Bearer ${await tokenFor(staff.id, desk)}` }
    for (const way of ways.filter(({ method }) => method === 'GET'))
      for (const thing of way.path.includes(':number') ? petitions : [undefined]) {
        const path = about(way.path, thing)
        const answer = await ask({ ...way, path }, headers)
        const text = await answer.text()
        const look = thing && lookOf(thing, staff, wideBook)
        if (
          answer.status === 401 ||
          answer.status >= 500 ||
          (look === 'none' && answer.status !== 404)
        )
          wrong.push(`${staff.role} ${path}: ${answer.status}`)
        for (const petition of petitions)
          if (
            (lookOf(petition, staff, wideBook) !== 'full' &&
              text.includes(markOf(petition.number))) ||
            text.includes(doorOf(petition.number))
          )
            wrong.push(`${staff.role} ${path} tells of ${petition.number}`)
      }
  }
  expect([...new Set(wrong)]).toEqual([])
  expect(faults).toEqual([])
}, 60_000)

test('a token for reading does nothing', async () => {
  const { ways, ask, desk } = await interfaceOf()
  const headers = { Authorization: `Bearer ${await tokenFor('S043', desk)}` }
  const before = await desk.petitions.list({})
  for (const way of ways.filter(({ method }) => method !== 'GET')) {
    const path = about(way.path, petitions[1])
    const key = { 'Idempotency-Key': 'one', 'Content-Type': 'application/json' }
    const { status } = await ask({ ...way, path }, { ...headers, ...key })
    expect([400, 403, 422]).toContain(status)
  }
  expect(await desk.petitions.list({})).toEqual(before)
})
