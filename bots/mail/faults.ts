import { isIP } from 'node:net'

/** Why a letter was not taken. */
export type MailFault =
  /** No connection, or it broke. `mayHaveGone`: the server may have taken the letter all the same. */
  | { readonly kind: 'link'; readonly mayHaveGone: boolean }
  | { readonly kind: 'security' }
  | { readonly kind: 'login' }
  | { readonly kind: 'sender' }
  /** A 4xx: the server wants to be asked again, for this letter or for now. */
  | { readonly kind: 'busy'; readonly code: number }
  /** A 5xx: this mailbox or this letter, ever. */
  | { readonly kind: 'refused'; readonly code: number }

/**
 * What a fault of nodemailer means. Of permanent refusals (5xx) only those of the recipient and of the letter are about
 * this letter; one of us or of our address holds for all letters and is the operator's to mend, so they wait.
 */
export function faultOf(fault: unknown, isSending: boolean): MailFault {
  const told: Partial<Record<'code' | 'command' | 'responseCode', unknown>> = Object(fault)
  const answered = typeof told.responseCode === 'number' ? told.responseCode : 0
  if (answered >= 400 && answered < 500) return { kind: 'busy', code: answered }
  if (told.code === 'EAUTH' || (answered >= 530 && answered <= 538)) return { kind: 'login' }
  if (told.code === 'ETLS' || isOfCertificate(fault)) return { kind: 'security' }
  if (answered < 500) return { kind: 'link', mayHaveGone: isSending && told.code !== 'EENVELOPE' }
  if (!isSending) return { kind: 'link', mayHaveGone: false }
  // by RFC 3463 a letter too large is refused at MAIL FROM, where its size is said
  if (told.command === 'MAIL FROM' && answered !== 552) return { kind: 'sender' }
  return { kind: 'refused', code: answered }
}

/** Node names each thing that is wrong with a certificate by a code of its own. */
function isOfCertificate(fault: unknown): boolean {
  const codes =
    fault instanceof Error
      ? ['code', 'originalCode'].map((name) => String(Object(fault)[name] ?? ''))
      : []
  return codes.some((code) => /CERT|ERR_TLS|ERR_SSL|^EPROTO$|UNABLE_TO_/.test(code))
}

/** One mailbox, nothing that could become a second line or a second recipient. */
export const isAddress = (text: string): boolean => {
  const [, domain] = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([a-z0-9.-]{1,255})$/i.exec(text) ?? []
  return (
    domain !== undefined &&
    /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9][a-z0-9-]*[a-z0-9]$/i.test(domain) &&
    isIP(domain) === 0
  )
}
