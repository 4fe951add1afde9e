import { withoutWords } from '../../src/domain/without-words.ts'
import type { Door } from '../../src/flows/ports/door.ts'
import type { SeenKeys } from '../../src/flows/ports/seen-keys.ts'
import type { Clock } from '../../src/flows/ports.ts'
import type { Ear } from './ear.ts'
import { type Received, readReceived } from './received.ts'
import type { WecomSettings } from './settings.ts'
import { type Refusal, stampOf, verify, verifyMessage, windowMs } from './verify.ts'

/** A text has 2 KB, files come by their number. */
const longestBody = 512 * 1024

export interface DoorParts {
  readonly settings: WecomSettings
  readonly ear: Ear
  readonly translate: (said: Received) => ReturnType<Parameters<Ear['hear']>[2]>
  readonly seen: Pick<SeenKeys, 'seen' | 'claim'>
  readonly clock: Clock
  readonly report: (what: string, fault: unknown) => void
}

/** Where WeCom calls us: `/wecom/callback`, GET to try the address, POST with what members said to the app. */
export function wecomDoor(parts: DoorParts): Door {
  const { settings, ear, seen, clock, report } = parts
  const refuse = (status: number, error: Refusal) => {
    report(`wecom: a request was refused, ${error}`, null)
    return json(status, error, meanings[error])
  }
  const tryAddress = (url: URL): Response => {
    const echo = url.searchParams.get('echostr') ?? ''
    const plain = verify(echo, stampOf(url), settings, clock())
    if (!plain.ok) return refuse(plain.status, plain.why)
    return new Response(plain.value, { headers: { 'content-type': 'text/plain' } })
  }
  const takeIn = async (url: URL, body: string): Promise<Response> => {
    const now = clock()
    const stamp = stampOf(url)
    const verified = verifyMessage(body, stamp, settings, now)
    if (!verified.ok) return refuse(verified.status, verified.why)
    const read = readReceived(verified.value)
    if (read.kind === 'event') return done()
    if (read.kind !== 'message')
      return json(422, 'badFields', 'the message lacks what each must have')
    const key = `wecom/${stamp?.signature}`
    if (await seen.seen(key, now)) return json(409, 'replayed', 'it was taken in before')
    const { MsgId: id, FromUserName: from } = read.message
    if (!(await ear.hear(id, from, () => parts.translate(read.message))))
      return json(500, 'notKept', 'bring it again')
    await seen.claim(key, now, new Date(now.getTime() + 2 * windowMs))
    return done()
  }
  const answer = async (request: Request): Promise<Response> => {
    const url = new URL(request.url)
    if (url.pathname !== '/wecom/callback')
      return json(404, 'notHere', 'only /wecom/callback is here')
    if (request.method === 'GET') return tryAddress(url)
    if (request.method !== 'POST') return json(405, 'postOnly', 'only GET and POST')
    const body = await request.arrayBuffer()
    if (body.byteLength > longestBody) return json(413, 'tooLong', `over ${longestBody} bytes`)
    return takeIn(url, Buffer.from(body).toString())
  }
  return {
    path: '/wecom',
    longestBody,
    answer: (request) =>
      answer(request).catch((fault: unknown) => {
        report('wecom: a message was not kept', withoutWords(fault))
        return json(500, 'notKept', 'bring it again')
      }),
  }
}

/** What an administrator reads who tries the address. */
const meanings: Readonly<Record<Refusal, string>> = {
  unsigned: 'msg_signature, timestamp or nonce is missing or has another form',
  badSignature: 'the signature is wrong: compare WECOM_TOKEN',
  stale: `the timestamp is more than ${windowMs / 1000} seconds off`,
  unreadable: 'neither the XML nor the JSON of a callback',
  notDecryptable: 'our key does not open it: compare WECOM_AES_KEY',
  otherTenant: 'it is meant for another company',
  otherApp: 'it is meant for another app',
}

/** Nothing to answer by this way: what we say goes through the outbox. */
const done = () => new Response('')

const json = (status: number, error: string, meaning: string) =>
  Response.json({ error, meaning }, { status })
