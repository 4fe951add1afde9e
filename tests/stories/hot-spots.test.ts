import { expect, test } from 'vitest'
import { raiseHotSpot } from '../../src/flows/raise-hot-spots.ts'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const manager = staffAccount('S001')
const leader = staffAccount('S042')

/** One neighbour of each building after the other: the same trade, each another matter. */
async function complain(
  street: Awaited<ReturnType<typeof neighbourhood>>,
  from: number,
  count: number,
) {
  for (let n = from; n < from + count; n += 1)
    await street.says(
      `wx-r-${String(n).padStart(3, '0')}`,
      'dm',
      `幸福里小区${5 + (n % 4)}栋${1 + (n % 3)}单元楼道灯坏了，${n}楼`,
    )
}

const raised = (street: Awaited<ReturnType<typeof neighbourhood>>, account: string) =>
  street.told(account).filter((text) => text.includes('热点'))

test('many similar petitions in a grid are raised once, to the community and the leader', async () => {
  const street = await neighbourhood()
  await complain(street, 10, 4)
  expect(raised(street, manager)).toEqual([])
  await complain(street, 14, 5)
  expect(raised(street, manager)).toHaveLength(1)
  expect(raised(street, leader)).toHaveLength(1)
  expect(raised(street, manager)[0]).toMatch(
    /【热点】幸福里第二网格 楼道照明：3月2日（周一）09:00以来5件、5户反映（幸福里小区），编号1001、1002/,
  )
  expect(raised(street, manager)[0]).not.toMatch(/单元|wx-r/)
  expect(street.faults).toEqual([])
})

test('twice as many are raised once more', async () => {
  const street = await neighbourhood()
  await complain(street, 10, 12)
  const told = raised(street, manager)
  expect(told).toHaveLength(2)
  expect(told[1]).toContain('热点扩大')
})

test('a new burst is raised again when the old one is over', async () => {
  const street = await neighbourhood()
  await complain(street, 10, 6)
  await street.itIs('2026-03-09 09:00')
  await complain(street, 20, 4)
  expect(raised(street, manager)).toHaveLength(1)
  await complain(street, 30, 4)
  expect(raised(street, manager)).toHaveLength(2)
})

test('two processes and a retry with the same news say it once', async () => {
  const street = await neighbourhood()
  await complain(street, 10, 5)
  const newest = await street.petition(1005)
  // they have not seen that it is kept
  const behind = { ...street.desk, hotSpots: { ...street.desk.hotSpots, since: async () => [] } }
  await Promise.all([1, 2, 3].map(() => raiseHotSpot(newest, behind)))
  await street.itIs('2026-03-02 10:00')
  expect(raised(street, manager)).toHaveLength(1)
})
