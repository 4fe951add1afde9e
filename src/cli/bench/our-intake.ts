import { tmpdir } from 'node:os'
import { v7 } from 'uuid'
import { openStores } from '../../../db/stores/open-stores.ts'
import type { Stores } from '../../../db/stores/stores.ts'
import type { Move } from '../../domain/conversation/move.ts'
import type { Situation } from '../../domain/conversation/situation.ts'
import { messageId, personId, roomId } from '../../domain/ids.ts'
import type { ChatMessage } from '../../domain/intake/message.ts'
import { readStretch } from '../../domain/intake/read-stretch.ts'
import type { Understanding } from '../../domain/intake/understanding.ts'
import type { HeardMessage } from '../../flows/ports.ts'
import { entriesFor, type Response } from '../../flows/receive-message.ts'

const messagesAtOnce = 50
/** As many batches are under way at once as the stores have connections. */
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
    for (let warm = 0; warm < 10; warm++)
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
  const respond = responder(u)
  return {
    batch: (count: number) => takeIn(count, respond, stores, u),
    close: stores.close,
  }
}

async function takeIn(
  count: number,
  respond: (heard: HeardMessage) => Response,
  { inbox, petitions }: Stores,
  u: Understanding,
): Promise<void> {
  const now = new Date()
  const heard = Array.from({ length: count }, () => aMessage(now))
  await inbox.keep(heard, now)
  const numbers = await petitions.numbers(count)
  const desk = { clock: () => now, newId: v7 } as Parameters<typeof entriesFor>[3]
  const entries = await Promise.all(
    heard.map((message) => entriesFor(respond(message), () => numbers.pop() ?? 0, u, desk)),
  )
  const written = await petitions.record(entries.flat(), now)
  if (written.some((answer) => answer !== 'recorded')) throw new Error('an entry was not recorded')
}

const aMessage = (sentAt: Date): HeardMessage => ({
  id: messageId(v7()),
  channel: 'wechat',
  room: null,
  type: 'text',
  text,
  media: null,
  mentionsUs: false,
  quotes: null,
  recalls: null,
  sentAt,
  sender: { id: v7(), name: '小刘在路上', alias: '' },
})

/** Answers each message as the text was answered when it was read. */
function responder(u: Understanding): (heard: HeardMessage) => Response {
  const read = situationOf(aMessage(new Date()), u)
  const [matter] = read.reading.matters
  if (!matter) throw new Error('the text of the benchmark is no matter')
  return (heard) => {
    const message = asSaid(heard)
    const stretch = { ...read.stretch, messages: [message] }
    const speaker = { id: message.from, staff: null }
    const situation: Situation = { ...read, message, stretch, speaker, at: heard.sentAt }
    const theirs = { ...matter, reporter: message.from, messages: [message.id] }
    const move: Move = {
      ...{ kind: 'register', outcome: 'registered', placeMissing: false },
      matter: theirs,
    }
    return { heard, situation, moves: [move] }
  }
}

function situationOf(heard: HeardMessage, u: Understanding): Situation {
  const message = asSaid(heard)
  const speakerRooms = [{ room: roomId('room-xf-1'), alias: '5-2-301刘' }]
  const stretch = { room: null, speakerRooms, messages: [message] }
  return {
    ...{ message, words: text, stretch, room: null, speaker: { id: message.from, staff: null } },
    ...{ question: null, numbered: null, own: [], tasks: [], resolved: [], known: [], nearby: [] },
    ...{ reading: readStretch(stretch, u), at: heard.sentAt },
  }
}

/** The sender's account stands for the person: looking people up is not part of this measurement. */
const asSaid = ({ sender, sentAt, channel, room, ...said }: HeardMessage): ChatMessage => ({
  ...{ ...said, from: personId(sender.id), name: sender.name, alias: sender.alias },
  ...{ isStaff: false, at: sentAt },
})

const forLanes = <Made>(make: () => Made): Made[] => Array.from({ length: lanes }, make)
