import { describe, expect, test } from 'vitest'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const [liu, still] = ['wx-r-003', 'wx-r-004'] as const
const [property, manager, supervisor] = ['S061', 'S001', 'S044'].map(staffAccount) as [
  string,
  string,
  string,
]

/** Resolved on Monday at ten. */
async function newLamp() {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了')
  await street.says(property, 'dm', '签收')
  await street.itIs('2026-03-02 10:00')
  await street.says(property, 'dm', '1001 已换灯泡，办结')
  await street.expectStatus('resolved')
  return street
}

describe('asked whether it is solved', () => {
  test('"solved, satisfied" closes it', async () => {
    const street = await newLamp()
    expect(street.told(liu).at(-1)).toContain('已换灯泡')
    await street.says(liu, 'dm', '解决了，满意')
    expect(await street.petition()).toMatchObject({
      status: 'closed',
      rated: true,
      ratings: [{ solved: true }],
    })
    expect(street.kinds(liu).at(-1)).toBe('rated')
    await street.itIs('2026-03-02 11:30')
    expect(street.kinds(property).at(-1)).toBe('taskRated')
  })

  test('"not solved" reopens it: same number, same handler, one level higher informed', async () => {
    const street = await newLamp()
    await street.says(liu, 'dm', '没解决，晚上又不亮了')
    expect(await street.petition()).toMatchObject({
      status: 'dispatched',
      number: 1001,
      to: { code: 'WY1' },
      reopenings: 1,
    })
    expect(street.kinds(liu).at(-1)).toBe('reopened')
    expect(street.kinds(property).at(-1)).toBe('task')
    expect(street.kinds(manager)).toEqual(['reopenedAbove'])
    expect(await street.count()).toBe(1)
  })

  test('"not solved" a second time reaches the street supervisor', async () => {
    const street = await newLamp()
    await street.says(liu, 'dm', '没解决，晚上又不亮了')
    await street.says(property, 'dm', '1001 又换了一个，办结')
    await street.says(liu, 'dm', '还是没解决')
    expect(await street.petition()).toMatchObject({ status: 'dispatched', reopenings: 2 })
    expect(street.kinds(supervisor)).toEqual(['reopenedAbove'])
  })

  test('a poor rating of what is solved closes it, and the manager hears of it', async () => {
    const street = await newLamp()
    await street.says(liu, 'dm', '灯是亮了，但是不满意，拖太久了')
    expect((await street.petition()).ratings).toHaveLength(1)
    await street.itIs('2026-03-02 11:30')
    expect(street.kinds(property).at(-1)).toBe('taskRated')
  })

  test('nobody answers: one reminder after two days, closed unrated after five', async () => {
    const street = await newLamp()
    await street.itIs('2026-03-20 12:00')
    expect(street.kinds(liu).filter((kind) => kind === 'ratingReminded')).toHaveLength(1)
    expect(await street.petition()).toMatchObject({ status: 'closed', rated: false, ratings: [] })
    expect(street.kinds(liu).at(-1)).toBe('closedUnrated')
  })
})

describe('after it was closed', () => {
  const closed = async () => {
    const street = await newLamp()
    await street.says(liu, 'dm', '解决了，满意')
    await street.expectStatus('closed')
    return street
  }

  test('"not solved" within seven days reopens it', async () => {
    const street = await closed()
    await street.itIs('2026-03-08 20:00')
    await street.says(liu, 'dm', '1001号没解决，又坏了')
    expect(await street.petition()).toMatchObject({ status: 'dispatched', reopenings: 1 })
  })

  test('"not solved" later than that is registered anew, linked to the old one, and that is said', async () => {
    const street = await closed()
    await street.itIs('2026-03-12 09:00')
    await street.says(liu, 'dm', '1001号没解决，又坏了')
    await street.expectStatus('closed')
    expect(street.told(liu).at(-1)).toContain('1001号结案已久，过了重办的期限')
    expect(await street.petition(1002)).toMatchObject({
      status: 'dispatched',
      follows: { number: 1001 },
      place: { building: '5', unit: '2' },
      category: '0301',
      to: { code: 'WY1' },
    })
    expect(street.told(property).at(-1)).toContain('5栋2单元楼道灯坏了')
  })
})

test('long after it was closed, the same trouble in plain words is a petition of its own', async () => {
  const street = await newLamp()
  await street.says(liu, 'dm', '解决了，满意')
  await street.itIs('2026-03-25 09:00')
  await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯又坏了，没人修')
  await street.expectStatus('closed', 1001)
  await street.expectStatus('dispatched', 1002)
})

test('a new matter right after the old one was done is a petition of its own', async () => {
  const street = await newLamp()
  await street.says(liu, 'dm', '幸福里小区5栋2单元下水道堵了，污水往外冒')
  await street.expectStatus('resolved', 1001)
  await street.expectStatus('dispatched', 1002)
  await street.says(liu, 'dm', '解决了，满意')
  await street.expectStatus('closed', 1001)
})

describe('when several households were in it', () => {
  test('it stays open for ratings until all have spoken, and one "not solved" is enough to reopen', async () => {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.says(liu, 'room-xf-1', '5栋2单元楼道灯坏了')
    await street.says(still, 'room-xf-1', '我家也是')
    await street.says(property, 'dm', '签收')
    await street.says(property, 'dm', '1001 已换灯泡，办结')
    await street.says(liu, 'dm', '解决了，满意')
    await street.expectStatus('resolved')
    await street.says(still, 'dm', '没解决，四楼还是黑的')
    await street.expectStatus('dispatched')
    expect(street.kinds(liu).at(-1)).toBe('reopened')
  })
})
