import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'

export interface Secrets {
  readonly appId: string
  readonly encryptKey: string
  readonly verificationToken: string
  /** Our company, where it is known: events of another one are refused. */
  readonly tenantKey?: string
}

/** A request as it came: the signature is over these very bytes. */
export interface Delivery {
  readonly body: Uint8Array
  readonly timestamp: string
  readonly nonce: string
  readonly signature: string
}

export type Verified =
  | { readonly kind: 'challenge'; readonly challenge: string }
  | { readonly kind: 'event'; readonly envelope: unknown }
  | { readonly kind: 'refused'; readonly status: 400 | 401; readonly why: Refusal }

export type Refusal =
  | 'notJson'
  | 'notEncrypted'
  | 'notDecryptable'
  | 'badSignature'
  | 'badToken'
  | 'otherApp'
  | 'otherTenant'
  | 'stale'

/**
 * Lark brings an event again for 7.1 hours, and tells nowhere whether it signs it anew: within this the inbox's keys keep
 * out what was seen before, older ones are refused.
 */
export const windowMs = 8 * 3_600_000

/**
 * Whether Lark sent this. The SDK's own check signs what it parsed and not what came, knows no time and never looks at
 * the token. Only the check of a new address may come unsigned: it is answered where its token is ours.
 */
export function verify(delivery: Delivery, secrets: Secrets, now: Date): Verified {
  const outer = parsed(Buffer.from(delivery.body).toString())
  if (outer === undefined) return refused(400, 'notJson')
  if (!isRecord(outer) || typeof outer.encrypt !== 'string') return refused(400, 'notEncrypted')
  const isSigned = delivery.signature !== ''
  if (isSigned && !isSignedBy(delivery, secrets.encryptKey)) return refused(401, 'badSignature')
  const plain = decrypted(outer.encrypt, secrets.encryptKey)
  if (!isRecord(plain)) return refused(401, 'notDecryptable')
  if (plain.type === 'url_verification') {
    if (!isSame(plain.token, secrets.verificationToken)) return refused(401, 'badToken')
    return { kind: 'challenge', challenge: String(plain.challenge ?? '') }
  }
  if (!isSigned) return refused(401, 'badSignature')
  const header = isRecord(plain.header) ? plain.header : {}
  if (!isSame(header.token, secrets.verificationToken)) return refused(401, 'badToken')
  if (header.app_id !== secrets.appId) return refused(401, 'otherApp')
  if (secrets.tenantKey !== undefined && header.tenant_key !== secrets.tenantKey)
    return refused(401, 'otherTenant')
  const age = Math.abs(now.getTime() - Number(delivery.timestamp) * 1000)
  if (!(age <= windowMs)) return refused(401, 'stale')
  return { kind: 'event', envelope: plain }
}

function isSignedBy({ body, timestamp, nonce, signature }: Delivery, key: string): boolean {
  if (!/^[0-9a-f]{64}$/i.test(signature)) return false
  const wanted = createHash('sha256')
    .update(timestamp + nonce + key)
    .update(body)
    .digest()
  return timingSafeEqual(wanted, Buffer.from(signature, 'hex'))
}

/** AES-256-CBC under the hash of the key, the first 16 bytes being the initial vector. */
function decrypted(text: string, key: string): unknown {
  try {
    const bytes = Buffer.from(text, 'base64')
    const cipher = createDecipheriv(
      'aes-256-cbc',
      createHash('sha256').update(key).digest(),
      bytes.subarray(0, 16),
    )
    return parsed(Buffer.concat([cipher.update(bytes.subarray(16)), cipher.final()]).toString())
  } catch {
    return undefined
  }
}

/** Compares without telling by its time how much was right. */
function isSame(given: unknown, wanted: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return typeof given === 'string' && timingSafeEqual(hash(given), hash(wanted))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const refused = (status: 400 | 401, why: Refusal) => ({ kind: 'refused', status, why }) as const

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
