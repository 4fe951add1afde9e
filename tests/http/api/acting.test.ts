import { expect, test } from 'vitest'
import { actorOf, taskView } from '../../../src/domain/cards/task-view.ts'
import { personId, petitionId } from '../../../src/domain/ids.ts'
import type { Petition } from '../../../src/domain/petition/petition.ts'
import { historyWords } from '../../../src/texts/cards/history-words.ts'
import { smallBook } from '../../support/book.ts'
import { anEntry, aPetition, at } from '../../support/builders.ts'
import { memory } from '../../support/memory.ts'
import { memoryDesk } from '../../support/memory-desk.ts'
import { clientOf, tokenFor } from './client.ts'

const now = at('2026-03-02 10:00')
const id = petitionId('petition-1')

async function street(petition: Petition = aPetition('dispatched')) {
  const stores = memory({ book: smallBook })
  const faults: string[] = []
  const desk = memoryDesk(stores, { clock: () => now, report: (what) => faults.push(what) })
  await stores.petitions.record([anEntry({ cause: { kind: 'press', key: 'a' }, petition })], now)
  return { desk, stores, faults, ...clientOf(desk) }
}

test('a program accepts in the name of its person, once, and the timeline says how', async () => {
  const { as, desk, stores } = await street()
  const client = as(await tokenFor('S061', desk, { power: 'act' }))
  const first = await client.post('/petitions/1027/actions', { kind: 'accept', version: 1 })
  expect(first.body).toMatchObject({
    done: { kind: 'accepted', at: now.toISOString() },
    again: false,
    petition: { status: 'handling', version: 2 },
  })
  const second = await client.post('/petitions/1027/actions', { kind: 'accept', version: 1 })
  expect(second.status).toBe(200)
  expect(second.body).toEqual({ ...first.body, again: true })
  const timeline = await stores.petitions.timeline(id)
  expect(timeline).toMatchObject([{ kind: 'accepted', by: 'S061' }])
  expect((await client.get('/petitions/1027/timeline')).body.timeline).toMatchObject([
    { kind: 'accepted', throughApi: true },
  ])
  const petition = await stores.petitions.find(id)
  if (!petition) throw new Error('it is gone')
  const card = taskView(
    { petition, timeline, book: smallBook, at: now },
    actorOf(personId('S061'), smallBook),
    [],
  )
  const lines =
    card.kind === 'task' ? card.history.map((line) => historyWords(line, smallBook).fact) : []
  expect(lines).toEqual(['签收 承办人（安居物业幸福里服务处），经接口'])
})

