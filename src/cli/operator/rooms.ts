import type { Stores } from '../../../db/stores/stores.ts'
import { channelNames } from '../../domain/people/channel-name.ts'
import { no, ok } from '../../domain/result.ts'
import type { Desk } from '../../flows/ports.ts'
import { moment } from '../../texts/moments.ts'
import { channelWords } from '../../texts/words.ts'
import type { Ending } from './in-office.ts'

export const roomsUsage = `npm run rooms                                各平台的群，和最近漏听的时段 groups, and when we were deaf lately
npm run rooms -- bind CHANNEL GROUP ROOM     这个群就是资料里的 ROOM this group is that room`

const lookBackMs = 7 * 24 * 3_600_000

/** Shows the groups we are or were in by their present names, and what room each is; or binds one to a room. */
export async function rooms(
  [verb, ...rest]: readonly string[],
  desk: Pick<Desk, 'rooms' | 'gaps' | 'people' | 'rulebooks' | 'clock'>,
  bindRoom: Stores['bindRoom'],
): Promise<Ending> {
  if (verb === undefined) return ok(await shown(desk))
  const [name, group, code] = rest
  const channel = channelNames.find((one) => one === name)
  if (verb !== 'bind' || !channel || !group || !code || rest.length > 3) return no([roomsUsage])
  const { rooms: known } = await desk.rulebooks.current()
  const room = known.find(({ id }) => id === code)
  if (!room) return no([`资料里没有这个群 no such room: ${code}`])
  await bindRoom(channel, group, room.id)
  return ok([`${channelWords[channel]} ${group} → ${room.id} ${room.topic}`])
}

async function shown({
  rooms: kept,
  gaps,
  people,
  rulebooks,
  clock,
}: Parameters<typeof rooms>[1]): Promise<string[]> {
  const [seen, deaf, book] = await Promise.all([
    kept.all(),
    gaps.since(new Date(clock().getTime() - lookBackMs)),
    rulebooks.current(),
  ])
  const lines = seen.map(async ({ channel, room, topic, lostAt }) => {
    const bound = await people.roomOf(channel, room)
    const own = book.rooms.find(({ id }) => id === bound)
    const renamed = own && topic !== '' && own.topic !== topic ? `（资料里叫 ${own.topic}）` : ''
    const state = lostAt ? `，${moment(lostAt)}被移出` : ''
    return `${channel} ${room} ${topic}${renamed} → ${own?.id ?? '未绑定 unbound'}${state}`
  })
  return [
    ...(await Promise.all(lines)),
    `群 ${seen.length} groups；7天内漏听 ${deaf.length} times deaf`,
    ...deaf.map(
      ({ channel, fromAt, untilAt }) =>
        `${channelWords[channel]} ${moment(fromAt)} – ${moment(untilAt)}`,
    ),
  ]
}
