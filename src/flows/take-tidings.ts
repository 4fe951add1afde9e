import type { AddressedNotice } from '../domain/notices/notice.ts'
import { roomPolicyOf } from '../domain/street/policy.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import type { Gap } from './ports/gaps.ts'
import type { Tidings } from './ports/tidings.ts'
import type { Desk } from './ports.ts'
import { tellKeepers } from './tell-keepers.ts'

/** A shorter gap is written down and told nobody: links flap. */
const worthTellingMs = 60_000
/** A group in which so much was said lately, in the same number of minutes, is asked to say it again. */
const busyMessages = 3
const lookBackMs = 7 * 24 * 3_600_000

/**
 * Writes down what channels tell of themselves, and tells those who look after them: once, also when an earlier try wrote
 * it down and then failed.
 */
export const takeTidings = (desk: Desk): Tidings => ({
  async room(channel, room, topic) {
    await desk.rooms.seen(channel, room, topic)
  },
  async removed(channel, room) {
    if (await desk.rooms.lost(channel, room, desk.clock()))
      desk.report(`${channel}: we were removed from a group`, null)
    const book = await desk.rulebooks.current()
    const [all, bound] = await Promise.all([desk.rooms.all(), desk.people.roomOf(channel, room)])
    const shown = all.find((one) => one.channel === channel && one.room === room)
    if (!shown?.lostAt) return // taken in again meanwhile
    const topic = shown.topic || book.rooms.find(({ id }) => id === bound)?.topic
    const key = `roomLost/${channel}/${room}/${shown.lostAt.toISOString()}`
    await tellKeepers(key, { kind: 'roomLost', room: topic ?? '' }, book, desk)
  },
  async read(by, messages, at) {
    const now = desk.clock()
    await desk.outbox.seen(by, messages, at < now ? at : now, now)
  },
  heardUntil: (channel, at) => desk.gaps.sign(channel, at),
  lastHeardUntil: (channel) => desk.gaps.lastSign(channel),
  async gap(gap) {
    const { channel, fromAt, untilAt } = gap
    if (await desk.gaps.keep(gap))
      desk.report(
        `${channel}: may have heard nothing from ${fromAt.toISOString()} to ${untilAt.toISOString()}`,
        null,
      )
    if (untilAt.getTime() - fromAt.getTime() < worthTellingMs) return
    const book = await desk.rulebooks.current()
    const asked = await askedToRepeat(gap, book, desk)
    const key = `deaf/${channel}/${fromAt.toISOString()}`
    await tellKeepers(key, { kind: 'deaf', ...gap }, book, desk, asked)
  },
})

/** The busy groups that were not heard, each once, where the street wants it. */
async function askedToRepeat(
  { channel, fromAt, untilAt }: Gap,
  { policies, rooms }: Rulebook,
  desk: Desk,
): Promise<AddressedNotice[]> {
  if (!roomPolicyOf(policies).asksToRepeat) return []
  const hours = await desk.rooms.hours(new Date(fromAt.getTime() - lookBackMs))
  const share = (untilAt.getTime() - fromAt.getTime()) / lookBackMs
  const asked: AddressedNotice[] = []
  for (const platformRoom of new Set(
    hours.filter((hour) => hour.channel === channel).map(({ room }) => room),
  )) {
    const said = hours
      .filter((hour) => hour.channel === channel && hour.room === platformRoom)
      .reduce((sum, { messages }) => sum + messages, 0)
    const room = await desk.people.roomOf(channel, platformRoom)
    if (said * share < busyMessages || !rooms.some(({ id, unit }) => id === room && unit)) continue
    if (room)
      asked.push({
        to: { kind: 'room', room, mention: null },
        notice: { kind: 'repeatWanted', fromAt, untilAt },
        haste: 'news',
      })
  }
  return asked
}
