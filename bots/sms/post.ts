import { createHmac, randomBytes } from 'node:crypto'
import type { Clock } from '../../src/flows/ports.ts'
import type { SmsSettings } from './settings.ts'

/** What the gateway made of a message. */
export type Posted =
  | { readonly kind: 'taken' }
  | { readonly kind: 'busy'; readonly waitMs: number }
  /** No answer, or it failed. `mayHaveGone`: it may have taken it all the same. */
  | { readonly kind: 'link'; readonly mayHaveGone: boolean }
  /** It does not take us for who we are, is not where we look, or wants to be paid. */
  | { readonly kind: 'account' }
  /** It does not want this message, now or ever. */
  | { readonly kind: 'refused'; readonly status: number }

export interface ShortMessage {
  readonly id: string
  readonly to: string
  readonly text: string
  readonly parts: number
}

const answerMs = 15_000
const shortestWaitMs = 1_000
const longestWaitMs = 15 * 60_000
/** With these nothing was sent. */
const notSent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']

/** Posts messages as docs/sms.md says, signed anew at each try. Never throws. */
export function poster({ url, account, secret }: SmsSettings, clock: Clock) {
  const ask = async (method: 'POST' | 'HEAD', body: string, headers: object) => {
    const timestamp = String(Math.floor(clock().getTime() / 1000))
    const nonce = randomBytes(16).toString('hex')
    const signature = createHmac('sha256', secret)
      .update(`${account}\n${timestamp}\n${nonce}\n${body}`)
      .digest('hex')
    const answer = await fetch(url, {
      ...{ method, redirect: 'manual', signal: AbortSignal.timeout(answerMs) },
      ...(method === 'POST' && { body }),
      headers: {
        ...{ 'x-linli-account': account, 'x-linli-timestamp': timestamp, 'x-linli-nonce': nonce },
        ...{ 'x-linli-signature': `v1=${signature}`, ...headers },
      },
    })
    await answer.body?.cancel().catch(() => {})
    return answer
  }
  return {
    async post(message: ShortMessage): Promise<Posted> {
      const headers = {
        ...{ 'content-type': 'application/json; charset=utf-8', 'idempotency-key': message.id },
      }
      try {
        return meant(await ask('POST', JSON.stringify(message), headers))
      } catch (fault) {
        const { cause } = Object(fault)
        return { kind: 'link', mayHaveGone: !notSent.includes(String(Object(cause).code)) }
      }
    },
    /** Whether somebody is there who takes us for who we are. */
    async isThere(): Promise<boolean> {
      try {
        const { kind } = meant(await ask('HEAD', '', {}))
        return kind === 'taken' || kind === 'refused'
      } catch {
        return false
      }
    },
  }
}

/** By the status alone: what gateways write into a body differs. */
function meant({ status, headers }: Response): Posted {
  if ((status >= 200 && status < 300) || status === 409) return { kind: 'taken' }
  if (status === 429 || status === 503) return { kind: 'busy', waitMs: waitMs(headers) }
  if (status === 408 || status === 425) return { kind: 'busy', waitMs: shortestWaitMs }
  if (status >= 500) return { kind: 'link', mayHaveGone: true }
  if (status === 401 || status === 402 || status === 403 || status < 400) return { kind: 'account' }
  return { kind: 'refused', status }
}

function waitMs(headers: Headers): number {
  const seconds = Number(headers.get('retry-after') ?? '')
  return seconds > 0 ? Math.min(seconds * 1000, longestWaitMs) : shortestWaitMs
}
