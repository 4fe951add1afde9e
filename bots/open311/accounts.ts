import { createHmac } from 'node:crypto'
import { sealed, unsealed } from './seal.ts'

type Way = 'mail' | 'sms'

/** How the sender of a request can be told what becomes of it. */
export type Contact =
  | { readonly kind: Way; readonly address: string }
  /** Only by asking us. */
  | { readonly kind: 'asks' }

export interface Named {
  readonly email: string | null
  readonly phone: string | null
  /** What the app calls the sender or their device. */
  readonly known: string | null
}

/**
 * The account of a sender: an app and an address that only we can read, or what the app calls them. Nobody proves an
 * address here, so the same one from two apps is two people. Who says nothing is somebody new with each request. Of two
 * addresses it is the one that letters go to: the mail address, unless only short messages are among `ways`.
 */
export function accountOf(
  caller: string,
  named: Named,
  token: string,
  { secret, ways }: { readonly secret: string; readonly ways: readonly Way[] },
): string {
  const { email, phone, known } = named
  const isByPhone = phone && ways.includes('sms') && !ways.includes('mail')
  if (email && !isByPhone) return `${caller}/${sealed(`mail:${email.toLowerCase()}`, secret)}`
  if (phone) return `${caller}/${sealed(`sms:${phone.replace(/[\s().-]/g, '')}`, secret)}`
  if (known === null) return `${caller}/=${token}`
  const hash = createHmac('sha256', secret).update(`open311/known\n${known}`).digest('base64url')
  return `${caller}/=${hash}`
}

/** null: no account of ours. */
export function contactOf(account: string, secret: string): Contact | null {
  const [, mark, seal] = /^[\w.-]+\/(=?)([\w-]+)$/.exec(account) ?? []
  if (seal === undefined) return null
  if (mark) return { kind: 'asks' }
  const [, kind, address] = /^(mail|sms):(.+)$/s.exec(unsealed(seal, secret) ?? '') ?? []
  return (kind === 'mail' || kind === 'sms') && address !== undefined ? { kind, address } : null
}
