import { expect, test } from 'vitest'
import type { Desk } from '../../src/flows/ports.ts'
import { watchDeadlines } from '../../src/flows/watch-deadlines.ts'
import { at } from '../support/builders.ts'
import { neighbourhood } from '../support/neighbourhood.ts'

/** Two petitions whose first reminders are due. */
async function twoDue() {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says('wx-r-003', 'dm', '幸福里小区5栋2单元楼道灯坏了')
  await street.says('wx-r-001', 'dm', '幸福里小区1栋1单元门禁刷卡没反应')
  const [lamp, door] = [await street.petition(1001), await street.petition(1002)]
  const desk: Desk = { ...street.desk, clock: () => at('2026-03-02 12:00') }
  return { street, desk, lamp, door }
}

test('a timer that fails keeps none of the others waiting', async () => {
  const { street, desk, lamp, door } = await twoDue()
  const find: Desk['petitions']['find'] = async (id) => {
    if (id === lamp.id) throw new Error('unreadable')
    return desk.petitions.find(id)
  }
  await watchDeadlines({ ...desk, petitions: { ...desk.petitions, find } })
  const reminded = async (id: typeof lamp.id) =>
    (await desk.petitions.timeline(id)).some(({ kind }) => kind === 'reminded')
  expect(await reminded(door.id)).toBe(true)
  expect(await reminded(lamp.id)).toBe(false)
  expect(street.faults.some((fault) => fault.includes(lamp.id))).toBe(true)
})

test('when all of them fail it is no fault of theirs', async () => {
  const { desk } = await twoDue()
  const find = async () => {
    throw new Error('the database is away')
  }
  const away = { ...desk, petitions: { ...desk.petitions, find } }
  await expect(watchDeadlines(away)).rejects.toThrow('the database is away')
})
