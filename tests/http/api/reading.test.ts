import { expect, test } from 'vitest'
import { mediaId, personId, petitionId, roomId, unitCode } from '../../../src/domain/ids.ts'
import { nowhere } from '../../../src/domain/intake/place.ts'
import type { Petition } from '../../../src/domain/petition/petition.ts'
import { smallBook } from '../../support/book.ts'
import {
  aLetter,
  anAcceptedNotice,
  anEntry,
  aPetition,
  aPetitioner,
  at,
} from '../../support/builders.ts'
import { memory } from '../../support/memory.ts'
import { memoryDesk } from '../../support/memory-desk.ts'
import { clientOf, isOpenApi, tokenFor } from './client.ts'

const now = at('2026-03-02 15:00')

function street() {
  const stores = memory({ book: smallBook })
  const faults: string[] = []
  const desk = memoryDesk(stores, { clock: () => now, report: (what) => faults.push(what) })
  const keep = (...petitions: readonly Petition[]) =>
    stores.petitions.record(
      petitions.map((petition) =>
        anEntry({
          cause: { kind: 'press', key: petition.id },
          petition: { ...petition, version: 1 },
          events: [
            {
              kind: 'registered',
              petition,
              because: '网格',
              by: petition.reporter.person,
              at: petition.registeredAt,
            },
            { kind: 'accepted', by: personId('S061'), at: now },
          ],
          letters: [
            aLetter(`1-of-${petition.number}`, {
              to: { kind: 'person', person: petition.reporter.person },
              notice: anAcceptedNotice(petition),
            }),
            aLetter(`2-of-${petition.number}`, {
              to: { kind: 'person', person: personId('S061') },
              notice: anAcceptedNotice(petition),
            }),
          ],
        }),
      ),
      now,
    )
  return { desk, stores, keep, faults, ...clientOf(desk) }
}

const numbered = (number: number, but: Partial<Petition> = {}): Petition =>
  ({ ...aPetition('handling'), id: petitionId(`p-${number}`), number, ...but }) as Petition

test('the description is OpenAPI 3.1, says how one gets in, and names everything that is there', async () => {
  const { described } = street()
  const document = await described
  expect(await isOpenApi(document)).toMatchObject({ valid: true })
  expect(document.webhooks).toMatchObject({ events: { post: { security: [] } } })
  expect(document).toMatchObject({ openapi: '3.1.0', security: [{ token: [] }] })
  expect(Object.keys(document.paths as object)).toEqual(
    expect.arrayContaining([
      '/petitions',
      '/petitions/{number}',
      '/figures',
      '/units',
      '/hot-spots',
    ]),
  )
})

test('a description that is none would be found out', async () => {
  const { described } = street()
  const broken = { ...(await described), paths: { '/x': { get: { responses: 'none' } } } }
  expect(await isOpenApi(broken)).toMatchObject({ valid: false })
})

test('nobody gets in without a token that holds, and a cookie is none', async () => {
  const { ask, as, desk, stores } = street()
  for (const headers of [
    {},
    { Cookie: 'linli=whatever' },
    { Authorization: 'Bearer linli_nonsense' },
    { Authorization: 'Basic bGlubGk6bGlubGk=' },
    { Authorization: `Bearer linli_${'a'.repeat(9_000)}` },
  ]) {
    const answer = await ask('/petitions', { headers: headers as Record<string, string> })
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toContain('Bearer')
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
  }
  const secret = await tokenFor('S043', desk)
  expect((await as(secret).get('/petitions')).status).toBe(200)
  const [token] = await stores.tokens.list()
  await stores.tokens.revoke(token?.id ?? '', now)
  expect((await as(secret).get('/petitions')).status).toBe(401)
})

test('a token ends with the office of its person', async () => {
  const { as, desk, stores } = street()
  const secret = await tokenFor('S010', desk)
  expect((await as(secret).get('/units')).status).toBe(200)
  const staff = smallBook.staff.filter(({ id }) => id !== 'S010')
  await stores.saveRulebook({ ...smallBook, staff })
  expect((await as(secret).get('/units')).status).toBe(401)
})

