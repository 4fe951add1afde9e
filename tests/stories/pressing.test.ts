import { describe, expect, test } from 'vitest'
import { unitCode } from '../../src/domain/ids.ts'
import { periodOf } from '../../src/domain/numbers/period.ts'
import { pingFigure } from '../../src/flows/ping-figure.ts'
import { tellReport } from '../../src/flows/tell-reports.ts'
import { eventWords } from '../../src/texts/timeline.ts'
import { at } from '../support/builders.ts'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const [liu, neighbour] = ['wx-r-003', 'wx-r-004'] as const
const [property, manager, dispatcher, supervisor] = ['S061', 'S001', 'S043', 'S044'].map(
  staffAccount,
) as [string, string, string, string]

async function lamp() {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(liu, 'room-xf-1', '5栋2单元楼道灯坏了')
  await street.says(neighbour, 'room-xf-1', '我家也是')
  await street.says(property, 'dm', '1001 签收')
  return street
}
type Street = Awaited<ReturnType<typeof lamp>>
const urgings = async (street: Street) =>
  (await street.desk.petitions.timeline((await street.petition()).id)).filter(
    ({ kind }) => kind === 'urged',
  ).length

describe('residents press', () => {
  test('as often as they like: half a day long they hear what is known, and nobody is called again', async () => {
    const street = await lamp()
    await street.says(liu, 'dm', '催一下')
    expect(street.kinds(liu).at(-1)).toBe('urged')
    await street.says(liu, 'dm', '催一下')
    expect(street.told(liu).at(-1)).toMatch(/已提醒过安居物业.*3月4日（周三）前办结/)
    expect(await urgings(street)).toBe(1)
    await street.itIs('2026-03-02 22:00')
    await street.says(liu, 'dm', '催一下')
    expect(await urgings(street)).toBe(2)
  })

  test('neighbours are one ping with the number of households', async () => {
    const street = await lamp()
    await street.says(liu, 'dm', '催一下')
    await street.says(neighbour, 'dm', '催一下')
    await street.itIs('2026-03-02 11:30')
    const urged = street.told(property).filter((text) => text.includes('【催办】'))
    expect(urged).toHaveLength(1)
    expect(urged[0]?.match(/【催办】/g)).toHaveLength(1)
    expect(urged[0]).toContain('2户催办，2户在等')
  })
})

test('what a household hears again is how it stands', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(liu, 'room-xf-1', '5栋2单元楼道灯坏了')
  await street.says(liu, 'dm', '催一下')
  await street.says(liu, 'dm', '催一下')
  expect(street.told(liu).at(-1)).toMatch(/还没有签收，应在.*前办结/)
  await street.says(property, 'dm', '1001 签收')
  await street.itIs('2026-03-05 10:00')
  await street.says(liu, 'dm', '催一下')
  await street.says(liu, 'dm', '催一下')
  expect(street.told(liu).at(-1)).toMatch(/应于3月4日（周三）.*已经超期/)
})

test('in an emergency nothing waits for the digest, however full the day is', async () => {
  const street = await neighbourhood('2026-03-02 09:30')
  const book = await street.desk.rulebooks.current()
  const pings = { perDay: 1, digestAt: ['17:00'], briefAt: '08:30' } as const
  await street.saveRulebook({ ...book, policies: { ...book.policies, pings } })
  await street.says(liu, 'dm', '幸福里小区5栋2单元电梯困人了，老人出不来')
  expect(await street.petition()).toMatchObject({ urgency: 'emergency' })
  const handler = street.delivered.flatMap(({ parcel }) =>
    parcel.to.kind === 'person' && parcel.notices.some(({ kind }) => kind === 'task')
      ? [parcel.to.account]
      : [],
  )[0] as string
  await street.says(liu, 'dm', '1001 补充：困在3楼，一共三个人')
  await street.says(liu, 'dm', '1001 催一下')
  expect(street.kinds(handler)).toEqual(expect.arrayContaining(['taskSupplemented', 'taskUrged']))
})

test('supervision has levels, with who was told in the record', async () => {
  const street = await lamp()
  await street.itIs('2026-03-10 12:00')
  expect(street.told(manager).join()).toContain('【超期督办·一级】')
  expect(street.told(supervisor).join()).toMatch(/二级督办|超期督办·二级/)
  const book = await street.desk.rulebooks.current()
  const timeline = await street.desk.petitions.timeline((await street.petition()).id)
  const words = timeline
    .filter(({ kind }) => kind === 'escalated')
    .map((event) => eventWords(event, book))
  expect(words[0]).toBe('一级督办，办结超期，报社区书记陈建国')
  expect(words[1]).toBe('二级督办，办结超期1个工作日，报街道督办员阎秀英')
})

test('who leaves a wish for more time undecided is asked again, then those above', async () => {
  const street = await lamp()
  await street.says(property, 'dm', '1001 申请延期2天，配件没到')
  const pressed = (account: string) =>
    street.told(account).filter((text) => text.includes('【催批】'))
  await street.itIs('2026-03-03 08:59')
  expect(pressed(dispatcher)).toEqual([])
  await street.itIs('2026-03-03 12:00')
  expect(pressed(dispatcher)).toHaveLength(1)
  expect(pressed(supervisor)).toEqual([])
  await street.itIs('2026-03-04 18:00')
  expect(pressed(dispatcher)).toHaveLength(2)
  expect(pressed(supervisor)[0]).toContain('已报上一级')
  await street.says(supervisor, 'dm', '1001 同意延期')
  await street.itIs('2026-03-06 18:00')
  expect(pressed(dispatcher)).toHaveLength(2)
  expect(street.faults).toEqual([])
})

test('a report that is ready is told once to those who owe it', async () => {
  const street = await lamp()
  const ready = {
    kind: 'weekly',
    scope: { unit: unitCode('QS-XF') },
    period: periodOf('week', at('2026-02-24 12:00')),
  } as const
  const told = await Promise.all([tellReport(ready, street.desk), tellReport(ready, street.desk)])
  expect(told.filter(Boolean)).toHaveLength(1)
  expect(await tellReport(ready, street.desk)).toBe(false)
  await street.itIs('2026-03-02 11:30')
  const heard = street.told(manager).filter((text) => text.includes('每周汇总表（2026-W09）'))
  expect(heard).toHaveLength(1)
  expect(street.kinds(staffAccount('S003'))).not.toContain('reportReady')
})

test('the month shows how often staff were called', async () => {
  const street = await lamp()
  await street.itIs('2026-03-10 12:00')
  const figure = await pingFigure(periodOf('month', at('2026-03-05 12:00')), street.desk)
  expect(figure.people).toBeGreaterThan(2)
  expect(figure.most).toBeGreaterThan(0)
  expect(figure.most).toBeLessThanOrEqual(figure.perDay)
  const calm = (await street.desk.outbox.letters({})).filter((letter) => letter.calm)
  expect(figure.messages).toBeLessThanOrEqual(calm.length)
})
