import postgres from 'postgres'
import { afterAll, expect, test } from 'vitest'
import { nameOf } from '../../db/stores/connect.ts'
import { personId, petitionId } from '../../src/domain/ids.ts'
import { about } from '../contracts/causes.ts'
import { allOf } from '../contracts/feed.ts'
import { aPetition } from '../support/builders.ts'
import { freshDatabase, streetIn } from '../support/postgres.ts'

const url = await freshDatabase()
const street = streetIn(url)
const { feed, petitions } = await street.open()
/** Another process of ours. */
const other = postgres(url, { max: 2, connection: { application_name: nameOf('another') } })
const begin = new Date(0)
afterAll(async () => {
  await other.end()
  await street.close()
})

const happens = (number: number) =>
  petitions.record(
    [
      about(aPetition('dispatched', { id: petitionId(`p-${number}`), number, version: 1 }), {
        events: [{ kind: 'urged', by: personId('S001'), at: new Date() }],
      }),
    ],
    new Date(),
  )
const numbers = async () => (await feed.after(begin, 100)).map(({ petition }) => petition.number)

test('what was begun earlier and is written later is told first, and nothing passes it', async () => {
  await happens(1)
  await allOf(feed, 1)
  let goOn = () => {}
  const written = new Promise<void>((go) => {
    goOn = go
  })
  let hasBegun = () => {}
  const begun = new Promise<void>((go) => {
    hasBegun = go
  })
  const late = other.begin(async (tx) => {
    await tx`select now()` // from here on its events are older than all that follows
    hasBegun()
    await written
    await tx`
      insert into petition_event (tenant_id, petition_id, version, seq, body)
      select tenant_id, petition_id, 2, 0, jsonb_set(body, '{by}', '"late"') from petition_event
      where petition_id = 'p-1'`
  })
  await begun
  await happens(2)
  // far longer than anything is held up when nothing is being written
  await new Promise((go) => setTimeout(go, 1_500))
  expect(await numbers()).toEqual([1])
  goOn()
  await late
  const all = await allOf(feed, 3)
  expect(all.map(({ event }) => event.by)).toEqual(['S001', 'late', 'S001'])
  expect(all.map(({ petition }) => petition.number)).toEqual([1, 1, 2])
})

test('who only reads for long, like a backup, holds nothing up', async () => {
  const reader = postgres(url, { max: 1, connection: { application_name: 'linli-backup' } })
  await reader.begin('isolation level repeatable read read only', async (tx) => {
    await tx`select count(*) from petition_event`
    await happens(3)
    expect(await allOf(feed, 4)).toHaveLength(4)
  })
  await reader.end()
})
