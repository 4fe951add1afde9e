import { expect, test } from 'vitest'
import { personId, petitionId, unitCode } from '../../../src/domain/ids.ts'
import type { Petition } from '../../../src/domain/petition/petition.ts'
import { smallBook } from '../../support/book.ts'
import { anEntry, aPetition, at } from '../../support/builders.ts'
import { memory } from '../../support/memory.ts'
import { memoryDesk } from '../../support/memory-desk.ts'
import { clientOf, tokenFor } from './client.ts'

const now = at('2026-03-02 10:00')

async function street() {
  const stores = memory({ book: smallBook })
  const desk = memoryDesk(stores, { clock: () => now, report: () => {} })
  let minute = 0
  const happens = (number: number, but: Partial<Petition> = {}) => {
    const petition = {
      ...aPetition('handling', { id: petitionId(`p-${number}`), number }),
      ...but,
    } as Petition
    const recordedAt = new Date(now.getTime() + ++minute * 60_000)
    const entry = anEntry({
      cause: { kind: 'press', key: `${number}` },
      petition,
      events: [
        { kind: 'noted', text: '139-1234-5678 张三', photos: [], by: personId('S061'), at: now },
        { kind: 'urged', by: petition.reporter.person, at: now },
      ],
    })
    return stores.petitions.record([entry], recordedAt)
  }
  const client = clientOf(desk)
  const as = async (person: string) => client.as(await tokenFor(person, desk))
  return { desk, happens, as }
}

test('events are told in order, from where one stopped, and never who it was or what they said', async () => {
  const { happens, as } = await street()
  const client = await as('S043')
  const none = await client.get('/events')
  expect(none.body).toEqual({ events: [], next: expect.any(String), more: false })
  await happens(1001)
  await happens(1002)
  const first = await client.get(`/events?after=${none.body.next}&limit=3`)
  expect(first.body.events.map(({ id }) => id)).toEqual(['1001/1/0', '1001/1/1', '1002/1/0'])
  expect(first.body).toMatchObject({
    more: true,
    events: [
      {
        ...{ kind: 'noted', number: 1001, by: { kind: 'staff', role: 'department_officer' } },
        now: { version: 1, status: 'handling', category: '0301', unit: 'QS-XF-02' },
      },
      { kind: 'urged', by: { kind: 'reporter' } },
      {},
    ],
  })
  expect(JSON.stringify(first.body)).not.toMatch(/1234|张三|S061|resident-1/)
  const rest = await client.get(`/events?after=${first.body.next}`)
  expect(rest.body).toMatchObject({ events: [{ id: '1002/1/1' }], more: false })
  const still = await client.get(`/events?after=${rest.body.next}`)
  expect(still.body).toEqual({ events: [], next: rest.body.next, more: false })
  const since = await client.get('/events?since=2026-03-02T10:02:00%2B08:00')
  expect(since.body.events.map(({ number }) => number)).toEqual([1002, 1002])
})

test('a token is told of what its person sees whole, and goes past the rest', async () => {
  const { happens, as } = await street()
  await happens(1001, { confidential: true })
  for (let number = 2000; number < 2150; number++)
    await happens(number, { grid: unitCode('QS-XF-01') })
  await happens(3000)
  const handler = await (await as('S061')).get('/events?limit=200')
  expect(handler.body.events.length).toBeGreaterThan(0)
  const near = await (await as('S010')).get('/events')
  expect(near.body).toMatchObject({ events: [], more: false })
  expect((await (await as('S010')).get(`/events?after=${near.body.next}`)).body.events).toEqual([])
})

test('a cursor that is none is refused', async () => {
  const client = await (await street()).as('S043')
  for (const after of ['nonsense', 'MS4x', `${'a'.repeat(300)}`])
    expect((await client.get(`/events?after=${after}`)).status).toBe(422)
})
