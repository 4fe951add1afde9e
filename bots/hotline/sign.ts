import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Which way a request goes: what we signed ourselves never comes in again as theirs. */
export type Direction = 'to-linli' | 'from-linli'

export interface Signer {
  readonly source: string
  readonly secret: string
}

/** How old a signed request may be, and how far its clock may be ahead. In milliseconds. */
export const windowMs = 5 * 60_000

/** The headers that make a body ours. Every try is signed anew. */
export function signed(
  direction: Direction,
  body: Uint8Array,
  { source, secret }: Signer,
  now: Date,
): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const nonce = randomBytes(16).toString('hex')
  return {
    'x-linli-source': source,
    'x-linli-timestamp': timestamp,
    'x-linli-nonce': nonce,
    'x-linli-signature': `v1=${hmac(secret, [direction, source, timestamp, nonce], body).toString('hex')}`,
  }
}

export type Checked =
  | { readonly ok: true; readonly nonce: string }
  | { readonly ok: false; readonly why: 'unsigned' | 'badSignature' | 'stale' }

/** Whether the platform signed this for us just now. What is not signed is not read. */
export function check(
  headers: Headers,
  body: Uint8Array,
  { source, secret }: Signer,
  now: Date,
): Checked {
  const header = (name: string) => headers.get(`x-linli-${name}`) ?? ''
  const [timestamp, nonce, signature] = [header('timestamp'), header('nonce'), header('signature')]
  const isWhole =
    /^\d{9,11}$/.test(timestamp) &&
    /^[\w-]{16,64}$/.test(nonce) &&
    /^v1=[0-9a-f]{64}$/.test(signature)
  if (!isWhole) return { ok: false, why: 'unsigned' }
  const wanted = hmac(secret, ['to-linli', source, timestamp, nonce], body)
  const given = Buffer.from(signature.slice(3), 'hex')
  const isRight = timingSafeEqual(wanted, given) && isSame(header('source'), source)
  if (!isRight) return { ok: false, why: 'badSignature' }
  const age = Math.abs(now.getTime() - Number(timestamp) * 1000)
  return age <= windowMs ? { ok: true, nonce } : { ok: false, why: 'stale' }
}

/** HMAC-SHA256 over the lines, each with its end, and then the bytes of the body as they are. */
const hmac = (secret: string, lines: readonly string[], body: Uint8Array): Buffer =>
  createHmac('sha256', secret)
    .update(lines.map((line) => `${line}\n`).join(''))
    .update(body)
    .digest()

/** Compares without telling by its time how much was right. */
function isSame(given: string, wanted: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given), hash(wanted))
}
