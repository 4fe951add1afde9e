import { expect, test } from 'vitest'
import { parsePolicies } from '../../db/street/read-policies.ts'
import { takeTidings } from '../../src/flows/take-tidings.ts'
import { at } from '../support/builders.ts'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const room = 'room-xf-1'
const keeper = staffAccount('S043')
type Street = Awaited<ReturnType<typeof neighbourhood>>

const joins = (street: Street, account: string, where = room) =>
  street.says(account, where, '', { type: 'joined' })

test('who joins within ten minutes is greeted together, with what we do, and nobody by name', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await joins(street, 'wx-new-1')
  await street.itIs('2026-03-02 09:06')
  await joins(street, 'wx-new-2')
  expect(street.inRoom(room)).toEqual([])
  await street.itIs('2026-03-02 09:11')
  expect(street.inRoom(room)).toHaveLength(1)
  expect(street.inRoom(room)[0]).toMatch(/欢迎.*闲聊不留存.*私信/)
  expect(street.inRoom(room)[0]).not.toMatch(/wx-new|\d-\d/)
  expect(await street.count()).toBe(0)
  await joins(street, 'wx-new-1')
  await street.itIs('2026-03-02 12:00')
  expect(street.inRoom(room)).toHaveLength(1)
  expect(street.faults).toEqual([])
})

test('who joins by night is greeted in the morning, all together', async () => {
  const street = await neighbourhood('2026-03-02 22:00')
  await joins(street, 'wx-new-1')
  await street.itIs('2026-03-02 23:30')
  await joins(street, 'wx-new-2')
  await street.itIs('2026-03-03 07:29')
  expect(street.inRoom(room)).toEqual([])
  await street.itIs('2026-03-03 08:00')
  expect(street.inRoom(room)).toHaveLength(1)
})

test('nobody is greeted where the street does not want it, nor in a group of no unit, nor staff', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await joins(street, keeper)
  await joins(street, 'wx-new-1', 'unknown-group')
  const book = await street.desk.rulebooks.current()
  const inRooms = { greetsNewcomers: false, asksToRepeat: false }
  const saved = { ...book, policies: { ...book.policies, inRooms } }
  street.desk.rulebooks.current = async () => saved
  await joins(street, 'wx-new-2')
  await street.itIs('2026-03-02 10:00')
  expect(street.delivered).toEqual([])
})

test('the policies say whether we speak in groups unasked', () => {
  const others =
    'survey: {remind_after: 2d, close_after: 5d, reopen_within: 7d}\nquiet_hours: {from: "21:30", to: "07:30"}\n'
  const read = (line: string) => {
    const policies = parsePolicies(others + line)
    return policies.ok ? policies.value.inRooms : policies.problem.map(({ line: at }) => at)
  }
  expect(read('')).toBeUndefined()
  expect(read('in_rooms: {greet_newcomers: false}')).toEqual({
    greetsNewcomers: false,
    asksToRepeat: false,
  })
  expect(read('in_rooms: {greet_newcomers: 1}')).toEqual([3])
})

/** Three weeks in which somebody speaks every ten minutes by day. */
async function threeWeeks(street: Street, until: string) {
  const first = at('2026-03-02 08:00').getTime()
  const hours = new Map<number, number>()
  for (let when = first; when < at(until).getTime(); when += 600_000) {
    const hour = new Date(when + 8 * 3_600_000).getUTCHours()
    if (hour >= 8 && hour < 21) hours.set(Math.floor(when / 3_600_000) * 3_600_000, when)
  }
  const kept = [...hours].map(([hour, last]) => ({
    ...({ channel: 'wechat', room, messages: 6 } as const),
    ...{ hourAt: new Date(hour), lastAt: new Date(last) },
  }))
  street.desk.rooms.hours = async (since) => kept.filter(({ hourAt }) => hourAt >= since)
}

