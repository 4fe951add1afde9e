import { isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { rateLimiter } from 'hono-rate-limiter'

interface RateLimit {
  /** So many requests of one asker within the time. */
  readonly limit: number
  readonly windowMs: number
  /** Who asks: an address, a token. */
  readonly by: (c: Context) => string
  /** What is answered to who asks too often, with status 429; how long to wait is in its header `Retry-After`. */
  readonly answer: (c: Context) => Response | Promise<Response>
  /** Whether a request counts that was answered; absent: every one does. */
  readonly counts?: (c: Context) => boolean
}

/**
 * Lets nobody ask too often. Counted by the machine's clock in this process alone: with several processes each allows as
 * much.
 */
export const rateLimited = ({
  limit,
  windowMs,
  by,
  answer,
  counts,
}: RateLimit): MiddlewareHandler =>
  rateLimiter({
    ...{ limit, windowMs, keyGenerator: by, handler: (c) => answer(c) },
    ...(counts && { skipSuccessfulRequests: true, requestWasSuccessful: (c) => !counts(c) }),
  })

/**
 * The address that somebody asks from. Behind `trustedProxies` of our own each has added to `X-Forwarded-For` whom it spoke
 * with; what stands before that, anybody may have written.
 */
export const addressOf =
  (trustedProxies: number) =>
  (c: Context): string => {
    const passed = (c.req.header('X-Forwarded-For') ?? '').split(',').map((one) => one.trim())
    const named = trustedProxies > 0 ? passed.at(-trustedProxies) : undefined
    return networkOf(named || ownAddress(c))
  }

/**
 * Whoever has one address of IPv6 has all that begin with its 64 bits; an IPv4 address is one, also where it is written as one of
 * IPv6.
 */
function networkOf(address: string): string {
  const plain = plainAddress(address)
  if (isIP(plain) !== 6) return plain
  const [head = [], tail] = address.split('::').map((part) => part.split(':').filter(Boolean))
  const zeros = tail ? Array(8 - head.length - tail.length).fill('0') : []
  const groups = [...head, ...zeros, ...(tail ?? [])].slice(0, 4)
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}

/** An IPv4 address that is written as one of IPv6 (`::ffff:7f00:1`, `::ffff:127.0.0.1`) as itself, all others as they are. */
export function plainAddress(address: string): string {
  if (isIP(address) !== 6 || address.includes('%')) return address
  // one spelling for all: hexadecimal, in small letters, with the longest run of zeros left out
  const { hostname } = new URL(`http://[${address}]`)
  const [, high = '', low = ''] = /^\[::ffff:([0-9a-f]+):([0-9a-f]+)\]$/.exec(hostname) ?? []
  if (low === '') return address
  return [high, low].flatMap(bytesOf).join('.')
}

const bytesOf = (group: string): number[] => {
  const both = Number.parseInt(group, 16)
  return [both >> 8, both & 255]
}

/** There is none where no socket is, as in tests. */
const ownAddress = (c: Context): string =>
  c.env?.incoming ? (getConnInfo(c).remote.address ?? '') : ''
