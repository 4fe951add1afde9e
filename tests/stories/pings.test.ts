import { describe, expect, test } from 'vitest'
import { dayOf } from '../../src/domain/deadlines/calendar.ts'
import type { PingPolicy } from '../../src/domain/street/pressing-policy.ts'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const property = staffAccount('S061')
const pings: PingPolicy = { perDay: 5, digestAt: ['11:30', '17:00'], briefAt: '08:30' }
type Street = Awaited<ReturnType<typeof neighbourhood>>

async function street(but: Partial<PingPolicy> = {}) {
  const here = await neighbourhood('2026-03-02 08:00')
  const book = await here.desk.rulebooks.current()
  const policies = { ...book.policies, pings: { ...pings, ...but } }
  await here.saveRulebook({ ...book, policies })
  return here
}

/** One lamp in each entrance: all of them go to the property company. */
async function lamps(here: Street, from: number, count: number) {
  for (let n = from; n < from + count; n += 1)
    await here.says(
      `wx-r-${String(10 + n).padStart(3, '0')}`,
      'dm',
      `幸福里小区${1 + (n % 12)}栋${1 + (n % 2)}单元楼道灯坏了`,
    )
}

const parcelsTo = (here: Street, account: string) =>
  here.delivered.filter(
    ({ parcel }) => parcel.to.kind === 'person' && parcel.to.account === account,
  )

/** Which letters are calm is written on them: an answer or an alarm in a message makes it one that is not counted. */
async function calmPings(here: Street): Promise<Map<string, number>> {
  const letters = await here.desk.outbox.letters({})
  const calm = new Set(letters.filter((letter) => letter.calm).map(({ id }) => id))
  const counts = new Map<string, number>()
  for (const { parcel, at } of here.delivered) {
    const key = `${parcel.to.kind === 'person' ? parcel.to.account : ''}/${dayOf(at)}`
    if (calm.has(parcel.id) && !parcel.notices.some(({ kind }) => kind === 'done'))
      counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

test('a busy day: nobody gets more calm messages than the budget, and nothing is lost', async () => {
  const here = await street()
  await lamps(here, 0, 14)
  await here.says('wx-r-010', 'dm', '催一下')
  await here.itIs('2026-03-02 10:00')
  for (const number of [1001, 1002, 1003, 1004]) {
    await here.says(property, 'dm', `${number} 签收`)
    await here.says(property, 'dm', `${number} 办结：已换灯泡`)
  }
  for (const n of [10, 11, 12, 13])
    await here.says(`wx-r-${String(n).padStart(3, '0')}`, 'dm', '解决了，满意')
  await lamps(here, 14, 8)
  await here.itIs('2026-03-06 20:00')
  const counts = await calmPings(here)
  expect(Math.max(...counts.values())).toBe(pings.perDay)
  expect(counts.get(`${property}/2026-03-02`)).toBe(pings.perDay)
  const letters = await here.desk.outbox.letters({})
  expect(letters.filter(({ state }) => state !== 'sent')).toEqual([])
  const told = parcelsTo(here, property).flatMap(({ parcel }) => parcel.notices)
  const mine = await here.desk.outbox.letters({ person: await here.person(property) })
  expect(told).toHaveLength(mine.length)
  expect(here.faults).toEqual([])
})

test('nothing overtakes what was written before of the same petition', async () => {
  const here = await street()
  await lamps(here, 0, 14)
  await here.says(property, 'dm', '1001 签收')
  await here.says('wx-r-010', 'dm', '催一下')
  await here.says(property, 'dm', '1001 办结：已换灯泡')
  await here.says('wx-r-010', 'dm', '没解决，还是不亮')
  await here.itIs('2026-03-03 20:00')
  const letters = await here.desk.outbox.letters({ person: await here.person(property) })
  const written = letters.sort((a, b) => (a.id < b.id ? -1 : 1))
  const numberOf = (notice: object) =>
    'brief' in notice ? (notice.brief as { number: number }).number : 0
  const told = parcelsTo(here, property).flatMap(({ parcel }) => parcel.notices)
  for (const number of [1001, 1008, 1014])
    expect(told.filter((notice) => numberOf(notice) === number)).toEqual(
      written.map(({ notice }) => notice).filter((notice) => numberOf(notice) === number),
    )
})

describe('a digest', () => {
  test('is one message, the most pressing first, and says how to answer', async () => {
    const here = await street({ perDay: 3 })
    await lamps(here, 0, 4)
    await here.itIs('2026-03-02 11:30')
    const last = parcelsTo(here, property).at(-1)
    expect(last?.text).toContain('【汇总】临期4件、待办3件\n临期：\n1001号')
    expect(last?.text).toContain('1004号 楼道照明（幸福里小区4栋2单元）：居民说：')
    expect(last?.text).toContain('编号 签收')
    await here.itIs('2026-03-02 17:00')
    expect(parcelsTo(here, property).at(-1)?.text).toMatch(/【汇总】超期\d+件/)
  })

  test('routine news waits for it, also with room in the day; urging of neighbours is one line', async () => {
    const here = await street()
    await here.says('wx-r-003', 'room-xf-1', '5栋2单元楼道灯坏了')
    await here.says('wx-r-004', 'room-xf-1', '我家也是')
    await here.says(property, 'dm', '1001 签收')
    const before = parcelsTo(here, property).length
    await here.says('wx-r-003', 'dm', '催一下')
    await here.says('wx-r-004', 'dm', '催一下')
    expect(parcelsTo(here, property)).toHaveLength(before)
    await here.itIs('2026-03-02 11:30')
    const pinged = parcelsTo(here, property).slice(before)
    expect(pinged).toHaveLength(1)
    expect(pinged[0]?.text.match(/【催办】/g)).toHaveLength(1)
    expect(pinged[0]?.text).toContain('2户')
  })

  test('an emergency waits for nothing, and an answer comes at once', async () => {
    const here = await street({ perDay: 2 })
    await lamps(here, 0, 6)
    await here.says('wx-r-003', 'dm', '幸福里小区5栋着火了，好大的烟，有人被困')
    expect(here.kinds(staffAccount('S010'))).toContain('alarm')
    await here.says(property, 'dm', '1006 签收')
    expect(here.kinds(property).at(-1)).toBe('done')
  })

  test('what could not be said in time is said once the link is back, within the budget of that day', async () => {
    const here = await street({ perDay: 2 })
    here.linkIsUp(false)
    await lamps(here, 0, 6)
    await here.itIs('2026-03-03 12:00')
    here.linkIsUp(true)
    await here.itIs('2026-03-04 20:00')
    expect(Math.max(...(await calmPings(here)).values())).toBeLessThanOrEqual(2)
    const letters = await here.desk.outbox.letters({})
    expect(letters.filter(({ state }) => state !== 'sent')).toEqual([])
  })
})