test('a busy group that falls silent is told to the dispatcher once, by its present name', async () => {
  const street = await neighbourhood('2026-03-23 10:00')
  await threeWeeks(street, '2026-03-23 10:00')
  await takeTidings(street.desk).room('wechat', room, '幸福里业主大群')
  await street.itIs('2026-03-23 12:00')
  expect(street.kinds(keeper)).toEqual([])
  for (const hour of ['18:00', '19:00', '20:00']) await street.itIs(`2026-03-23 ${hour}`)
  expect(street.kinds(keeper)).toEqual(['roomSilent'])
  expect(street.told(keeper)[0]).toContain('幸福里业主大群从3月23日（周一）09:50起没有消息')
})

test('a group is not called silent while we cannot hear it', async () => {
  const street = await neighbourhood('2026-03-23 10:00')
  await threeWeeks(street, '2026-03-23 10:00')
  const tidings = takeTidings(street.desk)
  await tidings.heardUntil('wechat', at('2026-03-23 10:00'))
  for (const hour of ['18:00', '19:00', '20:00']) await street.itIs(`2026-03-23 ${hour}`)
  expect(street.kinds(keeper)).toEqual([])
  await tidings.heardUntil('wechat', at('2026-03-23 20:29'))
  await street.itIs('2026-03-23 20:30')
  expect(street.kinds(keeper)).toEqual(['roomSilent'])
})

test('a gap is kept, told to the dispatcher once, and a busy group asked once where the street wants it', async () => {
  const street = await neighbourhood('2026-03-23 10:00')
  await threeWeeks(street, '2026-03-23 09:00')
  const book = await street.desk.rulebooks.current()
  const inRooms = { greetsNewcomers: true, asksToRepeat: true }
  const saved = { ...book, policies: { ...book.policies, inRooms } }
  street.desk.rulebooks.current = async () => saved
  const tidings = takeTidings(street.desk)
  const gap = (from: string, until: string) =>
    tidings.gap({ channel: 'wechat', fromAt: at(from), untilAt: at(until) })
  await gap('2026-03-23 09:00', '2026-03-23 10:00')
  await gap('2026-03-23 09:00', '2026-03-23 10:00')
  await gap('2026-03-23 10:00', '2026-03-23 10:00')
  await street.itIs('2026-03-23 10:01')
  expect(await street.desk.gaps.since(at('2026-03-23 00:00'))).toHaveLength(2)
  expect(street.told(keeper)).toEqual([
    expect.stringContaining('微信在3月23日（周一）09:00到3月23日（周一）10:00掉线'),
  ])
  expect(street.inRoom(room)).toEqual([expect.stringContaining('请再说一遍')])
  expect(street.faults.filter((what) => what.includes('may have heard nothing'))).toHaveLength(2)
})

test('a group that removed us is told to the dispatcher, once until we are back', async () => {
  const street = await neighbourhood('2026-03-23 10:00')
  const tidings = takeTidings(street.desk)
  await tidings.room('wechat', room, '幸福里业主大群')
  await tidings.removed('wechat', room)
  await tidings.removed('wechat', room)
  await street.itIs('2026-03-23 10:01')
  expect(street.told(keeper)).toEqual([expect.stringContaining('被移出幸福里业主大群')])
  await tidings.room('wechat', room, '幸福里业主大群')
  await tidings.removed('wechat', room)
  await street.itIs('2026-03-23 10:02')
  expect(street.told(keeper)).toHaveLength(2)
})

test('what was written down but could not be told is told when it is brought again', async () => {
  const street = await neighbourhood('2026-03-23 10:00')
  const tidings = takeTidings(street.desk)
  const { record } = street.desk.petitions
  const gap = {
    channel: 'wechat',
    fromAt: at('2026-03-23 08:00'),
    untilAt: at('2026-03-23 09:00'),
  } as const
  street.desk.petitions.record = async () => {
    throw new Error('the database is away')
  }
  await expect(tidings.gap(gap)).rejects.toThrow('away')
  await expect(tidings.removed('wechat', room)).rejects.toThrow('away')
  street.desk.petitions.record = record
  for (const _ of ['again', 'and again']) {
    await street.itIs('2026-03-23 10:05')
    await tidings.gap(gap)
    await tidings.removed('wechat', room)
  }
  await street.itIs('2026-03-23 10:06')
  expect(street.kinds(keeper).sort()).toEqual(['deaf', 'roomLost'])
})
