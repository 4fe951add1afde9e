import type { Puppet } from 'wechaty-puppet'
import { messageId } from '../../src/domain/ids.ts'
import type { ChannelName } from '../../src/domain/people/channel-name.ts'
import type { Tidings } from '../../src/flows/ports/tidings.ts'
import type { Clock, HeardMessage } from '../../src/flows/ports.ts'
import { momentOf } from './moment-of.ts'
import type { Names } from './names.ts'

export interface GroupParts {
  readonly channel: ChannelName
  readonly puppet: Puppet
  readonly names: Names
  readonly tidings: Tidings
  readonly clock: Clock
  readonly keep: (message: HeardMessage) => void
  /** Runs what may fail, and reports it. */
  readonly guarded: (what: string, work: () => Promise<unknown>) => void
}

/** What happens to groups besides what is said in them. */
export interface Groups {
  listen(): void
  /** Newcomers who are not handed on yet. */
  waiting(): number
  /** Tells what every group is called now. */
  tellAll(): Promise<void>
}

/**
 * Hears who joins, what groups are called and whether we are still in them. A newcomer whom the platform does not name
 * (some name null, some nobody at all) is passed over: the group's own line about it tells nobody's account.
 */
export function groupsOf(parts: GroupParts): Groups {
  const { channel, puppet, names, tidings, clock, guarded } = parts
  let open = 0
  const tell = async (room: string) => {
    const { topic } = await puppet.roomPayload(room)
    await tidings.room(channel, room, topic)
  }
  const welcome = async (room: string, person: string, timestamp: number) => {
    open++
    try {
      names.forget(person) // before, we may have asked for a member who was none
      const naming = await names.of(person, room)
      parts.keep({
        id: messageId(`joined/${room}/${person}/${timestamp}`),
        ...{ channel, room, sender: { id: person, ...naming }, type: 'joined', text: '' },
        ...{ media: null, mentionsUs: false, quotes: null, recalls: null },
        sentAt: momentOf(timestamp, clock),
      })
    } finally {
      open--
    }
  }
  return {
    listen() {
      puppet.on('room-join', ({ roomId, inviteeIdList, timestamp }) => {
        for (const person of named(inviteeIdList))
          guarded('wechat: somebody joined', () =>
            puppet.isLoggedIn && person === puppet.currentUserId
              ? tell(roomId)
              : welcome(roomId, person, timestamp),
          )
      })
      puppet.on('room-leave', ({ roomId, removeeIdList }) => {
        const isUs = puppet.isLoggedIn && named(removeeIdList).includes(puppet.currentUserId)
        if (isUs) guarded('wechat: removed from a group', () => tidings.removed(channel, roomId))
      })
      puppet.on('room-topic', ({ roomId, newTopic }) =>
        guarded('wechat: a group was renamed', () => tidings.room(channel, roomId, newTopic)),
      )
    },
    waiting: () => open,
    async tellAll() {
      for (const room of await puppet.roomList()) await tell(room) // one by one: accounts are banned for less
    },
  }
}

/** The typings promise a list of ids; the web protocol's puppet brings null among them, or instead of them. */
const named = (ids: readonly (string | null)[] | null | undefined): string[] =>
  (ids ?? []).filter((id) => typeof id === 'string' && id !== '') as string[]
