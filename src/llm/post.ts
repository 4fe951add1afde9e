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
    const read = await readAll(response, signal)
    if (read === null) return no({ kind: 'tooLong' })
    const { status, headers } = response
    return ok({ status, retryAfter: headers.get('retry-after'), body: read })
  } catch {
    return no({ kind: signal.aborted ? 'timeout' : 'unreachable' })
  }
}

/** null: longer than we read. Throws when its time is up. */
async function readAll({ body }: Response, signal: AbortSignal): Promise<string | null> {
  const decoder = new TextDecoder()
  let text = ''
  let length = 0
  const reader = body?.getReader()
  // Node 20's fetch forgets its signal at a garbage collection once the head of the answer is there
  const hangUp = () => void reader?.cancel().catch(() => {})
  signal.addEventListener('abort', hangUp, { once: true })
  try {
    for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
      length += read.value.length
      if (length > longestBody) return null
      text += decoder.decode(read.value, { stream: true })
    }
  } finally {
    signal.removeEventListener('abort', hangUp)
    hangUp()
  }
  signal.throwIfAborted()
  return text + decoder.decode()
}
