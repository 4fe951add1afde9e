import { wholeAnswer } from '../asking/whole-answer.ts'
import { no, ok, type Result } from '../domain/result.ts'
import type { LlmFault } from './fault.ts'

/** An answer of the server, whatever its status. */
export interface Posted {
  readonly status: number
  readonly retryAfter: string | null
  readonly body: string
}

/** No answer to our questions is longer; more is a fault or an attack. */
const longestBody = 256 * 1024

/** Posts JSON and reads the whole answer within the signal's time. Refuses with `timeout`, `unreachable` or `tooLong`. */
export async function post(
  url: string,
  key: string | null,
  body: unknown,
  signal: AbortSignal,
): Promise<Result<Posted, LlmFault>> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key !== null && { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify(body),
      redirect: 'error',
      signal,
    })
    const read = await wholeAnswer(response, longestBody, signal)
    if (read === null) return no({ kind: 'tooLong' })
    const { status, headers } = response
    return ok({ status, retryAfter: headers.get('retry-after'), body: read })
  } catch {
    return no({ kind: signal.aborted ? 'timeout' : 'unreachable' })
  }
}
