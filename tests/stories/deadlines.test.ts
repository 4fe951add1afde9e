import { describe, expect, test } from 'vitest'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const liu = 'wx-r-003'
const [property, manager, supervisor, municipal] = ['S061', 'S001', 'S044', 'S046'].map(
  staffAccount,
) as [string, string, string, string]

type Street = Awaited<ReturnType<typeof neighbourhood>>

/** When somebody was told something of a kind, in Beijing time. */
const when = (street: Street, account: string, kind: string) =>
  street.delivered
    .filter(({ parcel }) => parcel.to.kind === 'person' && parcel.to.account === account)
    .filter(({ parcel }) => parcel.notices.some((notice) => notice.kind === kind))
    .map(({ at }) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16))

describe('a stair light reported on Monday at nine, with four working hours to accept it', () => {
  const reported = async () => {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了')
    return street
  }

  test('is due for acceptance at half past two: the lunch break does not count', async () => {
    const street = await reported()
    const petition = await street.petition()
    expect('acceptDueAt' in petition && petition.acceptDueAt.toISOString().slice(0, 16)).toBe(
      '2026-03-02T06:30',
    )
  })

  test('nobody accepts: two reminders, then the manager, a working day later the supervisor', async () => {
    const street = await reported()
    await street.itIs('2026-03-02 14:29')
    expect(when(street, property, 'reminded')).toHaveLength(2)
    expect(when(street, manager, 'escalated')).toEqual([])
    await street.itIs('2026-03-02 14:31')
    expect(when(street, manager, 'escalated')).toEqual(['2026-03-02T14:30'])
    await street.itIs('2026-03-03 20:00')
    expect(when(street, supervisor, 'escalated')).toEqual([])
    await street.itIs('2026-03-04 09:00')
    expect(when(street, supervisor, 'escalated')).toHaveLength(1)
  })

  test('accepted in time: nobody above hears of it, and the end of the second working day is the limit', async () => {
    const street = await reported()
    await street.says(property, 'dm', '签收')
    await street.itIs('2026-03-04 17:00')
    expect(when(street, manager, 'escalated')).toEqual([])
    expect(when(street, property, 'reminded').length).toBeGreaterThan(0)
    await street.itIs('2026-03-05 09:00')
    expect(when(street, manager, 'escalated')).toHaveLength(1)
  })

  test('done in time: silence ever after', async () => {
    const street = await reported()
    await street.says(property, 'dm', '签收')
    await street.says(property, 'dm', '1001 已换灯泡，办结')
    const told = street.told(property).length
    await street.itIs('2026-03-06 12:00')
    expect(street.told(property)).toHaveLength(told)
    expect(street.told(manager)).toEqual([])
  })
})

describe('over weekends and holidays', () => {
  test('the Saturday before the Spring Festival that is worked to make up counts', async () => {
    const street = await neighbourhood('2026-02-13 10:00') // Friday; Saturday the 14th is worked
    await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了')
    const petition = await street.petition()
    // the second working day after Friday: Saturday the 14th, then Tuesday the 24th after the feast
    expect('resolveDueAt' in petition && petition.resolveDueAt.toISOString().slice(0, 10)).toBe(
      '2026-02-24',
    )
    await street.itIs('2026-02-14 12:00')
    expect(when(street, manager, 'escalated')).toEqual(['2026-02-13T15:30'])
    await street.itIs('2026-02-14 23:59')
    await street.itIs('2026-02-15 08:00')
    expect(when(street, supervisor, 'escalated')).toHaveLength(1)
  })

  test('an ordinary weekend does not: Friday plus five working days is the next Friday', async () => {
    const street = await neighbourhood('2026-03-06 10:00')
    await street.says('wx-r-054', 'dm', '解放路118号门口的路灯不亮了')
    const petition = await street.petition()
    expect(petition).toMatchObject({ category: '0101', to: { code: 'SZ' } })
    expect('resolveDueAt' in petition && petition.resolveDueAt.toISOString().slice(0, 10)).toBe(
      '2026-03-13',
    )
    await street.itIs('2026-03-08 20:00')
    expect(when(street, municipal, 'escalated')).toEqual([])
  })
})

test('several reminders that fall due together are one message', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了')
  await street.says('wx-r-007', 'dm', '幸福里小区6栋1单元下水道堵了，污水往外冒')
  await street.says('wx-r-011', 'dm', '幸福里小区7栋3单元单元门的门禁坏了，关不上')
  expect(await street.count()).toBe(3)
  await street.itIs('2026-03-02 14:35')
  const escalated = street.delivered.filter(({ parcel }) => parcel.notices[0]?.kind === 'escalated')
  const toManager = escalated.filter(
    ({ parcel }) => parcel.to.kind === 'person' && parcel.to.account === manager,
  )
  expect(toManager.flatMap(({ parcel }) => parcel.notices)).toHaveLength(3)
})
