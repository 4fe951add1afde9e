import { tmpdir } from 'node:os'
import { v7 } from 'uuid'
import { openStores } from '../../../db/stores/open-stores.ts'
import type { Stores } from '../../../db/stores/stores.ts'
import { messageId, personId, petitionId, roomId } from '../../domain/ids.ts'
import type { Matter } from '../../domain/intake/matter.ts'
import type { ChatMessage } from '../../domain/intake/message.ts'
import { readStretch } from '../../domain/intake/read-stretch.ts'
import type { Understanding } from '../../domain/intake/understanding.ts'
import { noticesFor } from '../../domain/notices/notices-for.ts'
import { registeredNotices } from '../../domain/notices/registered-notices.ts'
import { register } from '../../domain/petition/register.ts'
import { timersFor } from '../../domain/petition/timers.ts'
import type { Rulebook } from '../../domain/street/rulebook.ts'
import { lettersFor } from '../../flows/letters.ts'
import { conversationOf, type Entry, type HeardMessage } from '../../flows/ports.ts'

const messagesAtOnce = 50
/** As many batches are under way at once as the stores have connections: while some are written, others are made. */
const lanes = 4
const text = '5栋2单元3楼的楼道灯又不亮了，昨晚摸黑上来的，麻烦派人来修一下'

export interface Round {
  readonly messages: number
  readonly seconds: number
  /** Of each message, from before it is kept to after its petition is committed. */
  readonly latencies: readonly number[]
}

/**
 * Takes messages in for some time, each of a sender of its own: kept, given a number, registered, dispatched, timed,
 * its letters written, recorded. What each says was read once before: this measures keeping, not understanding.
 */
export async function ourIntake(url: string, seconds: number, u: Understanding): Promise<Round> {
  const take = await intake(url, u)
  try {
    for (let warm = 0; warm < 6; warm++)
      await Promise.all(forLanes(() => take.batch(messagesAtOnce)))
    const latencies: number[] = []
    const begun = performance.now()
    const until = begun + seconds * 1000
    const lane = async () => {
      while (performance.now() < until) {
        const from = performance.now()
        await take.batch(messagesAtOnce)
        const took = performance.now() - from
        for (let i = 0; i < messagesAtOnce; i++) latencies.push(took)
      }
    }
    await Promise.all(forLanes(lane))
    return { messages: latencies.length, seconds: (performance.now() - begun) / 1000, latencies }
  } finally {
    await take.close()
  }
}

/** Takes in one single message. */
export async function oneIntake(url: string, u: Understanding): Promise<void> {
  const take = await intake(url, u)
  await take.batch(1).finally(take.close)
}

async function intake(url: string, u: Understanding) {
  const stores = await openStores({ url, tenant: u.book.tenant, mediaFolder: tmpdir(), newId: v7 })
  const matter = matterOf(aMessage(new Date()), u)
  return {
    batch: (count: number) => takeIn(count, matter, stores, u.book),
    close: stores.close,
  }
}

async function takeIn(
  count: number,
  matter: Matter,
  { inbox, petitions }: Stores,
  book: Rulebook,
): Promise<void> {
  const now = new Date()
  const heard = Array.from({ length: count }, () => aMessage(now))
  await inbox.keep(heard, now)
  const numbers = await petitions.numbers(count)
  const entries = heard.map((message, i) => entryFor(message, numbers[i] ?? 0, matter, now, book))
  const written = await petitions.record(entries, now)
  if (written.some((answer) => answer !== 'recorded')) throw new Error('an entry was not recorded')
}

/** What reading the inbox makes of a message that says this matter. */
function entryFor(
  heard: HeardMessage,
  number: number,
  matter: Matter,
  now: Date,
  book: Rulebook,
): Entry {
  const reporter = { person: personId(heard.sender.id), household: 'room-xf-1/5-2-301', room: null }
  const { petition, event } = register(
    {
      id: petitionId(v7()),
      number,
      matter: { ...matter, reporter: reporter.person, messages: [heard.id] },
      reporter,
      supporters: [],
      words: [heard.text],
      photos: [],
      placeMissing: false,
    },
    now,
    book,
  )
  const notices = [
    ...registeredNotices(petition, { room: null, asksPlace: false }, book),
    ...noticesFor(event, null, petition, book),
  ]
  return {
    cause: { kind: 'message', channel: heard.channel, message: heard.id },
    outcome: 'registered',
    petition,
    events: [event],
    timers: timersFor(petition, book),
    letters: lettersFor(notices, book, { clock: () => now, newId: v7 }),
    question: { conversation: conversationOf(heard), person: reporter.person, ask: null },
  }
}

const aMessage = (sentAt: Date): HeardMessage => ({
  id: messageId(v7()),
  channel: 'wechat',
  room: null,
  sender: { id: v7(), name: '小刘在路上', alias: '' },
  type: 'text',
  text,
  media: null,
  mentionsUs: false,
  quotes: null,
  recalls: null,
  sentAt,
})

function matterOf({ sender, sentAt, channel, room, ...said }: HeardMessage, u: Understanding) {
  const message: ChatMessage = {
    ...{ ...said, from: personId(sender.id), name: sender.name, alias: sender.alias },
    ...{ isStaff: false, at: sentAt },
  }
  const speakerRooms = [{ room: roomId('room-xf-1'), alias: '5-2-301刘' }]
  const [matter] = readStretch({ room: null, speakerRooms, messages: [message] }, u).matters
  if (!matter) throw new Error('the text of the benchmark is no matter')
  return matter
}

const forLanes = <Made>(make: () => Made): Made[] => Array.from({ length: lanes }, make)
