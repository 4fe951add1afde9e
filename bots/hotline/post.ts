import type { Clock } from '../../src/flows/ports.ts'
import type { HotlineSettings } from './settings.ts'
import { signed } from './sign.ts'

/** What the platform made of a request of ours. */
export type Posted =
  | { readonly kind: 'taken' }
  /** It wants less of us, or nothing for so long. */
  | { readonly kind: 'busy'; readonly waitMs: number }
  /** No answer, or it failed. `mayHaveGone`: it may have taken the request all the same. */
  | { readonly kind: 'link'; readonly mayHaveGone: boolean }
  /** It does not take us for who we are, or is not where we look. */
  | { readonly kind: 'signature' }
  /** It does not want this letter, now or ever. */
  | { readonly kind: 'refused'; readonly status: number }

const answerMs = 15_000
const shortestWaitMs = 1_000
const longestWaitMs = 15 * 60_000

/** With these nothing was sent. */
const notSent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']

/** Posts a letter; `key` is the same for each try of one letter. Never throws. */
export function poster(settings: HotlineSettings, clock: Clock) {
  const ask = async (method: 'POST' | 'HEAD', body: Uint8Array<ArrayBuffer>, headers: object) => {
    const answer = await fetch(settings.url, {
      method,
      headers: { ...signed('from-linli', body, settings, clock()), ...headers },
      ...(method === 'POST' && { body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(answerMs),
    })
    await answer.body?.cancel().catch(() => {})
    return answer
  }
  return {
    async post(letter: object, key: string): Promise<Posted> {
      const body = new TextEncoder().encode(JSON.stringify(letter))
      const headers = { 'content-type': 'application/json; charset=utf-8', 'idempotency-key': key }
      try {
        return meant(await ask('POST', body, headers))
      } catch (fault) {
        return { kind: 'link', mayHaveGone: !notSent.includes(codeOf(fault)) }
      }
    },
    /** Whether anybody is there: whatever they say to a HEAD, unless they refuse us, point elsewhere or fail. */
    async isThere(): Promise<boolean> {
      try {
        const answer = await ask('HEAD', new Uint8Array(), {})
        return answer.status < 500 && meant(answer).kind !== 'signature'
      } catch {
        return false
      }
    },
  }
}

/** By the status alone: who answers what in a body differs from city to city. */
function meant({ status, headers }: Response): Posted {
  if (status >= 200 && status < 300) return { kind: 'taken' }
  if (status === 409) return { kind: 'taken' } // under this key it came before
  if (status === 429 || status === 503) return { kind: 'busy', waitMs: waitMs(headers) }
  if (status === 408 || status === 425) return { kind: 'busy', waitMs: shortestWaitMs }
  if (status >= 500) return { kind: 'link', mayHaveGone: true }
  if (status === 401 || status === 403 || (status >= 300 && status < 400))
    return { kind: 'signature' }
  return { kind: 'refused', status }
}

function waitMs(headers: Headers): number {
  const seconds = Number(headers.get('retry-after') ?? '')
  return Number.isFinite(seconds) && seconds > 0
    ? Math.min(seconds * 1000, longestWaitMs)
    : shortestWaitMs
}

/** fetch says only "failed"; its cause says why. */
const codeOf = (fault: unknown): string => {
  const cause = fault instanceof Error ? fault.cause : undefined
  return cause instanceof Error && 'code' in cause ? String(cause.code) : ''
}
