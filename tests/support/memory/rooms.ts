import type { RoomId } from '../../../src/domain/ids.ts'
import type { Gaps } from '../../../src/flows/ports/gaps.ts'
import type { RoomHour, Rooms } from '../../../src/flows/ports/rooms.ts'
import { kept, type Shelf } from './shelf.ts'

const hourMs = 3_600_000
const byTimeAndName = (a: [Date, string], b: [Date, string]) =>
  a[0].getTime() - b[0].getTime() || (a[1] < b[1] ? -1 : 1)

export const memoryGaps = ({ about: { gaps, signs } }: Shelf): Gaps => ({
  async keep(gap) {
    const key = `${gap.channel}/${gap.fromAt.getTime()}`
    const before = gaps.get(key)
    if (!before || before.untilAt < gap.untilAt) gaps.set(key, kept(gap))
    return !before
  },
  since: async (since) =>
    [...gaps.values()]
      .filter(({ untilAt }) => untilAt >= since)
      .sort((a, b) => byTimeAndName([a.fromAt, a.channel], [b.fromAt, b.channel])),
  async sign(channel, at) {
    if (at > (signs.get(channel) ?? new Date(0))) signs.set(channel, at)
  },
  lastSign: async (channel) => signs.get(channel),
})

export const memoryRooms = ({ about, messages }: Shelf): Rooms => ({
  async seen(channel, room, topic) {
    about.seen.set(`${channel}/${room}`, kept({ channel, room, topic, lostAt: null }))
  },
  async lost(channel, room, at) {
    const key = `${channel}/${room}`
    const before = about.seen.get(key)
    if (before?.lostAt) return false
    about.seen.set(key, kept({ channel, room, topic: before?.topic ?? '', lostAt: at }))
    return true
  },
  all: async () => [...about.seen].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, seen]) => seen),
  async joined(room, person, at) {
    const key = `${room}/${person}`
    if (!about.newcomers.has(key)) about.newcomers.set(key, { room, person, at, greeted: false })
  },
  async newcomers(before) {
    const first = new Map<RoomId, Date>()
    for (const { room, at, greeted } of about.newcomers.values())
      if (!greeted && at < (first.get(room) ?? new Date(8.64e15))) first.set(room, at)
    return [...first]
      .filter(([, at]) => at <= before)
      .map(([room, sinceAt]) => ({ room, sinceAt }))
      .sort((a, b) => byTimeAndName([a.sinceAt, a.room], [b.sinceAt, b.room]))
  },
  async greeted(room, at) {
    for (const one of about.newcomers.values())
      if (one.room === room && one.at <= at) one.greeted = true
  },
  async count(now) {
    const from = Math.floor(now.getTime() / hourMs) * hourMs - 2 * hourMs
    const counted = new Map<string, RoomHour>()
    for (const { message } of messages.values()) {
      const { channel, room, type, sentAt } = message
      if (room === null || ['joined', 'system', 'recall'].includes(type)) continue
      if (sentAt.getTime() < from || sentAt > now) continue
      const hourAt = new Date(Math.floor(sentAt.getTime() / hourMs) * hourMs)
      const key = `${channel}/${room}/${hourAt.getTime()}`
      const before = counted.get(key)
      counted.set(key, {
        ...{ channel, room, hourAt, messages: (before?.messages ?? 0) + 1 },
        lastAt: before && before.lastAt > sentAt ? before.lastAt : sentAt,
      })
    }
    for (const [key, hour] of counted)
      if (hour.messages > (about.hours.get(key)?.messages ?? 0)) about.hours.set(key, hour)
  },
  hours: async (since) =>
    [...about.hours.values()]
      .filter(({ hourAt }) => hourAt >= since)
      .sort((a, b) =>
        byTimeAndName([a.hourAt, `${a.channel}/${a.room}`], [b.hourAt, `${b.channel}/${b.room}`]),
      ),
  async forgetHours(before) {
    const old = [...about.hours].filter(([, { hourAt }]) => hourAt < before)
    for (const [key] of old) about.hours.delete(key)
    return old.length
  },
})
