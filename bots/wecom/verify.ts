import { isSignedBy, opened, type Stamp } from './crypt.ts'
import { fieldsOf } from './fields.ts'
import type { WecomSettings } from './settings.ts'

export type Verified<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly status: 400 | 401 | 403; readonly why: Refusal }

export type Refusal =
  | 'unsigned'
  | 'badSignature'
  | 'stale'
  | 'unreadable'
  | 'notDecryptable'
  | 'otherTenant'
  | 'otherApp'

type Secrets = Pick<WecomSettings, 'corpId' | 'agentId' | 'token' | 'aesKey'>

/** WeCom tries three times within some fifteen seconds; clocks differ. In milliseconds. */
export const windowMs = 10 * 60_000

/** The stamp of a request; undefined when it has none of the right form. */
export function stampOf(url: URL): Stamp | undefined {
  const one = (name: string) => url.searchParams.get(name) ?? ''
  const [signature, timestamp, nonce] = [one('msg_signature'), one('timestamp'), one('nonce')]
  const isWhole = signature !== '' && /^\d{9,11}$/.test(timestamp) && /^[\w-]{1,64}$/.test(nonce)
  return isWhole ? { signature, timestamp, nonce } : undefined
}

/** The plain text of what WeCom encrypted for our company just now. */
export function verify(
  encrypted: string,
  stamp: Stamp | undefined,
  { token, aesKey, corpId }: Secrets,
  now: Date,
): Verified<string> {
  if (!stamp) return refused(401, 'unsigned')
  if (!isSignedBy(token, encrypted, stamp)) return refused(401, 'badSignature')
  const age = Math.abs(now.getTime() - Number(stamp.timestamp) * 1000)
  if (age > windowMs) return refused(401, 'stale')
  const inside = opened(encrypted, aesKey)
  if (!inside) return refused(401, 'notDecryptable')
  if (inside.receiver !== corpId) return refused(403, 'otherTenant')
  return { ok: true, value: inside.message }
}

/** The fields of a message that WeCom brought to our app. */
export function verifyMessage(
  body: string,
  stamp: Stamp | undefined,
  secrets: Secrets,
  now: Date,
): Verified<ReadonlyMap<string, string>> {
  if (!stamp) return refused(401, 'unsigned')
  const outer = fieldsOf(body)
  const encrypted = outer?.get('Encrypt') ?? outer?.get('encrypt') // as XML, as JSON
  if (encrypted === undefined) return refused(400, 'unreadable')
  const plain = verify(encrypted, stamp, secrets, now)
  if (!plain.ok) return plain
  const fields = fieldsOf(plain.value)
  if (!fields) return refused(400, 'unreadable')
  if (fields.get('ToUserName') !== secrets.corpId) return refused(403, 'otherTenant')
  const agent = fields.get('AgentID')
  if (agent !== undefined && agent !== String(secrets.agentId)) return refused(403, 'otherApp')
  return { ok: true, value: fields }
}

const refused = (status: 400 | 401 | 403, why: Refusal) => ({ ok: false, status, why }) as const