test('the same request twenty times at once is done once, and all are told so', async () => {
  const { as, desk, stores } = await street()
  const client = as(await tokenFor('S061', desk, { power: 'act' }))
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      client.post('/petitions/1027/actions', { kind: 'note', text: '已到现场' }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
  expect(answers.filter(({ body }) => !body.again)).toHaveLength(1)
  expect(await stores.petitions.timeline(id)).toHaveLength(1)
})

test('a key is for one request: another under it, or none at all, is refused', async () => {
  const { as, desk, stores } = await street()
  const other = { ...aPetition('dispatched'), id: petitionId('p-2'), number: 1028 }
  await stores.petitions.record(
    [anEntry({ cause: { kind: 'press', key: 'b' }, petition: other })],
    now,
  )
  const client = as(await tokenFor('S061', desk, { power: 'act' }))
  await client.post('/petitions/1027/actions', { kind: 'accept' })
  const changed = await client.post('/petitions/1027/actions', { kind: 'note', text: '等配件' })
  expect([changed.status, changed.body.errors]).toMatchObject([
    422,
    [{ field: 'header.idempotency-key' }],
  ])
  expect((await client.post('/petitions/1028/actions', { kind: 'accept' })).status).toBe(422)
  expect(
    (await client.post('/petitions/1027/actions', { kind: 'note', text: '等配件' }, null)).status,
  ).toBe(422)
  const theirs = as(await tokenFor('S061', desk, { power: 'act' }))
  expect((await theirs.post('/petitions/1028/actions', { kind: 'accept' })).status).toBe(200)
})

test('who may not, or too late, is told why, and nothing is done', async () => {
  const { as, desk, stores } = await street()
  const reads = as(await tokenFor('S061', desk))
  expect((await reads.post('/petitions/1027/actions', { kind: 'accept' })).status).toBe(403)
  const near = as(await tokenFor('S010', desk, { power: 'act' }))
  expect((await near.post('/petitions/1027/actions', { kind: 'accept' })).status).toBe(403)
  const far = as(await tokenFor('S009', desk, { power: 'act' }))
  expect((await far.post('/petitions/1027/actions', { kind: 'accept' })).status).toBe(404)
  const above = as(await tokenFor('S044', desk, { power: 'act' }))
  const notTheirs = await above.post('/petitions/1027/actions', { kind: 'accept' })
  expect([notTheirs.status, notTheirs.body.reason]).toEqual([403, 'notYours'])
  const handler = as(await tokenFor('S061', desk, { power: 'act' }))
  const stale = await handler.post('/petitions/1027/actions', { kind: 'accept', version: 7 })
  expect([stale.status, stale.body.reason]).toEqual([409, 'notNow'])
  const early = await handler.post('/petitions/1027/actions', { kind: 'reopen', reason: '没修好' })
  expect(early.status).toBe(403)
  expect(await stores.petitions.timeline(id)).toEqual([])
})

test('what is wrong with a request is said by field, with what is allowed', async () => {
  const { as, desk, stores } = await street()
  const client = as(await tokenFor('S061', desk, { power: 'act' }))
  const post = (body: unknown) => client.post('/petitions/1027/actions', body)
  const nowhere = await post({ kind: 'transfer', to: 'nonsense', reason: '不归我管' })
  expect([nowhere.status, nowhere.body.errors]).toMatchObject([
    422,
    [{ field: 'body.to', allowed: expect.arrayContaining(['SZ', 'QS-XF-02']) }],
  ])
  expect((await post({ kind: 'resolve' })).body.errors).toMatchObject([{ field: 'body.result' }])
  expect((await post({ kind: 'delete' })).body.errors).toMatchObject([{ field: 'body.kind' }])
  expect((await post({ kind: 'note', text: '  ' })).body.errors).toMatchObject([
    { field: 'body.text' },
  ])
  expect(await stores.petitions.timeline(id)).toEqual([])
})

test('what is no JSON is told apart from what is wrong in it', async () => {
  const { ask, desk } = await street()
  const secret = await tokenFor('S061', desk, { power: 'act' })
  const headers = {
    Authorization: `Bearer ${secret}`,
    'Idempotency-Key': 'k',
    'Content-Type': 'application/json',
  }
  const answer = await ask('/petitions/1027/actions', { method: 'POST', headers, body: '{"kind":' })
  expect(answer.status).toBe(400)
})

test('a token that asks too often is told to wait, and the others are not', async () => {
  const { as, desk } = await street()
  const [busy, calm] = [as(await tokenFor('S061', desk)), as(await tokenFor('S061', desk))]
  let last = 0
  for (let i = 0; i < 601 && last !== 429; i++) last = (await busy.get('/nowhere')).status
  expect(last).toBe(429)
  expect((await calm.get('/units')).status).toBe(200)
})

test('a result is told with its photos, by their bytes and within limits', async () => {
  const { as, desk, stores } = await street(aPetition('handling'))
  const client = as(await tokenFor('S061', desk, { power: 'act' }))
  const png = (more: number) => [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, more]
  const [before, after] = [1, 2].map((n) => Buffer.from(png(n)).toString('base64'))
  const resolve = (photos: readonly unknown[], key: string) =>
    client.post('/petitions/1027/actions', { kind: 'resolve', result: '换了灯管', photos }, key)
  const wrong = await resolve([before, Buffer.from('<svg/>').toString('base64')], 'wrong')
  expect([wrong.status, wrong.body.errors]).toMatchObject([422, [{ field: 'body.photos.1' }]])
  expect((await resolve(Array(10).fill(before), 'many')).status).toBe(422)
  const done = await resolve([before, after], 'right')
  expect(done.body.petition.status).toBe('resolved')
  const petition = await stores.petitions.find(id)
  const photos = petition?.status === 'resolved' ? petition.resultPhotos : []
  const kept = await Promise.all(photos.map((photo) => stores.media.load(photo)))
  expect(kept.map((photo) => [...(photo?.bytes ?? [])])).toEqual([png(1), png(2)])
  expect((await client.get(`/petitions/1027/photos/${photos[0]}`)).status).toBe(200)
  expect((await resolve([before, after], 'right')).body.again).toBe(true)
})
