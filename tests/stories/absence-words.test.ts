import { describe, expect, test } from 'vitest'
import { at } from '../support/builders.ts'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const liu = 'wx-r-003'
const [gao, ye] = ['S010', 'S043'].map(staffAccount) as [string, string]

async function atWork() {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(liu, 'dm', '幸福里小区6栋2单元楼道里堆了一堆纸箱杂物，没人清')
  await street.says(gao, 'dm', '签收')
  return street
}
type Street = Awaited<ReturnType<typeof atWork>>
const kept = async (street: Street) =>
  (await street.desk.absences.since('2026-01-01' as never))
    .filter(({ from, until }) => from <= until)
    .map(({ from, until, deputy }) => [from, until, deputy])

test.each([
  '师傅出差了，周五回来再修',
  '业主出差，周五回来再上门',
  '我今天联系了住户，住户外出学习，周末回来',
  '门卫今天不在岗，没人开门，清不了',
  '保洁明天调休，后天清理',
  '我跟师傅约好了，他明天请假，后天来',
  '物业的人回来了，正在清',
  '延期两天，师傅请病假了',
  '退回：这个归物业，我这周休假',
  '办结：住户休假回来了，杂物已清走',
  '请核实真假',
  '今天休假的人多，没人清',
  '今年假期多，业主不在',
])('"%s" is of no absence of the speaker', async (words) => {
  const street = await atWork()
  await street.says(gao, 'dm', words)
  expect(await kept(street)).toEqual([])
  expect(street.told(gao).at(-1)).not.toMatch(/请假|销假/)
})

test.each([
  ['明天请假', '03-03', '03-03'],
  ['请假到周五', '03-02', '03-06'],
  ['后天我要去医院复查，请一天假', '03-04', '03-04'],
  ['我3月5日请假', '03-05', '03-05'],
  ['我3月5日-8日请假', '03-05', '03-08'],
  ['我从明天起请假两周', '03-03', '03-16'],
  ['家里有事，我明天请假，后天去现场看', '03-03', '03-03'],
  ['高丽华明天外出开会', '03-03', '03-03'],
])('"%s" is away from %s to %s', async (words, from, until) => {
  const street = await atWork()
  await street.says(gao, 'dm', words)
  expect(await kept(street)).toEqual([[`2026-${from}`, `2026-${until}`, null]])
})

test('a name that nobody knows is no absence of the speaker', async () => {
  const street = await atWork()
  await street.says(gao, 'dm', '小李明天请假')
  expect(street.told(gao).at(-1)).toContain('没认出是谁请假')
  expect(await kept(street)).toEqual([])
})

describe('what did not say from when to when', () => {
  test.each([
    ['我要请假', '明天到周五', '03-03', '03-06', null],
    ['我要请假', '就明天吧', '03-03', '03-03', null],
    ['家里有事，我请个假', '三天，从后天起', '03-04', '03-06', null],
    ['我申请休假', '3月5日-8日，工作交给罗秀英', '03-05', '03-08', '罗秀英'],
  ])('"%s" is told by "%s"', async (first, then, from, until, deputy) => {
    const street = await atWork()
    await street.says(gao, 'dm', first)
    expect(street.told(gao).at(-1)).toContain('从哪天到哪天')
    await street.says(gao, 'dm', then)
    const book = await street.desk.rulebooks.current()
    const stand = book.staff.find(({ name }) => name === deputy)?.id ?? null
    expect(await kept(street)).toEqual([[`2026-${from}`, `2026-${until}`, stand]])
  })

  test.each(['明天到现场', '明天到周五清完', '周五前清不完', '好的', '延期三天'])(
    'is not told by "%s"',
    async (then) => {
      const street = await atWork()
      await street.says(gao, 'dm', '我要请假')
      await street.says(gao, 'dm', then)
      expect(await kept(street)).toEqual([])
    },
  )

  test('nor by days that stand alone', async () => {
    const street = await atWork()
    await street.says(gao, 'dm', '签收')
    await street.says(gao, 'dm', '明天到周五')
    expect(await kept(street)).toEqual([])
  })
})

describe('what was said before', () => {
  test('is taken back, also days ahead', async () => {
    const street = await atWork()
    await street.says(gao, 'dm', '我明天到周五请假')
    await street.says(gao, 'dm', '明天不请假了')
    expect(street.told(gao).at(-1)).toContain('已销假：高丽华')
    expect(await kept(street)).toEqual([])
  })

  test('is replaced by what is said last of the same days', async () => {
    const street = await atWork()
    await street.says(gao, 'dm', '我明天到周五请假')
    await street.says(gao, 'dm', '我明天到周三请假')
    expect(await kept(street)).toEqual([['2026-03-03', '2026-03-04', null]])
  })

  test('ends with every line of the day, said or of the files', async () => {
    const street = await neighbourhood('2026-03-02 09:00')
    const book = await street.desk.rulebooks.current()
    const file = { id: 'line/2', person: 'S010', from: '2026-03-01', until: '2026-03-06' }
    await street.saveRulebook({ ...book, absences: [{ ...file, deputy: null } as never] })
    await street.desk.absences.keep(
      { ...file, id: 'said/1', until: '2026-03-05', deputy: null } as never,
      at('2026-03-01 09:00'),
    )
    await street.says(gao, 'dm', '销假')
    expect((await street.desk.rulebooks.current()).away ?? []).toEqual([])
  })
})

test('people of a company stand in for nobody of the street', async () => {
  const street = await atWork()
  const book = await street.desk.rulebooks.current()
  const company = book.departments.find(({ estate }) => estate !== null)
  const officer = book.staff.find(({ department }) => department === company?.code)
  await street.says(ye, 'dm', `高丽华明天请假，工作交给${officer?.name}`)
  expect(street.told(ye).at(-1)).toContain('不能交给物业')
  expect(await kept(street)).toEqual([])
})

test('said to us in a group it is answered in private, and read out to nobody', async () => {
  const street = await atWork()
  const told = street.told(liu).length
  await street.says(gao, 'room-xf-1', '我明天请假', { mentionsUs: true })
  expect(street.told(gao)).toContainEqual(expect.stringContaining('已登记：高丽华'))
  await street.says(gao, 'room-xf-1', '今天谁值班', { mentionsUs: true })
  expect(street.told(gao)).toContainEqual(expect.stringContaining('带班'))
  expect(street.told(liu)).toHaveLength(told)
})
