import { type LookupAddress, lookup } from 'node:dns'
import { get as getInTheClear, type IncomingMessage, type RequestOptions } from 'node:http'
import { get as getSecurely } from 'node:https'
import { isPublicAddress } from './public-address.ts'

export interface Fetched {
  readonly bytes: Uint8Array
  readonly mime: string
}

const mostBytes = 8 * 1024 * 1024
const wholeMs = 8_000

export interface FetchParts {
  /** `https://pictures.city.example`: nothing is fetched from elsewhere. */
  readonly origins: readonly string[]
  /** All addresses of a name. */
  readonly resolve?: (name: string) => Promise<readonly LookupAddress[]>
  readonly isOpen?: (address: string) => boolean
}

/**
 * Fetches a picture, sound or film from one of the allowed places; null where that cannot be had, whatever the reason. An
 * allowed name that leads into the house is not followed: the address that was looked at is the one connected to. No
 * redirects, at most 8 MB within eight seconds. Never throws.
 */
export function mediaFetcher({
  origins,
  resolve = addressesOf,
  isOpen = isPublicAddress,
}: FetchParts) {
  return async (link: string): Promise<Fetched | null> => {
    try {
      const url = new URL(link)
      if (!origins.includes(url.origin) || url.username || url.password) return null
      const addresses = await resolve(url.hostname)
      const [first] = addresses
      if (!first || !addresses.every(({ address }) => isOpen(address))) return null
      return await fetched(url, first)
    } catch {
      return null
    }
  }
}

async function fetched(url: URL, { address, family }: LookupAddress): Promise<Fetched | null> {
  const signal = AbortSignal.timeout(wholeMs)
  const options: RequestOptions = {
    ...{ signal, agent: false, headers: { accept: 'image/*, audio/*, video/*' } },
    lookup: (_, { all }, found) =>
      all ? found(null, [{ address, family }]) : found(null, address, family),
  }
  const get = url.protocol === 'https:' ? getSecurely : getInTheClear
  const answer = await new Promise<IncomingMessage>((done, fail) => {
    get(url, options, done).on('error', fail)
  })
  try {
    const [mime = ''] = (answer.headers['content-type'] ?? '').toLowerCase().split(';')
    if (answer.statusCode !== 200 || !/^(image|audio|video)\/[a-z0-9.+-]{1,60}$/.test(mime))
      return null
    const parts: Buffer[] = []
    let length = 0
    for await (const part of answer) {
      length += part.length
      if (length > mostBytes) return null
      parts.push(part)
    }
    return length > 0 ? { bytes: new Uint8Array(Buffer.concat(parts)), mime } : null
  } finally {
    answer.destroy()
  }
}

/** An IP address in a link stands for itself, and is looked at as well. */
const addressesOf = (name: string) =>
  new Promise<readonly LookupAddress[]>((done, fail) => {
    const bare = name.replace(/^\[|\]$/g, '')
    lookup(bare, { all: true }, (fault, found) => (fault ? fail(fault) : done(found)))
  })
