import { expect, test } from 'vitest'
import { larkSignIn } from '../../bots/lark/sign-in.ts'
import { webApp } from '../../src/http/app.tsx'
import { consoleRoutes } from '../../src/http/console/routes.ts'
import { tokenFor } from '../http/api/client.ts'
import { openStreet } from './street.ts'

/** What is asked beside the console, and why it asks nobody who they are. */
const beside: Readonly<Record<string, string>> = {
  'GET /': 'leads to the console',
  'GET /healthz': 'says ok',
  'GET /assets/:name': 'style sheets and scripts',
  'GET /assets/pictures/:name': 'pictures of the sandbox',
  'GET /api/docs': 'what the interface for programs can do',
  'GET /api/docs/begin.js': 'the page of it',
  'GET /api/docs/:name': 'files of it',
  'GET /c/:unit': 'the public page of a community, where the street wants one',
  'GET /metrics': 'counts for a monitor: from this machine, or with a token of its own',
  'GET /l/:secret': 'whose link it is; matched by a secret',
  'POST /l/:secret': 'signs in; matched by a secret',
  'GET /sign-in/lark': 'leaves for Lark, with a secret for the way back',
  'GET /sign-in/lark/back': 'signs in; matched by that secret and by Lark',
}

async function office() {
  const { desk: plain } = await openStreet([])
  const app = { appId: 'cli_1', appSecret: 'secret', domain: 'http://127.0.0.1:1' }
  const desk = { ...plain, larkSignIn: larkSignIn(app) }
  return webApp({ desk, world: null, timeMachine: null, doors: () => [] })
}

test('everything that can be asked is in the table of the console or is known beside it', async () => {
  const known = new Set([
    ...Object.keys(beside),
    ...consoleRoutes.map(({ method, path }) => `${method} /console${path}`),
  ])
  const mounted = (await office()).routes
    .filter(({ method, path }) => !(method === 'ALL' && path.endsWith('*')))
    .map(({ method, path }) => `${method} ${path}`)
  const ofPrograms = (route: string) => / \/api\/v1\//.test(route) // api.test.ts asks them all
  expect(mounted.filter((route) => !known.has(route) && !ofPrograms(route))).toEqual([])
  expect([...known].filter((route) => !mounted.includes(route))).toEqual([])
})

test('no way of the console is there twice', () => {
  const ways = consoleRoutes.map(({ method, path }) => `${method} ${path}`)
  expect(ways.filter((way, i) => ways.indexOf(way) !== i)).toEqual([])
})

const climbers = [
  ...['..%2f..%2f..%2fetc%2fpasswd', '%2e%2e%2f%2e%2e%2fpackage.json', '..%5c..%5cwin.ini'],
  ...['%00', '1027%00.png', '%ff%fe', '%E0%A4%A', '-1', '1e3', '0x403', '1027abc', '９９９'],
  ...['9'.repeat(400), 'a'.repeat(4000), '%F0%9F%98%80', '__proto__', 'constructor', "1'--"],
]

test('what climbs out of a path, or is no name at all, finds nothing and breaks nothing', async () => {
  const { visitor, faults } = await openStreet()
  const holed = [
    ...['/assets/:name', '/assets/pictures/:name', '/l/:secret', '/:name'],
    ...consoleRoutes.filter(({ path }) => path.includes(':')).map(({ path }) => `/console${path}`),
  ]
  const wrong: string[] = []
  for (const person of ['S043', 'S010']) {
    await visitor.signIn(person)
    for (const path of holed)
      for (const climber of climbers) {
        const filled = path.replaceAll(/:\w+(\{[^}]*\})?\??/g, climber)
        const answer = await visitor.get(filled)
        const text = await answer.text()
        if (answer.status >= 500 || /root:|"name": "linli"/.test(text) || answer.status === 200)
          wrong.push(`${filled.slice(0, 80)}: ${answer.status}`)
      }
  }
  expect(wrong).toEqual([])
  expect(faults).toEqual([])
})

test('nor does it by the interface', async () => {
  const { desk, faults } = await openStreet()
  const app = webApp({ desk, world: null, timeMachine: null, doors: () => [] })
  const headers = { Authorization: `Bearer ${await tokenFor('S043', desk)}` }
  const holed = app.routes.filter(
    ({ method, path }) => method === 'GET' && path.startsWith('/api/v1/') && path.includes(':'),
  )
  expect(holed.length).toBeGreaterThan(3)
  const wrong: string[] = []
  for (const { path } of holed)
    for (const climber of climbers) {
      const answer = await app.request(path.replaceAll(/:\w+(\{[^}]*\})?/g, climber), { headers })
      if (answer.status < 400 || answer.status >= 500)
        wrong.push(`${path} ${climber.slice(0, 40)}: ${answer.status}`)
    }
  expect(wrong).toEqual([])
  expect(faults).toEqual([])
})
