import type { Street } from '../../../db/street/read-street.ts'
import { messageId, personId, roomId } from '../../domain/ids.ts'
import { classify } from '../../domain/intake/classify.ts'
import type { ChatMessage, Stretch } from '../../domain/intake/message.ts'
import { readStretch } from '../../domain/intake/read-stretch.ts'
import type { Understanding } from '../../domain/intake/understanding.ts'
import type { Scene } from '../demo-week/scene.ts'
import { week } from '../demo-week/week.ts'

const longStretch = 20

/** Messages a second of CPU time, all on one core. */
export interface UnderstandingRates {
  /** The words alone. */
  readonly classified: number
  /** Read as the only message of its chat. */
  readonly alone: number
  /** Read, as in a lively group, as the last of the 20 messages before it, which are read again with it. */
  readonly inStretch: number
}

/** Reads everything said in the demo week again and again, for so many seconds of CPU time each way. */
export function measureUnderstanding(
  seconds: number,
  street: Street,
  u: Understanding,
): UnderstandingRates {
  const alone = week.flatMap((scene, i): Stretch[] => {
    const message = asMessage(scene, i, street)
    return message ? [{ room: roomOf(scene), speakerRooms: [], messages: [message] }] : []
  })
  const inStretch = stretchesOf(alone)
  const read = (stretch: Stretch) => readStretch(stretch, u)
  return {
    classified: rate(alone, ({ messages }) => classify(messages[0]?.text ?? '', u.model), seconds),
    alone: rate(alone, read, seconds),
    inStretch: rate(inStretch, read, seconds),
  }
}

/** Once round to warm up, then full rounds until the CPU time is used; answers items a second of it. */
function rate<Item>(items: readonly Item[], work: (item: Item) => unknown, seconds: number) {
  for (const item of items) work(item)
  const begun = process.cpuUsage()
  let done = 0
  for (let used = 0; ; ) {
    for (const item of items) work(item)
    done += items.length
    const { user, system } = process.cpuUsage(begun)
    used = (user + system) / 1e6
    if (used >= seconds) return done / used
  }
}

/** For every message of a group that has as many behind it: the 20 messages that end with it. */
function stretchesOf(alone: readonly Stretch[]): Stretch[] {
  const rooms = new Map<string, ChatMessage[]>()
  return alone.flatMap(({ room, messages: [message] }): Stretch[] => {
    if (!room || !message) return []
    const said = [...(rooms.get(room) ?? []), message].slice(-longStretch)
    rooms.set(room, said)
    return said.length === longStretch ? [{ room, speakerRooms: [], messages: said }] : []
  })
}

const roomOf = ({ where }: Scene) => (where === 'dm' ? null : roomId(where))

function asMessage(scene: Scene, n: number, { book, members }: Street): ChatMessage | null {
  const { says, who, where, at, mentionsUs = false } = scene
  const text = typeof says === 'string' ? says : 'voice' in says ? says.voice : null
  if (text === null) return null
  const staff = book.staff.find(({ accounts }) => accounts.wechat === who)
  return {
    id: messageId(`message-${n}`),
    from: personId(who),
    name: who,
    alias: members.find(({ account, room }) => account === who && room === where)?.alias ?? '',
    isStaff: staff !== undefined && staff.role !== 'household_head',
    type: 'text',
    text,
    media: null,
    mentionsUs,
    quotes: null,
    recalls: null,
    at: new Date(`${at.replace(' ', 'T')}:00+08:00`),
  }
}
