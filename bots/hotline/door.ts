import { withoutWords } from '../../src/domain/without-words.ts'
import type { Door } from '../../src/flows/ports/door.ts'
import type { SeenKeys } from '../../src/flows/ports/seen-keys.ts'
import type { Clock, HeardMessage, Inbox, Media } from '../../src/flows/ports.ts'
import { faultsIn, hotlineRequest } from './request.ts'
import type { HotlineSettings } from './settings.ts'
import { check, windowMs } from './sign.ts'
import { toHeard } from './to-heard.ts'

/** Base64 makes a third more of the attachments; words come on top. */
const longestBody = 12 * 1024 * 1024
const clocksDifferMs = 5 * 60_000

export interface DoorParts {
  readonly settings: HotlineSettings
  readonly inbox: Pick<Inbox, 'keep'>
  readonly media: Pick<Media, 'keep'>
  readonly seen: Pick<SeenKeys, 'seen' | 'claim'>
  readonly onHeard: (message: HeardMessage) => void
  readonly clock: Clock
  readonly report: (what: string, fault: unknown) => void
}

/** Where the platform brings messages: `POST /hotline/v1/messages`, see docs/hotline.md. */
export function hotlineDoor(parts: DoorParts): Door {
  const { settings, inbox, media, seen, clock, report } = parts
  const answer = async (request: Request): Promise<Response> => {
    if (new URL(request.url).pathname !== '/hotline/v1/messages') return refused(404, 'notHere')
    if (request.method !== 'POST') return refused(405, 'postOnly', { allow: 'POST' })
    const body = new Uint8Array(await request.arrayBuffer())
    if (body.length > longestBody) return refused(413, 'tooLong')
    const now = clock()
    const checked = check(request.headers, body, settings, now)
    if (!checked.ok) {
      report(`hotline: a request was refused, ${checked.why}`, null)
      return refused(401, checked.why)
    }
    const json = parsed(body)
    if (json === undefined) return refused(400, 'notJson')
    const read = hotlineRequest.safeParse(json)
    if (!read.success) return refused(422, 'badFields', {}, faultsIn(read.error))
    if (read.data.tenant !== settings.tenant) {
      report('hotline: a request for another street was refused', null)
      return refused(403, 'otherTenant')
    }
    if (Date.parse(read.data.sent_at) > now.getTime() + clocksDifferMs)
      return refused(422, 'badFields', {}, [{ field: 'sent_at', fault: 'lies in the future' }])
    const key = `hotline/${settings.source}/${checked.nonce}`
    if (await seen.seen(key, now)) return refused(409, 'replayed')
    const messages = await toHeard(read.data, media)
    const fresh = await inbox.keep(messages, now)
    await seen.claim(key, now, new Date(now.getTime() + 2 * windowMs))
    for (const message of messages) parts.onHeard(message)
    return Response.json({ kept: messages.map(({ id }) => id), new: fresh })
  }
  return {
    path: '/hotline',
    longestBody,
    answer: (request) =>
      answer(request).catch((fault: unknown) => {
        report('hotline: a message was not kept', withoutWords(fault))
        return refused(500, 'notKept')
      }),
  }
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return undefined
  }
}

/** What a programmer at the other end reads. */
const meanings = {
  notHere: 'only POST /hotline/v1/messages is here',
  postOnly: 'only POST',
  tooLong: `longer than ${longestBody} bytes`,
  unsigned: 'X-Linli-Timestamp, X-Linli-Nonce or X-Linli-Signature is missing or has another form',
  badSignature: 'source or signature is wrong',
  stale: `the timestamp is more than ${windowMs / 1000} seconds off: sign anew for each try`,
  notJson: 'the body is not JSON in UTF-8',
  badFields: 'see fields',
  otherTenant: 'this is the door of another street',
  replayed: 'this very request was taken in before: sign anew for each try',
  notKept: 'not kept: bring it again, signed anew',
} as const

const refused = (
  status: number,
  error: keyof typeof meanings,
  headers: Record<string, string> = {},
  fields?: readonly { readonly field: string; readonly fault: string }[],
) =>
  Response.json({ error, meaning: meanings[error], ...(fields && { fields }) }, { status, headers })
