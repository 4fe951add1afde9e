import { randomBytes } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { startHotline } from '../../bots/hotline/hotline.ts'
import { signed } from '../../bots/hotline/sign.ts'
import type { Stores } from '../../db/stores/stores.ts'
import { messageId } from '../../src/domain/ids.ts'
import { anEntry } from '../support/builders.ts'
import { freshDatabase, streetIn } from '../support/postgres.ts'
import { say } from './stage.ts'

const street = streetIn(await freshDatabase())
afterAll(() => street.close())

const settings = {
  ...{ tenant: 'qingshi', source: 'city', secret: randomBytes(32).toString('hex') },
  url: 'http://127.0.0.1:9/',
}
const started = ({ inbox, media, seenKeys: seen }: Stores) =>
  startHotline({ settings, inbox, media, seen, say, clock: () => new Date(), report: () => {} })

test('a recorded request is refused by another process too, also once chatter is forgotten', async () => {
  const [first, second] = [await street.open(), await street.open()]
  const [before, after] = [started(first), started(second)]
  const body = new TextEncoder().encode(
    JSON.stringify({
      ...{ tenant: 'qingshi', id: 'HL-1', sent_at: new Date().toISOString() },
      ...{ from: { id: 'caller' }, text: '早上好' },
    }),
  )
  const headers = signed('to-linli', body, settings, new Date())
  const request = () =>
    new Request('http://linli/hotline/v1/messages', { method: 'POST', headers, body })
  const [door, otherDoor] = [before.doors[0], after.doors[0]]
  expect((await door?.answer(request()))?.status).toBe(200)
  const cause = { kind: 'message', channel: 'hotline', message: messageId('HL-1') } as const
  await first.petitions.record([anEntry({ cause, outcome: 'chatter' })], new Date())
  expect(await first.inbox.forget(new Date(Date.now() + 1_000))).toBe(1)
  expect((await otherDoor?.answer(request()))?.status).toBe(409)
  expect(await second.inbox.waiting(9)).toEqual([])
  before.stop()
  after.stop()
})

test('of the same request at two processes at once the message is kept once', async () => {
  const stores = [await street.open(), await street.open()]
  const hotlines = stores.map(started)
  const body = new TextEncoder().encode(
    JSON.stringify({
      ...{ tenant: 'qingshi', id: 'HL-2', sent_at: new Date().toISOString() },
      ...{ from: { id: 'caller-2' }, text: '三楼漏水' },
    }),
  )
  const headers = signed('to-linli', body, settings, new Date())
  const statuses = await Promise.all(
    Array.from({ length: 10 }, async (_, i) => {
      const request = new Request('http://linli/hotline/v1/messages', {
        ...{ method: 'POST', headers, body },
      })
      return (await hotlines[i % 2]?.doors[0]?.answer(request))?.status
    }),
  )
  expect(statuses).toContain(200)
  expect(statuses.filter((status) => status !== 200 && status !== 409)).toEqual([])
  const waiting = await stores[0]?.inbox.waiting(9)
  expect(waiting?.map(({ id }) => id)).toEqual(['HL-2'])
  for (const { stop } of hotlines) stop()
})
