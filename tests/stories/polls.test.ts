import { describe, expect, test } from 'vitest'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const dispatcher = staffAccount('S002')
const asked = '征集意见 幸福里：要不要在3栋前加装充电桩？A 要 B 不要 C 看情况 到周五'
const quote =
  '「邻里小助手：【征集意见】幸福里社区（3月2日，到3月6日截止）\n要不要在3栋前加装充电桩？」\n- - - - - - - - - -\n'
const here = 'room-xf-1'
type Street = Awaited<ReturnType<typeof neighbourhood>>
const last = (street: Street, account: string) => street.told(account).at(-1) ?? ''

async function opened() {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(dispatcher, 'dm', asked)
  await street.says(dispatcher, 'dm', '发')
  return street
}
const choices = async (street: Street) =>
  Object.fromEntries(
    ((await street.desk.voices.open())[0]?.answers ?? []).map(({ household, choice }) => [
      household.split('/').at(-1),
      choice,
    ]),
  )

describe('a poll', () => {
  test('is read back with its options and its end, and put to the groups', async () => {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.says(dispatcher, 'dm', asked)
    expect(last(street, dispatcher)).toMatch(
      /A 要\nB 不要\nC 看情况\n到3月6日（周五）截止，一户一票/,
    )
    await street.says(dispatcher, 'dm', '发')
    const [posted = ''] = street.inRoom(here)
    expect(posted).toMatch(
      /^【征集意见】幸福里社区（3月2日，到3月6日截止）\n要不要在3栋前加装充电桩？\nA 要\nB 不要\nC 看情况\n/,
    )
    expect(street.faults).toEqual([])
  })

  test('counts one answer a household, the last one, by letter, in words and in private', async () => {
    const street = await opened()
    await street.says('wx-r-003', here, 'A')
    await street.says('wx-r-003', here, '改成B')
    await street.says('wx-r-005', here, '我家选A')
    await street.says('wx-r-004', here, '不要')
    await street.says('wx-r-010', here, '选c吧，先看看别处')
    await street.says('wx-r-001', 'dm', 'A')
    expect(last(street, 'wx-r-001')).toMatch(/记下了：.*您家选A 要.*3月6日（周五）前都可以改/)
    expect(await choices(street)).toEqual({
      '5-2-301': 'B',
      '5-2-302': 'A',
      '5-2-402': 'B',
      '3-2-905': 'C',
      '1-1-502': 'A',
    })
    expect(street.inRoom(here)).toHaveLength(1)
    expect(await street.count()).toBe(0)
    expect(street.faults).toEqual([])
  })

  test('me too is the choice of whoever spoke before, and takes back nothing said outright', async () => {
    const street = await opened()
    await street.says('wx-r-003', here, 'B')
    await street.says('wx-r-005', here, '我家也是')
    await street.says('wx-r-010', here, 'A')
    await street.says('wx-r-003', here, '我家也是')
    expect(await choices(street)).toEqual({ '5-2-301': 'B', '5-2-302': 'B', '3-2-905': 'A' })
    expect(street.faults).toEqual([])
  })

  test('keeps opinions beside, without numbers by which people are known', async () => {
    const street = await opened()
    await street.says('wx-r-003', here, '意见：电动车太多，装在东门更好，电话13912345678')
    await street.says('wx-r-005', here, `${quote}怕影响消防通道，离楼远一点`)
    await street.says('wx-r-005', here, 'B')
    await street.says(dispatcher, 'dm', '征集情况')
    const told = last(street, dispatcher)
    expect(told).toContain('意见2条')
    expect(told).toContain('装在东门更好，电话[电话]')
    expect(told).toContain('怕影响消防通道')
    expect(told).not.toContain('139')
  })

  test('takes nothing that is said to something else', async () => {
    const street = await opened()
    await street.says('wx-r-004', here, '晚上的团购要不要一起拼？')
    await street.says('wx-r-003', here, '要')
    await street.says('wx-r-005', here, '充电桩装了以后怎么收费？')
    await street.says('wx-r-007', here, '周末聚餐选哪个：A 火锅 B 烧烤')
    await street.says('wx-r-005', here, 'A')
    await street.says('wx-r-003', 'room-hb-1', 'A')
    await street.says(staffAccount('S010'), here, 'A')
    expect(await choices(street)).toEqual({})
    await street.says('wx-r-005', here, `${quote}A`)
    expect(await choices(street)).toEqual({ '5-2-302': 'A' })
  })

  test('that is quoted is answered also by who was asked something else just before', async () => {
    const street = await opened()
    await street.says('wx-new', here, '楼道灯坏了，太黑了')
    expect(street.kinds('wx-new')).toEqual(['groupPlaceAsked'])
    await street.says('wx-new', here, `${quote}A`)
    expect(Object.values(await choices(street))).toEqual(['A'])
    await street.expectStatus('received')
  })

  test('ends on its day: the groups and who asked read shares, and that it is no assembly', async () => {
    const street = await opened()
    for (const account of ['001', '002', '003']) await street.says(`wx-r-${account}`, here, 'A')
    for (const account of ['004', '007', '008', '009'])
      await street.says(`wx-r-${account}`, here, 'B')
    await street.itIs('2026-03-07 09:00')
    const result = street.inRoom(here).at(-1) ?? ''
    expect(result).toMatch(
      /^【征集结果】.*\n共7户参加：B 不要 4户（57%），A 要 3户（43%），C 看情况 0户（0%）。\n.*不是业主大会表决/,
    )
    expect(last(street, dispatcher)).toMatch(/已截止.*共7户参加/s)
    expect(await street.desk.voices.latest(1)).toMatchObject([
      { state: 'over', answers: [], tally: { households: 7, choices: { A: 3, B: 4 } } },
    ])
    await street.says('wx-r-010', here, 'A')
    expect(await street.desk.voices.latest(1)).toMatchObject([{ tally: { households: 7 } }])
    expect(street.faults).toEqual([])
  })

  test('tells no part of one or two households', async () => {
    const street = await opened()
    for (const account of ['001', '002', '003']) await street.says(`wx-r-${account}`, here, 'A')
    await street.says('wx-r-004', here, 'B')
    await street.itIs('2026-03-07 09:00')
    expect(street.inRoom(here).at(-1)).toMatch(
      /共4户参加，选A 要的最多；有的选项不足3户，不列各项户数/,
    )
    const small = await opened()
    await small.says('wx-r-001', here, 'A')
    await small.itIs('2026-03-07 09:00')
    expect(small.inRoom(here).at(-1)).toContain('不足3户，不公布')
  })

  test('needs an end that can be met', async () => {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.says(dispatcher, 'dm', '投票 幸福里：同不同意换路灯？到2026年6月1日')
    expect(last(street, dispatcher)).toContain('30天以内')
    await street.says(dispatcher, 'dm', '投票 幸福里：同不同意换路灯？')
    expect(last(street, dispatcher)).toMatch(/A 同意\nB 不同意\n到3月5日（周四）截止/)
  })
})
