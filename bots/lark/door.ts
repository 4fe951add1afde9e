import { withoutWords } from '../../src/domain/without-words.ts'
import type { Door } from '../../src/flows/ports/door.ts'
import type { Clock } from '../../src/flows/ports.ts'
import type { Accept } from './accept.ts'
import { type Secrets, verify } from './verify.ts'

/** Cards and long texts stay far below. */
const longestBody = 1024 * 1024

/** Where Lark calls us in webhook mode: `/lark/events`, for events and for presses of buttons alike. */
export function larkDoor(
  secrets: Secrets,
  accept: Accept,
  clock: Clock,
  report: (what: string, fault: unknown) => void,
): Door {
  const answer = async (request: Request): Promise<Response> => {
    if (new URL(request.url).pathname !== '/lark/events')
      return json(404, { error: 'only /lark/events is here' })
    if (request.method !== 'POST') return json(405, { error: 'POST only' }, { allow: 'POST' })
    const header = (name: string) => request.headers.get(`x-lark-${name}`) ?? ''
    const body = await limited(request)
    if (!body) return json(413, { error: `longer than ${longestBody} bytes` })
    const verified = verify(
      {
        ...{ body, signature: header('signature') },
        ...{ timestamp: header('request-timestamp'), nonce: header('request-nonce') },
      },
      secrets,
      clock(),
    )
    switch (verified.kind) {
      case 'challenge':
        return json(200, { challenge: verified.challenge })
      case 'refused':
        report(`lark: a request was refused, ${verified.why}`, null)
        return json(verified.status, { error: verified.why })
      case 'event':
        return json(200, (await accept(verified.envelope)) ?? {})
    }
  }
  return {
    path: '/lark',
    longestBody,
    answer: (request) =>
      answer(request).catch((fault: unknown) => {
        // Lark brings the event again
        report('lark: an event was not kept', withoutWords(fault))
        return json(500, { error: 'not kept, bring it again' })
      }),
  }
}

/** The bytes as they came; null for too many. */
async function limited(request: Request): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length') ?? 0) > longestBody) return null
  const bytes = new Uint8Array(await request.arrayBuffer())
  return bytes.length > longestBody ? null : bytes
}

const json = (status: number, body: object, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers })
