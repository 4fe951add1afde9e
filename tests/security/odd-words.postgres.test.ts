import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actions } from '../../src/domain/petition/actions.ts'
import { sheetNames, sheets } from '../../src/domain/street/sheets/sheet.ts'
import { webApp } from '../../src/http/app.tsx'
import type { ConsoleDesk } from '../../src/http/console/console-desk.ts'
import { consoleRoutes } from '../../src/http/console/routes.ts'
import { tokenFor } from '../http/api/client.ts'
import { someone } from '../http/console/someone.ts'
import { anEntry, at } from '../support/builders.ts'
import { emptyShelf } from '../support/memory/shelf.ts'
import { memoryDesk } from '../support/memory-desk.ts'
import { freshDatabase, streetIn } from '../support/postgres.ts'
import { inQueries } from './parameters.ts'
import { petitions, wideBook } from './street.ts'

/** Words that a database, an object or a path takes for something else, wherever somebody may put one. */
const odd = ['a\0b', '__proto__', 'constructor', 'a'.repeat(3_000), '../../etc/passwd', "';--"]
const oddNumbers = ['2147483648', '99999999999999999999', '99999999999999-1']
const oddDays = ['0000-01', '9999-12-31', '0000-01-01T10:00', '9999-12-31T23:59']
const oddMoments = ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59-14:00']
/** As they stand in an address; the last is half a character, and no UTF-8. */
const inAddress = [
  ...[...odd, ...oddNumbers, ...oddDays, ...oddMoments].map(encodeURIComponent),
  ...['%25', '%ED%A0%80'],
]

const now = at('2026-03-02 10:30')
const street = streetIn(await freshDatabase())
const faults: string[] = []
let desk: ConsoleDesk

beforeAll(async () => {
  const stores = await street.open()
  await stores.saveRulebook(wideBook)
  const report = (what: string, fault: unknown) =>
    void faults.push(`${what}: ${fault instanceof Error ? fault.stack : fault}`)
  desk = memoryDesk(
    { ...stores, shelf: { ...emptyShelf(), newId: v7 } },
    { clock: () => now, report },
  )
  for (const petition of petitions)
    await desk.petitions.record(
      [anEntry({ cause: { kind: 'press', key: petition.id }, petition })],
      now,
    )
})
afterAll(() => street.close())

/** A fault of ours, or nothing that says whether there is one. */
const isWrong = ({ status }: Response) => status >= 500 || status === 429

const numbers = async () => (await desk.petitions.list({})).map(({ number }) => number)

/** The path with one of its parts odd, once for each part. */
const oddPaths = (path: string, number: number): string[] => {
  const parts = [...path.matchAll(/:\w+|\{\w+\}/g)].map(([part]) => part)
  const usual = (part: string) => (/number/.test(part) ? `${number}` : 'nothing-there')
  return parts.flatMap((one) =>
    inAddress.map((word) =>
      parts.reduce((said, part) => said.replace(part, part === one ? word : usual(part)), path),
    ),
  )
}

/** Somebody whom nobody holds to a pace: told to ask less often, they begin anew. */
async function tireless(person: string) {
  let browser = await someone(person, desk)
  return async (path: string, init: RequestInit = {}): Promise<Response> => {
    const answer = await browser.ask(path, init)
    if (answer.status !== 429) return answer
    browser = await someone(person, desk)
    return browser.ask(path, init)
  }
}

test('no odd word in an address is a fault of ours', async () => {
  const keeper = await tireless('S043')
  const [number = 0] = await numbers()
  const asked: string[] = []
  for (const { path } of consoleRoutes.filter(({ method }) => method === 'GET'))
    asked.push(...oddPaths(`/console${path}`, number))
  for (const [path, names] of Object.entries(inQueries))
    if (!path.startsWith('/api'))
      for (const word of inAddress)
        asked.push(
          `${path.replace('petitions/1', `petitions/${number}`).replace(':sheet', 'staff')}?${Object.keys(
            names,
          )
            .map((name) => `${name}=${word}`)
            .join('&')}`,
        )
  for (const day of [...oddDays, '0000-W01', '9999-W53', '9999-Q4'])
    for (const path of ['', '/wall', '/list']) asked.push(`/console/figures${path}?period=${day}`)
  for (const path of ['/l/', '/c/', '/assets/', '/assets/pictures/', '/'])
    for (const word of inAddress) asked.push(`${path}${word}`)
  const wrong: string[] = []
  for (const path of asked) {
    const answer = await keeper(path)
    await answer.body?.cancel()
    if (isWrong(answer)) wrong.push(`${answer.status} ${path.slice(0, 120)}`)
  }
  expect(asked.length).toBeGreaterThan(300)
  expect(wrong).toEqual([])
  expect(faults.splice(0)).toEqual([])
}, 240_000)