test('a petition is shown as the card of its person shows it', async () => {
  const { as, desk, keep } = street()
  const words = ['5栋2单元301室楼道灯坏了，我电话13912345678']
  const place = { ...nowhere, name: '幸福里小区', building: '5', unit: '2', room: '301' }
  await keep(numbered(1027, { words, place }))
  const handler = as(await tokenFor('S061', desk, { power: 'act' }))
  const seen = (await handler.get('/petitions/1027')).body
  expect(seen).toMatchObject({
    number: 1027,
    status: 'handling',
    category: { code: '0301', name: '物业服务 · 楼道照明' },
    handler: { kind: 'department', code: 'WY1', name: '安居物业幸福里服务处' },
    resolveDueAt: '2026-03-04T10:00:00.000Z',
    overdue: false,
    details: { words: ['5栋2单元***楼道灯坏了，我电话[电话]'], place: '幸福里小区5栋2单元301室' },
  })
  expect(seen.details.mayDo).toEqual(expect.arrayContaining(['return', 'resolve']))
  const wall = as(await tokenFor('S061', desk))
  expect((await wall.get('/petitions/1027')).body.details.place).toBe('幸福里小区5栋')
})

test('of others in the grid a grid worker sees that they are there; strangers and the confidential see nothing', async () => {
  const { as, desk, keep } = street()
  await keep(numbered(1027), numbered(1028, { confidential: true }))
  const near = as(await tokenFor('S010', desk))
  expect((await near.get('/petitions/1027')).body).toMatchObject({ number: 1027, details: null })
  expect((await near.get('/petitions/1028')).status).toBe(404)
  expect((await near.get('/petitions/1027/timeline')).status).toBe(403)
  expect((await near.get('/petitions')).body.petitions).toHaveLength(1)
  const far = as(await tokenFor('S009', desk))
  for (const path of [
    '/petitions/1027',
    '/petitions/1027/letters',
    '/petitions/9999',
    '/petitions/1027/timeline',
  ])
    expect((await far.get(path)).status).toBe(404)
})

test('the unit of a token narrows what its person sees', async () => {
  const { as, desk, keep } = street()
  await keep(numbered(1027), numbered(1029, { grid: unitCode('QS-XF-01') }))
  const whole = as(await tokenFor('S043', desk))
  const narrow = as(await tokenFor('S043', desk, { unit: 'QS-XF-01' }))
  const numbersOf = async (client: typeof whole) =>
    (await client.get('/petitions')).body.petitions.map(({ number }) => number)
  expect(await numbersOf(whole)).toEqual([1029, 1027])
  expect(await numbersOf(narrow)).toEqual([1029])
  expect((await narrow.get('/petitions/1027')).status).toBe(404)
})

test('a letter tells when it went, by what, and when it was read', async () => {
  const { as, desk, keep, stores } = street()
  await keep(numbered(1027))
  const [id] = (await stores.outbox.take(10, now)).map((letter) => letter.id)
  if (!id) throw new Error('no letter')
  const onLark = { kind: 'person', channel: 'lark', account: 'ou_1' } as const
  await stores.outbox.setOut([id], onLark, now)
  await stores.outbox.sent([id], now, new Map([[id, 'om_1']]))
  const client = as(await tokenFor('S044', desk))
  const fates = async () => (await client.get('/petitions/1027/letters')).body.letters
  const sent = { state: 'sent', via: 'lark', sentAt: now.toISOString() }
  const pending = { state: 'pending', via: null, sentAt: null, seenAt: null }
  expect(await fates()).toMatchObject([{ ...sent, seenAt: null }, pending])
  const read = at('2026-03-02 15:04')
  await stores.outbox.seen(onLark, ['om_1'], read, read)
  expect(await fates()).toMatchObject([{ ...sent, seenAt: read.toISOString() }, pending])
})

test('nobody is named: neither in the timeline nor among the readers of letters', async () => {
  const { as, desk, keep } = street()
  // a colleague of the handler's who complains in confidence
  const reporter = aPetitioner('S046', { household: '幸福里小区5栋2单元301' })
  await keep(numbered(1027, { reporter, confidential: true }))
  const client = as(await tokenFor('S044', desk))
  const [timeline, letters, whole] = await Promise.all(
    ['/timeline', '/letters', ''].map((path) => client.get(`/petitions/1027${path}`)),
  )
  expect(timeline?.body.timeline.map(({ by }) => by)).toEqual([
    { kind: 'reporter' },
    { kind: 'staff', role: 'department_officer', office: '安居物业幸福里服务处' },
  ])
  expect(letters?.body.letters.map(({ to }) => to)).toEqual([
    { kind: 'petitioner' },
    { kind: 'staff', role: 'department_officer', office: '安居物业幸福里服务处' },
  ])
  for (const { name, id } of smallBook.staff)
    for (const answer of [timeline, letters, whole]) {
      expect(JSON.stringify(answer?.body)).not.toContain(name)
      expect(JSON.stringify(answer?.body)).not.toContain(id)
    }
})

