import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto'

const mac = (secret: string, use: string, text: string): Buffer =>
  createHmac('sha256', secret).update(`open311/${use}\n${text}`).digest()

/**
 * A text that only we can read, the same each time: so that an address can be part of an account's id, which is kept and
 * told to the operator, without being readable there. The initial vector is made of the text itself, as in SIV (RFC 5297).
 */
export function sealed(text: string, secret: string): string {
  const vector = mac(secret, 'vector', text).subarray(0, 16)
  const cipher = createCipheriv('aes-256-ctr', mac(secret, 'cipher', ''), vector)
  return Buffer.concat([vector, cipher.update(text, 'utf8'), cipher.final()]).toString('base64url')
}

/** null: not sealed by us. */
export function unsealed(seal: string, secret: string): string | null {
  const bytes = Buffer.from(seal, 'base64url')
  if (bytes.length <= 16) return null
  const vector = bytes.subarray(0, 16)
  const cipher = createDecipheriv('aes-256-ctr', mac(secret, 'cipher', ''), vector)
  const text = Buffer.concat([cipher.update(bytes.subarray(16)), cipher.final()]).toString('utf8')
  return timingSafeEqual(mac(secret, 'vector', text).subarray(0, 16), vector) ? text : null
}

/** What the ids of all our messages begin with, and of no other channel's. */
export const tokensBegin = 'o311-'

const tagOf = (core: string, secret: string) =>
  mac(secret, 'token', core).toString('hex').slice(0, 16)

/** A token that nobody can guess; of the same `once` the same one, so that a request brought again is no second one. */
export function newToken(once: { readonly caller: string; readonly key: string }, secret: string) {
  const core = mac(secret, 'once', `${once.caller}\n${once.key}`).toString('hex').slice(0, 32)
  return `${tokensBegin}${core}-${tagOf(core, secret)}`
}

/** Whether we gave this token, used yet or not. */
export function isOurToken(token: string, secret: string): boolean {
  const [, core, tag] = /^o311-([0-9a-f]{32})-([0-9a-f]{16})$/.exec(token) ?? []
  if (core === undefined || tag === undefined) return false
  return timingSafeEqual(Buffer.from(tag), Buffer.from(tagOf(core, secret)))
}
