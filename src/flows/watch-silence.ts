import { silentSince } from '../domain/gaps/silence.ts'
import type { RoomHour } from './ports/rooms.ts'
import type { Desk } from './ports.ts'
import { tellKeepers } from './tell-keepers.ts'

const everyMs = 15 * 60_000
const rememberedMs = 28 * 24 * 3_600_000
/** Without a sign of hearing for so long the channel is deaf, and that is told by itself. */
const deafMs = 5 * 60_000

/**
 * A watch over groups that fall silent against their own usual rate: perhaps the account was muted or removed and nobody
 * said so. Looks every quarter of an hour; answers how many silences were told of, each once.
 */
export function silenceWatch(desk: Desk): () => Promise<number> {
  let lookedAt = Number.NEGATIVE_INFINITY
  return async () => {
    const now = desk.clock()
    if (now.getTime() - lookedAt < everyMs) return 0
    lookedAt = now.getTime()
    return lookForSilence(now, desk)
  }
}

async function lookForSilence(now: Date, desk: Desk): Promise<number> {
  const since = new Date(now.getTime() - rememberedMs)
  await desk.rooms.count(now)
  await desk.rooms.forgetHours(since)
  const [hours, gaps, seen, book] = await Promise.all([
    desk.rooms.hours(since),
    desk.gaps.since(since),
    desk.rooms.all(),
    desk.rulebooks.current(),
  ])
  const isDeaf = async (channel: RoomHour['channel']) => {
    const sign = await desk.gaps.lastSign(channel)
    return sign !== undefined && now.getTime() - sign.getTime() > deafMs
  }
  let told = 0
  for (const [key, spoken] of byRoom(hours)) {
    const [first] = spoken
    if (!first) continue
    const { channel, room } = first
    const deaf = gaps.filter((gap) => gap.channel === channel).map(({ untilAt }) => untilAt)
    const sinceAt = silentSince(spoken, latest(deaf), now)
    if (!sinceAt || (await isDeaf(channel))) continue
    const bound = await desk.people.roomOf(channel, room)
    const ours = book.rooms.find(({ id, unit }) => id === bound && unit !== null)
    const shown = seen.find((one) => one.channel === channel && one.room === room)
    if (!ours || shown?.lostAt) continue
    const notice = { kind: 'roomSilent', room: shown?.topic || ours.topic, sinceAt } as const
    if (!(await tellKeepers(`silence/${key}/${sinceAt.toISOString()}`, notice, book, desk)))
      continue
    desk.report(`a busy group is silent: ${key}`, null)
    told += 1
  }
  return told
}

function byRoom(hours: readonly RoomHour[]): Map<string, RoomHour[]> {
  const rooms = new Map<string, RoomHour[]>()
  for (const hour of hours) {
    const key = `${hour.channel}/${hour.room}`
    const before = rooms.get(key)
    if (before) before.push(hour)
    else rooms.set(key, [hour])
  }
  return rooms
}

const latest = (moments: readonly Date[]): Date | null =>
  moments.length === 0 ? null : new Date(Math.max(...moments.map((one) => one.getTime())))
