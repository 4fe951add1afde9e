import type { PersonId } from '../domain/ids.ts'
import type { Address } from '../domain/notices/notice.ts'
import { channelNames, channelsThatHear } from '../domain/people/channel-name.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import type { PersonReach, Reach } from './ports/channels.ts'
import type { Desk } from './ports.ts'

/**
 * All ways to a reader, the preferred first: a person where they spoke last, staff by their phone at the end; a room where
 * the member who is meant spoke last, and where the member is at all before where they are not. Empty: nobody to reach.
 */
export async function waysTo(to: Address, book: Rulebook, desk: Pick<Desk, 'people'>) {
  const ways = to.kind === 'person' ? await waysToPerson(to.person, book, desk) : []
  return withStandby(to.kind === 'person' ? ways : await waysToRoom(to, desk))
}

async function waysToPerson(
  person: PersonId,
  { staff }: Rulebook,
  { people }: Pick<Desk, 'people'>,
): Promise<Reach[]> {
  const spoken = await people.reaches(person)
  const accounts = staff.find(({ id }) => id === person)?.accounts ?? {}
  const onlyHearing = channelNames.flatMap((channel): PersonReach[] => {
    const account = channelsThatHear.includes(channel) ? undefined : accounts[channel]
    return account === undefined ? [] : [{ kind: 'person', channel, account }]
  })
  return [...spoken, ...onlyHearing]
}

async function waysToRoom(
  { room, mention, on }: Extract<Address, { kind: 'room' }>,
  { people }: Pick<Desk, 'people'>,
): Promise<Reach[]> {
  const [bound, member] = await Promise.all([
    people.platformRooms(room),
    mention ? people.reaches(mention) : [],
  ])
  const [last] = member
  // a group that is bound to nothing stands for itself, where its member is
  const all = bound.length === 0 && last ? [{ channel: last.channel, room }] : bound
  const groups = on === undefined ? all : all.filter(({ channel }) => channel === on)
  const ways = groups.map((group) => ({
    ...({ kind: 'room', ...group } as const),
    mention: member.find(({ channel }) => channel === group.channel)?.account ?? null,
  }))
  const rank = ({ channel, mention: there }: (typeof ways)[number]) =>
    channel === last?.channel ? 0 : there === null ? 2 : 1
  return ways.sort((a, b) => rank(a) - rank(b))
}

/** The second WeChat account is asked right after the first: on platforms with steady ids both know people and groups by the same. */
function withStandby(ways: readonly Reach[]): Reach[] {
  if (ways.some(({ channel }) => channel === 'wechatStandby')) return [...ways]
  return ways.flatMap((way) =>
    way.channel === 'wechat' ? [way, { ...way, channel: 'wechatStandby' } as const] : [way],
  )
}
