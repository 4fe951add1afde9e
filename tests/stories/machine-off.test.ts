import { expect, test } from 'vitest'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

/** Nothing ran for days or weeks; then everything that fell due meanwhile is there at once. */
const property = staffAccount('S061')
const sanitation = staffAccount('S047')

/** Two petitions, one accepted and one not, and the machine off from then on. */
async function offUntil(moment: string) {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says('wx-r-003', 'dm', '幸福里小区5栋2单元楼道灯坏了')
  await street.says('wx-r-029', 'dm', '河滨新村10号楼门口垃圾桶满了两天没人清')
  await street.says(property, 'dm', '签收')
  const before = street.delivered.length
  await street.wakesAt(moment)
  const since = street.delivered.slice(before)
  const to = (account: string) =>
    since.filter(({ parcel }) => parcel.to.kind === 'person' && parcel.to.account === account)
  return { street, since, to }
}

test.each(['2026-03-05 09:00', '2026-03-23 10:00'])(
  'off until %s: each hears in one message what is late, and nothing is called due that is past',
  async (moment) => {
    const { street, since, to } = await offUntil(moment)
    expect(to(property)).toHaveLength(1)
    expect(to(sanitation)).toHaveLength(1)
    const readers = since.map(({ parcel }) => JSON.stringify(parcel.to))
    expect(new Set(readers).size).toBe(readers.length)
    const told = since.flatMap(({ parcel }) => parcel.notices.map(({ kind }) => kind))
    expect(told).toContain('escalated')
    expect(told).not.toContain('reminded')
    expect(since.map(({ text }) => text).join()).not.toContain('临期')
    expect(street.faults).toEqual([])
  },
)

test('only one brief comes of all the mornings that were missed: the one of today', async () => {
  const { since } = await offUntil('2026-03-23 10:00')
  const briefs = since.flatMap(({ parcel }) =>
    parcel.notices.filter(({ kind }) => kind === 'dailyBrief'),
  )
  expect(briefs).toHaveLength(1)
})

test('what is still to come is reminded of in its time', async () => {
  const { street } = await offUntil('2026-03-03 09:00')
  await street.itIs('2026-03-04 20:00')
  expect(street.kinds(property)).toContain('reminded')
})