test('no odd word in a form is a fault of ours, under whatever name', async () => {
  const keeper = await tireless('S043')
  const [number = 0] = await numbers()
  const names = new Set<string>()
  for (const { method, path } of consoleRoutes)
    if (method === 'GET' && !path.endsWith('/stream') && path !== '/live')
      for (const action of path.includes(':action') ? actions : ['']) {
        const answer = await keeper(
          `/console${path}`
            .replace(':number', `${number}`)
            .replace(':action', action)
            .replace(':sheet', 'staff'),
        )
        const html = /html/.test(answer.headers.get('content-type') ?? '')
          ? await answer.text()
          : ''
        for (const [, name = ''] of html.matchAll(/ name="([^"]+)"/g)) names.add(name)
      }
  expect(names.size).toBeGreaterThan(30)
  const handler = await tireless('S061')
  const wrong: string[] = []
  const send = async (who: typeof keeper, path: string, about: number, word: string) => {
    const { version = 1 } = (await desk.petitions.findByNumber(about)) ?? {}
    const body = new URLSearchParams()
    for (const name of names) body.set(name, word)
    for (const [name, value] of [
      ['version', `${version}`],
      ['nonce', v7()],
      ['at', '0'],
    ] as const)
      body.set(name, value)
    for (const name of ['__proto__', 'constructor', 'toString']) body.set(name, word)
    const answer = await who(path, { method: 'POST', body })
    await answer.body?.cancel()
    if (isWrong(answer)) wrong.push(`${path} ${JSON.stringify(word).slice(0, 40)}`)
  }
  for (const { path } of consoleRoutes.filter(({ method }) => method === 'POST'))
    for (const word of ['a\0b', '__proto__', 'a'.repeat(3_000), '2147483648'])
      if (!path.includes(':action'))
        await send(
          keeper,
          `/console${path}`.replace(':number', `${number}`).replace(/:\w+/, 'staff'),
          number,
          word,
        )
  for (const sheet of sheetNames)
    for (const word of ['__proto__', 'constructor']) {
      const { version } = await desk.rulebooks.current()
      const body = new URLSearchParams({ version: `${version}`, at: '', do: 'save' })
      for (const column of sheets[sheet].columns) body.set(`cell-${column}`, word)
      const answer = await keeper(`/console/settings/tables/${sheet}/line`, {
        ...{ method: 'POST', body },
      })
      if (answer.status !== 422) wrong.push(`${answer.status} ${sheet} ${word}`)
      await answer.body?.cancel()
    }
  for (const word of ['a\0b', '9999-12-31', '9999-12-31T23:59'])
    for (const action of actions)
      await send(handler, `/console/petitions/2003/do/${action}`, 2003, word)
  expect([...new Set(wrong)]).toEqual([])
  expect([...new Set(faults.splice(0))]).toEqual([])
}, 240_000)

test('no odd word that a program sends is a fault of ours', async () => {
  const app = webApp({ desk, world: null, timeMachine: null, doors: () => [] })
  const Authorization = `Bearer ${await tokenFor('S043', desk, { power: 'act' })}`
  const [number = 0] = await numbers()
  const asked: string[] = []
  for (const [path, names] of Object.entries(inQueries))
    if (path.startsWith('/api'))
      for (const name of Object.keys(names))
        for (const word of inAddress) asked.push(`${path}?${name}=${word}`)
  for (const path of app.routes.map((route) => route.path))
    if (path.startsWith('/api/v1/')) asked.push(...oddPaths(path, number))
  const cursor = (text: string) => Buffer.from(text).toString('base64url')
  asked.push(`/api/v1/events?after=${cursor(`99999999999999.999999999.999999999.'\\x00`)}`)
  asked.push(`/api/v1/petitions?cursor=${cursor('99999999999999.999999999')}`)
  const wrong: string[] = []
  const ask = async (path: string, init: RequestInit) => {
    const answer = await app.request(path, init)
    if (isWrong(answer)) wrong.push(`${answer.status} ${path.slice(0, 120)} ${init.body ?? ''}`)
    await answer.body?.cancel()
  }
  for (const path of asked) await ask(path, { headers: { Authorization } })
  for (const word of odd.filter((one) => one.length < 100))
    for (const body of [
      { kind: 'note', text: word },
      { kind: 'transfer', reason: word, to: word },
      { kind: 'answerInterim', text: word, day: '9999-12-31' },
      { kind: word, text: word },
    ])
      await ask(`/api/v1/petitions/${number}/actions`, {
        method: 'POST',
        body: JSON.stringify(body).replace('{', '{"__proto__":{"power":"act"},'),
        headers: {
          ...{ Authorization, 'Content-Type': 'application/json' },
          'Idempotency-Key': encodeURIComponent(word),
        },
      })
  expect(wrong).toEqual([])
  expect([...new Set(faults.splice(0))]).toEqual([])
}, 240_000)
