import { createHmac, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { WorldUtterance } from '../../../src/flows/ports/chat-world.ts'
import { type Came, type Given, loopback, type Mishap } from '../loopback.ts'

/** A letter as the platform shows it to people. */
export interface HotlineLetter {
  readonly id: string
  readonly to: { person: string } | { room: string; mention: string | null }
  readonly text: string
  readonly photos: readonly { readonly mime: string; readonly data: string }[]
}

export interface FakeHotlineSettings {
  readonly tenant: string
  readonly source: string
  readonly secret: string
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly rooms: readonly {
    readonly id: string
    readonly members: readonly { readonly id: string; readonly alias: string }[]
  }[]
}

/** A city platform that keeps to docs/hotline.md, written from that page alone: it shares no code with the adapter. */
export interface FakeHotline {
  readonly endpoint: string
  /** Where it brings messages. */
  webhook(url: string): void
  /** Brings a message until it is taken; answers its id at once. What one person says in one place comes in order. */
  say(what: WorldUtterance): string
  recall(message: string): string
  addPerson(id: string, name: string): void
  addRoom(id: string, members: readonly string[]): void
  /** The headers that make these bytes ours, at this moment. */
  sign(body: Buffer, at?: Date): Record<string, string>
  /** What it takes for itself: each letter once, whatever comes twice. */
  letters(): readonly HotlineLetter[]
  /** How often letters came, the same ones counted. */
  posts(): number
  /** Brings each message twice from now on. */
  twice(on: boolean): void
  mishap(mishap: Mishap, times: number): void
  leave(): Promise<void>
  comeBack(): Promise<void>
  /** Comes back when everything said so far is taken or given up. */
  settled(): Promise<void>
}

const tries = 8
const tryAgainMs = 100

export async function startFakeHotline(settings: FakeHotlineSettings): Promise<FakeHotline> {
  const people = new Map(settings.people.map(({ id, name }) => [id, name]))
  const rooms = new Map(settings.rooms.map(({ id, members }) => [id, members]))
  const letters = new Map<string, HotlineLetter>()
  const said = new Map<string, { from: string; room: string | null }>()
  const chats = new Map<string, Promise<void>>()
  let [webhook, isTwice, posts] = ['', false, 0]

  const hmac = (direction: string, timestamp: string, nonce: string, body: Buffer) =>
    createHmac('sha256', settings.secret)
      .update(`${direction}\n${settings.source}\n${timestamp}\n${nonce}\n`)
      .update(body)
      .digest('hex')
  const sign: FakeHotline['sign'] = (body, at = new Date()) => {
    const timestamp = String(Math.floor(at.getTime() / 1000))
    const nonce = randomUUID()
    return {
      'Content-Type': 'application/json',
      'X-Linli-Source': settings.source,
      'X-Linli-Timestamp': timestamp,
      'X-Linli-Nonce': nonce,
      'X-Linli-Signature': `v1=${hmac('to-linli', timestamp, nonce, body)}`,
    }
  }
  const isTheirs = ({ headers, body }: Came) => {
    const [timestamp, nonce] = [headers.get('x-linli-timestamp'), headers.get('x-linli-nonce')]
    const right = `v1=${hmac('from-linli', timestamp ?? '', nonce ?? '', body)}`
    const age = Math.abs(Date.now() / 1000 - Number(timestamp))
    return headers.get('x-linli-signature') === right && age < 300
  }
  const answer = (came: Came): Given => {
    if (!isTheirs(came)) return { status: 401 }
    if (came.method === 'HEAD') return { status: 204 }
    posts++
    const letter: HotlineLetter = JSON.parse(came.body.toString())
    if (came.headers.get('idempotency-key') !== letter.id) return { status: 400 }
    if (letters.has(letter.id)) return { status: 200 }
    const { to } = letter
    if (!('room' in to ? rooms.has(to.room) : people.has(to.person))) return { status: 404 }
    letters.set(letter.id, letter)
    return { status: 200 }
  }
  const http = await loopback(answer)

  const bringOnce = async (message: object) => {
    const body = Buffer.from(JSON.stringify({ tenant: settings.tenant, ...message }))
    const answer = await fetch(webhook, { method: 'POST', headers: sign(body), body })
    await answer.arrayBuffer()
    return answer.ok
  }
  const bring = async (message: object) => {
    for (let left = tries; left > 0; left--) {
      if (await bringOnce(message).catch(() => false)) break
      await wait(tryAgainMs)
    }
    if (isTwice) await bringOnce(message)
  }
  const inOrder = (chat: string, message: object) => {
    const next = (chats.get(chat) ?? Promise.resolve()).then(() => bring(message))
    chats.set(chat, next)
  }
  const whoIs = (person: string, room: string | null) => ({
    id: person,
    name: people.get(person) ?? '',
    alias: rooms.get(room ?? '')?.find(({ id }) => id === person)?.alias ?? '',
  })
  const now = () => new Date().toISOString()
  const chatOf = (from: string, room: string | null) => room ?? `private/${from}`
  return {
    endpoint: `${http.endpoint}/letters`,
    webhook: (url) => {
      webhook = url
    },
    say({ from, room, type, text, mentions = [], quotes, file }) {
      const id = `HL-${randomUUID()}`
      said.set(id, { from, room })
      const data = file && Buffer.from(file.bytes).toString('base64')
      const transcript = type === 'voice' ? { transcript: text } : {}
      inOrder(chatOf(from, room), {
        ...{ id, sent_at: now(), from: whoIs(from, room), room },
        ...(type !== 'voice' && text !== '' && { text }),
        ...(mentions.includes('linli') && { mentions_us: true }),
        ...(quotes && { quotes }),
        ...(file && { attachments: [{ mime: file.mime, data, ...transcript }] }),
      })
      return id
    },
    recall(message) {
      const { from = '', room = null } = said.get(message) ?? {}
      const id = `HL-${randomUUID()}`
      inOrder(chatOf(from, room), {
        ...{ id, sent_at: now(), from: whoIs(from, room), room, recalls: message },
      })
      return id
    },
    addPerson: (id, name) => void people.set(id, name),
    addRoom: (id, members) =>
      void rooms.set(
        id,
        members.map((member) => ({ id: member, alias: '' })),
      ),
    sign,
    letters: () => [...letters.values()],
    posts: () => posts,
    twice: (on) => {
      isTwice = on
    },
    mishap: (mishap, times) => http.mishap('/letters', mishap, times),
    leave: http.leave,
    comeBack: http.comeBack,
    settled: async () => void (await Promise.all(chats.values())),
  }
}
