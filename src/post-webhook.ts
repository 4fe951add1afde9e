import { lookup } from 'node:dns/promises'
import { type IncomingMessage, request as requestInTheClear } from 'node:http'
import { request as requestSecurely } from 'node:https'
import { signed } from '../bots/hotline/sign.ts'
import { isPublicAddress } from '../bots/open311/public-address.ts'
import type { Posted, PostWebhook } from './http/api/tell-webhooks.ts'

const answerMs = 15_000

/**
 * Posts what happened, signed as letters to a hotline are: see docs/api.md. Never to an address inside a network, unless
 * its origin is among `inside`; the address that was looked at is the one connected to. Follows no redirects. Never throws.
 */
export const webhookPoster =
  (inside: readonly string[], clock: () => Date): PostWebhook =>
  async ({ id, url, secret }, body, leaving) => {
    const over = new AbortController() // held by its timer: `AbortSignal.any` may be collected before it fires
    const end = () => over.abort()
    const timer = setTimeout(end, answerMs)
    leaving.addEventListener('abort', end)
    if (leaving.aborted) end()
    try {
      const target = new URL(url)
      const host = target.hostname.replace(/^\[|\]$/g, '')
      const addresses = await Promise.race([lookup(host, { all: true }), faultAt(over.signal)])
      const [first] = addresses
      if (!first) return { why: 'no such address' }
      const isOpen = addresses.every(({ address }) => isPublicAddress(address))
      if (!isOpen && !inside.includes(target.origin)) return { why: 'address inside a network' }
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        'content-length': body.length,
        ...signed('from-linli', body, { source: id, secret }, clock()),
      }
      return meant(await asked(target, first, headers, body, over.signal))
    } catch (fault) {
      return { why: codeOf(fault) }
    } finally {
      clearTimeout(timer)
      leaving.removeEventListener('abort', end)
    }
  }

function asked(
  url: URL,
  { address, family }: { readonly address: string; readonly family: number },
  headers: Record<string, string | number>,
  body: Uint8Array,
  signal: AbortSignal,
): Promise<number> {
  const request = url.protocol === 'https:' ? requestSecurely : requestInTheClear
  return new Promise((done, fail) => {
    const take = (answer: IncomingMessage) => {
      done(answer.statusCode ?? 0)
      answer.destroy() // what it says besides is nothing to us
    }
    const sent = request(
      url,
      {
        ...{ method: 'POST', headers, agent: false, signal },
        lookup: (_, { all }, found) =>
          all ? found(null, [{ address, family }]) : found(null, address, family),
      },
      take,
    )
    sent.on('error', fail)
    sent.on('close', () => fail(new Error('closed'))) // 101 ends so, and is no fault to the client
    sent.end(body)
  })
}

/** A name is looked up by the system, which cannot be told to stop. */
const faultAt = (over: AbortSignal): Promise<never> =>
  new Promise((_, fail) => {
    if (over.aborted) fail(over.reason)
    over.addEventListener('abort', () => fail(over.reason))
  })

function meant(status: number): Posted {
  if (status >= 200 && status < 300) return null
  return { why: `status ${status}`, ...(status === 410 && { gone: true }) }
}

/** Never a name or an address. */
const codeOf = (fault: unknown): string => {
  if (!(fault instanceof Error)) return 'failed'
  return 'code' in fault && typeof fault.code === 'string' ? fault.code : fault.name
}
