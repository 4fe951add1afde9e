import { expect, test } from 'vitest'
import { inboxReader } from '../../src/flows/read-inbox.ts'
import { neighbourhood } from '../support/neighbourhood.ts'

test('a message is not set aside because the database was away while it was read', async () => {
  const { desk, says, count, faults } = await neighbourhood()
  let away = true
  const ifThere = async <Answer>(answer: Promise<Answer>) => {
    if (away) throw new Error('the database is away')
    return answer
  }
  const inbox = { ...desk.inbox }
  // it goes away in the middle of reading, and is seen to be away from then on
  let asked = 0
  const unsteady = {
    ...inbox,
    waiting: (most: number) =>
      asked++ % 2 === 0 ? inbox.waiting(most) : ifThere(inbox.waiting(most)),
    stretch: (...of: Parameters<typeof inbox.stretch>) => ifThere(inbox.stretch(...of)),
  }
  const read = inboxReader({ ...desk, inbox: unsteady })
  Object.assign(desk.inbox, { waiting: async () => [] })
  await says('wx-r-003', 'room-xf-1', '5栋2单元楼道灯坏了')
  Object.assign(desk.inbox, { waiting: inbox.waiting })
  for (let tries = 0; tries < 5; tries += 1) await expect(read()).rejects.toThrow('away')
  away = false
  expect(await read()).toBe(1)
  expect(await count()).toBe(1)
  expect(faults).toEqual([])
})
