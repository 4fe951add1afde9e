import { expect, test } from 'vitest'
import { areas } from '../../src/domain/console/areas.ts'
import { lookOf } from '../../src/domain/console/look.ts'
import type { Staff } from '../../src/domain/people/roles.ts'
import type { Petition } from '../../src/domain/petition/petition.ts'
import type { ConsoleRoute } from '../../src/http/console/route.ts'
import { consoleRoutes } from '../../src/http/console/routes.ts'
import { openStreet, petitions, wideBook } from './street.ts'

/**
 * Everything that can be asked of the console, asked by everybody of everything. What must come of it is reckoned from what
 * the route declares and from `lookOf`, whose own rows are in look.test.ts; a new route is covered by being in the list.
 */
const cases = consoleRoutes.map((route) => [`${route.method} ${route.path}`, route] as const)

test.each(cases)(
  '%s is answered to whom it is meant for',
  { timeout: 120_000 },
  async (_, route) => {
    const { desk, book, visitor, faults } = await openStreet()
    const wrong: string[] = []
    const ask = async (who: string, path: string, expected: Expected) => {
      const answer = await visitor.ask(path, { method: route.method })
      await answer.body?.cancel()
      if (!expected.is(answer.status))
        wrong.push(`${who} ${path}: ${answer.status}, not ${expected.said}`)
    }
    const things = route.opens === 'petition' ? [...petitions, null] : [null]
    for (const thing of things) await ask('nobody', pathOf(route, thing), only(401))
    for (const staff of book.staff) {
      await visitor.signIn(staff.id)
      for (const thing of things)
        await ask(staff.role, pathOf(route, thing), expectedOf(route, staff, await fresh(thing)))
    }
    expect(wrong).toEqual([])
    expect(faults).toEqual([])

    async function fresh(thing: Petition | null): Promise<Petition | undefined> {
      return thing ? desk.petitions.find(thing.id) : undefined
    }
  },
)

const foreign = ['https://elsewhere.example', 'null', 'http://localhost.elsewhere.example']

test.each(cases.filter(([, { method }]) => method === 'POST'))(
  '%s does nothing for a form of another site',
  async (_, route) => {
    const { book, visitor, desk } = await openStreet()
    const [thing] = petitions
    const before = await desk.petitions.list({})
    const path = pathOf(route, thing ?? null)
    for (const staff of book.staff) {
      await visitor.signIn(staff.id)
      for (const Origin of foreign) {
        const answer = await visitor.post(path, {}, { Origin })
        expect([staff.role, Origin, answer.status]).toEqual([staff.role, Origin, 403])
      }
    }
    expect(await desk.petitions.list({})).toEqual(before)
  },
)

interface Expected {
  readonly said: string
  is(status: number): boolean
}
const only = (wanted: number): Expected => ({
  said: `${wanted}`,
  is: (status) => status === wanted,
})
const shown: Expected = { said: 'shown', is: (status) => [200, 302, 303].includes(status) }
/** The right to ask was not in doubt; what was asked for may not be there, or not be whole. */
const looked: Expected = {
  said: 'looked for',
  is: (status) => status < 500 && ![401, 403, 405].includes(status),
}
/** What may be done with a petition, and asked about it, its life and narrower rules may refuse to who sees it. */
const heard: Expected = { said: 'heard', is: (status) => looked.is(status) || status === 403 }

function expectedOf(route: ConsoleRoute, staff: Staff, petition: Petition | undefined): Expected {
  if (!isFor(route, staff)) return only(403)
  if (route.opens === 'petition') {
    const look = petition ? lookOf(petition, staff, wideBook) : 'none'
    if (look === 'none') return only(404)
    if (look === 'outline' && route.needs === 'full') return only(403)
  }
  if (route.opens === null) return looked
  return route.method === 'GET' && route.path === '/petitions/:number' ? shown : heard
}

const isFor = ({ area }: ConsoleRoute, { role }: Staff): boolean =>
  (areas[area] as readonly string[]).includes(role)

/** What is no petition is something that is not there. */
const pathOf = ({ path }: ConsoleRoute, petition: Petition | null): string =>
  `/console${path}`
    .replace(':number', `${petition?.number ?? 9999}`)
    .replaceAll(/:\w+(\{[^}]*\})?\??/g, 'nothing-there')
