import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Stores } from '../../db/stores/stores.ts'
import { personId, petitionId } from '../../src/domain/ids.ts'
import { webApp } from '../../src/http/app.tsx'
import type { ConsoleDesk } from '../../src/http/console/console-desk.ts'
import { tokenFor } from '../http/api/client.ts'
import { sampleBook } from '../http/console/settings-stage.ts'
import { someone } from '../http/console/someone.ts'
import { anEntry, aPetition, at } from '../support/builders.ts'
import { emptyShelf } from '../support/memory/shelf.ts'
import { memoryDesk } from '../support/memory-desk.ts'
import { freshDatabase, streetIn } from '../support/postgres.ts'

/** Two processes at one real database, asked for the same at once. */
const now = at('2026-03-02 10:00')
const street = streetIn(await freshDatabase())
const second = {
  ...(sampleBook.staff.find(({ role }) => role === 'street_dispatcher') ?? nobody()),
  ...{ id: personId('S943'), name: '第二调度员', phone: '13900000943' },
  accounts: { wechat: 'wx-S943' },
}
const book = { ...sampleBook, staff: [...sampleBook.staff, second] }
const keepers = book.staff.filter(({ role }) => role === 'street_dispatcher').map(({ id }) => id)
const faults: string[] = []
let one: ConsoleDesk
let two: ConsoleDesk

beforeAll(async () => {
  const stores = await street.open()
  await stores.saveRulebook(book)
  one = deskOf(stores)
  two = deskOf(await street.open())
})
afterAll(() => street.close())

function deskOf(stores: Stores): ConsoleDesk {
  const shelf = { ...emptyShelf(), newId: v7 }
  return memoryDesk({ ...stores, shelf }, { clock: () => now, report: (what) => faults.push(what) })
}

function nobody(): never {
  throw new Error('the sample street has no keeper')
}

let petitions = 0
/** A petition, and its path in the interface. */
async function registered(): Promise<{ id: ReturnType<typeof petitionId>; path: string }> {
  const id = petitionId(`petition-${++petitions}`)
  const made = aPetition('handling', {
    grid: book.units.find(({ kind }) => kind === 'grid')?.code ?? null,
  })
  const petition = { ...made, id, number: 2_000 + petitions, version: 1 }
  await one.petitions.record([anEntry({ cause: { kind: 'press', key: id }, petition })], now)
  const kept = await one.petitions.find(id)
  return { id, path: `/api/v1/petitions/${kept?.number}/actions` }
}

async function sent(
  desk: ConsoleDesk,
  path: string,
  token: string,
  key: string,
  text = '已到现场',
) {
  const app = webApp({ desk, world: null, timeMachine: null, doors: () => [] })
  const answer = await app.request(path, {
    method: 'POST',
    body: JSON.stringify({ kind: 'note', text }),
    headers: {
      ...{ Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      'Idempotency-Key': key,
    },
  })
  return { status: answer.status, body: (await answer.json()) as { again?: boolean } }
}

const notes = async (id: ReturnType<typeof petitionId>) =>
  (await one.petitions.timeline(id)).filter(({ kind }) => kind === 'noted')

test('one key from two processes at once is done once, and all are told so', async () => {
  const { id, path } = await registered()
  const token = await tokenFor(keepers[0] ?? '', one, { power: 'act' })
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, i) => sent(i % 2 ? one : two, path, token, 'same')),
  )
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  expect(answers.filter(({ body }) => !body.again)).toHaveLength(1)
  expect(await notes(id)).toHaveLength(1)
  const other = await Promise.all([
    sent(one, path, token, 'same', '别的话'),
    sent(two, path, token, 'same', '又一句'),
  ])
  expect(other.map(({ status }) => status)).toEqual([422, 422])
  expect(await notes(id)).toHaveLength(1)
})

test('who hears no answer, for the process fell before or after it wrote, asks again and it is done once', async () => {
  const token = await tokenFor(keepers[0] ?? '', one, { power: 'act' })
  for (const falls of ['before', 'after'] as const) {
    const { id, path } = await registered()
    const { record } = one.petitions
    const falling = {
      ...one.petitions,
      record: async (...args: Parameters<typeof record>) => {
        if (falls === 'after') await record(...args)
        throw new Error('planted')
      },
    }
    const fallen = await sent({ ...one, petitions: falling }, path, token, `fell ${falls}`)
    expect(fallen.status).toBe(500)
    const again = await sent(two, path, token, `fell ${falls}`)
    expect([again.status, again.body.again]).toEqual([200, falls === 'after'])
    expect(await notes(id)).toHaveLength(1)
  }
  expect(faults.splice(0)).toHaveLength(2)
})

test('of two who change the settings at once one wins, and the other finds what they typed', async () => {
  const [first, other] = [
    await someone(keepers[0] ?? '', one),
    await someone(keepers[1] ?? '', two),
  ]
  const line = '/console/settings/tables/rooms/line'
  const { version, rooms } = await one.rulebooks.current()
  const typed = (topic: string) => ({
    ...{ 'cell-id': rooms[0]?.id ?? '', 'cell-unit': rooms[0]?.unit ?? '', 'cell-topic': topic },
    ...{ 'cell-default_place': rooms[0]?.defaultPlace ?? '' },
    ...{ version: String(version), at: '0', do: 'save' },
  })
  const drafts = await Promise.all([
    first.post(line, typed('甲改的群名')),
    other.post(line, typed('乙改的群名')),
  ])
  expect(drafts.map(({ status }) => status)).toEqual([303, 303])
  const [a = '', b = ''] = drafts.map(({ headers }) => headers.get('location') ?? '')
  const applied = await Promise.all([first.post(`${a}/apply`), other.post(`${b}/apply`)])
  expect(applied.map(({ status }) => status).sort()).toEqual([303, 409])
  const loser = applied[0]?.status === 409 ? 0 : 1
  const page = await applied[loser]?.text()
  expect(page).toContain('设置又有人改过')
  const said = ['甲改的群名', '乙改的群名']
  expect(page).toContain(said[loser])
  const current = await two.rulebooks.current()
  expect([current.version, current.rooms[0]?.topic]).toEqual([version + 1, said[1 - loser]])

  const late = await other.post(line, typed('填了很久的群名'))
  expect(late.status).toBe(409)
  const form = await late.text()
  expect(form).toContain('您填的时候别人改了设置')
  expect(form).toContain('value="填了很久的群名"')
  expect((await one.rulebooks.current()).rooms[0]?.topic).toBe(said[1 - loser])
  expect(faults).toEqual([])
})
