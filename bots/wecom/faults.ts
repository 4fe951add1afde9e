/** What a refusal of WeCom's means for us. */
export type FaultKind =
  | 'link' // no answer, or the server failed: trying again can help
  | 'rate' // too many calls
  | 'token' // our token is not good any more
  | 'app' // id, secret, trusted address or rights of the app: only an administrator can mend it
  | 'unknown' // no such member, or one who may not see the app
  | 'robotGone' // the robot was taken out of its group
  | 'refused' // anything else

/** The codes that we know, from WeCom's table of global error codes. */
const kinds: Readonly<Record<number, FaultKind>> = {
  [-1]: 'link',
  45009: 'rate',
  45011: 'rate',
  45033: 'rate',
  40014: 'token',
  41001: 'token',
  42001: 'token',
  40001: 'app',
  40013: 'app',
  40056: 'app',
  41002: 'app',
  41004: 'app',
  48002: 'app',
  48004: 'app',
  60020: 'app',
  301002: 'app',
  40003: 'unknown',
  40031: 'unknown',
  60011: 'unknown',
  60111: 'unknown',
  81013: 'unknown',
  93000: 'robotGone',
}

/** A call that WeCom did not fulfil. Its message has the code and nothing of what was sent. */
export class WecomFault extends Error {
  override readonly name = 'WecomFault'
  readonly kind: FaultKind
  readonly code: number
  /** The request may have been carried out all the same. */
  readonly mayHaveGone: boolean

  constructor(kind: FaultKind, code: number, mayHaveGone = false) {
    super(`${kind} ${code}`)
    this.kind = kind
    this.code = code
    this.mayHaveGone = mayHaveGone
  }
}

export const faultOfCode = (code: number) => new WecomFault(kinds[code] ?? 'refused', code)

/** Without a code of WeCom's it is somebody on the way who answers. */
export const faultOfStatus = (status: number) =>
  status === 429 ? new WecomFault('rate', status) : new WecomFault('link', status, status >= 500)

/** With these nothing was sent: saying it again cannot say it twice. */
const notSent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']

/** No answer at all. fetch says only "failed", and its address has our secrets in it; its cause says why. */
export function faultOfSilence(fault: unknown): WecomFault {
  const cause = fault instanceof Error ? fault.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return new WecomFault('link', 0, !notSent.includes(code))
}