test('lists are filtered, and go on where they stopped even as new ones come', async () => {
  const { as, desk, keep } = street()
  const many = Array.from({ length: 7 }, (_, i) =>
    numbered(1001 + i, { registeredAt: at(`2026-03-02 09:0${i >> 1}`) }),
  )
  await keep(...many, {
    ...aPetition('received'),
    id: petitionId('p-r'),
    number: 1050,
    registeredAt: at('2026-03-01 09:00'),
  })
  const client = as(await tokenFor('S043', desk))
  const seen: number[] = []
  let next: string | null = ''
  while (next !== null) {
    const { body: page } = await client.get(`/petitions?limit=3${next && `&cursor=${next}`}`)
    seen.push(...page.petitions.map(({ number }) => number))
    if (next === '') await keep(numbered(2000, { registeredAt: now }))
    next = page.next
  }
  expect(seen).toEqual([1007, 1006, 1005, 1004, 1003, 1002, 1001, 1050])
  const numbers = async (query: string) =>
    (await client.get(`/petitions?${query}`)).body.petitions.map(({ number }) => number)
  expect(await numbers('status=received')).toEqual([1050])
  expect(await numbers('handler=WY1&limit=2')).toEqual([2000, 1007])
  expect(await numbers('unit=QS-XF-01')).toEqual([])
  expect(await numbers('unit=nonsense')).toEqual([])
  expect(await numbers('registeredSince=2026-03-02T14:00:00%2B08:00')).toEqual([2000])
  expect(await numbers('overdue=true')).toEqual([])
})

test('what cannot be asked is refused with the field and what is allowed', async () => {
  const { as, desk } = street()
  const client = as(await tokenFor('S043', desk))
  const wrong = await client.get('/petitions?status=lost&limit=0')
  expect(wrong.status).toBe(422)
  expect(wrong.body.errors).toMatchObject([
    {
      field: 'query.status',
      allowed: ['received', 'dispatched', 'handling', 'resolved', 'closed', 'withdrawn'],
    },
    { field: 'query.limit' },
  ])
  expect((await client.get('/petitions?cursor=bm9uc2Vuc2U')).status).toBe(422)
  expect((await client.get('/petitions/nonsense')).status).toBe(422)
  expect((await client.get('/nowhere')).status).toBe(404)
})

test('photos are shown where their petition is, and nowhere else', async () => {
  const { as, desk, keep, stores } = street()
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])
  const [own, foreign] = [await stores.media.keep(png, 'image/png'), mediaId('f'.repeat(64))]
  await keep(numbered(1027, { photos: [own] }), numbered(1028, { photos: [] }))
  const client = as(await tokenFor('S043', desk))
  expect((await client.get(`/petitions/1027/photos/${own}`)).headers.get('content-type')).toBe(
    'image/png',
  )
  expect((await client.get(`/petitions/1027/photos/${foreign}`)).status).toBe(404)
  expect((await client.get(`/petitions/1028/photos/${own}`)).status).toBe(404)
})

test('the street is told by its codes, and hot spots only to those whose unit they are in', async () => {
  const { as, desk, stores } = street()
  const spot = { burst: petitionId('p-1'), grid: unitCode('QS-XF-02'), trade: '0301', level: 1 }
  await stores.hotSpots.keep({
    ...spot,
    numbers: [1001, 1002],
    households: 2,
    beganAt: now,
    lastAt: now,
  })
  const client = as(await tokenFor('S043', desk))
  expect((await client.get('/units')).body.units[1]).toEqual({
    ...{ code: 'QS-XF', parent: 'QS', kind: 'community', name: '幸福里社区' },
  })
  expect((await client.get('/departments')).body.departments).toHaveLength(4)
  expect((await client.get('/categories')).body.categories[1]).toMatchObject({
    code: '0301',
    leadHandler: 'PROPERTY',
  })
  expect((await client.get('/hot-spots')).body.hotSpots).toHaveLength(1)
  const elsewhere = as(await tokenFor('S009', desk))
  expect((await elsewhere.get('/hot-spots')).body.hotSpots).toEqual([])
})

test('said in a group whose unit is known, it lies there', async () => {
  const { as, desk, keep } = street()
  await keep(
    numbered(1027, { grid: null, reporter: aPetitioner('r', { room: roomId('room-xf-1') }) }),
  )
  const client = as(await tokenFor('S001', desk, { unit: 'QS-XF' }))
  expect((await client.get('/petitions/1027')).body.unit).toBe('QS-XF')
})
