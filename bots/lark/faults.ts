/** What a refusal of Lark's means for us. */
export type FaultKind =
  | 'link' // no answer, or the server failed: trying again can help
  | 'rate' // too many calls
  | 'auth' // our token is not good any more
  | 'app' // the app's id, secret, scopes or abilities: only an administrator can mend it
  | 'lostChat' // we are not, or no longer, in the group
  | 'unknown' // no such person, group or message, or one who may not use the app
  | 'gone' // the message was recalled, or is too old to be changed
  | 'tooLong' // words or a file; a file that never ends, too
  | 'dlp' // the office's data protection refuses the words, as a rule because of a phone number
  | 'refused' // anything else

/** The codes that we know, from Lark's error tables. */
const kinds: Readonly<Record<number, FaultKind>> = {
  99991400: 'rate',
  230020: 'rate',
  11232: 'rate',
  11233: 'rate',
  11247: 'rate',
  99991661: 'auth',
  99991663: 'auth',
  99991664: 'auth',
  99991668: 'auth',
  99991671: 'auth',
  10003: 'app',
  10014: 'app',
  99991672: 'app',
  20002: 'app',
  20009: 'app',
  20048: 'app',
  20069: 'app',
  20071: 'app',
  230006: 'app',
  230027: 'app',
  230002: 'lostChat',
  232009: 'lostChat',
  232011: 'lostChat',
  230013: 'unknown',
  41050: 'unknown',
  20008: 'unknown',
  20010: 'unknown',
  20021: 'unknown',
  20022: 'unknown',
  20023: 'unknown',
  20066: 'unknown',
  230029: 'unknown',
  230034: 'unknown',
  232006: 'unknown',
  230011: 'gone',
  230031: 'gone',
  230025: 'tooLong',
  230028: 'dlp',
}

/** A call that Lark did not fulfil. Its message has the code and nothing of what was sent. */
export class LarkFault extends Error {
  override readonly name = 'LarkFault'
  readonly kind: FaultKind
  readonly code: number
  /** How long Lark wants us to wait; null: it did not say. */
  readonly waitMs: number | null
  /** The request may have been carried out all the same. */
  readonly mayHaveGone: boolean

  constructor(kind: FaultKind, code: number, waitMs: number | null = null, mayHaveGone = false) {
    super(`${kind} ${code}`)
    this.kind = kind
    this.code = code
    this.waitMs = waitMs
    this.mayHaveGone = mayHaveGone
  }
}

/** Told by Lark's code first, for the same code comes under different statuses; by the HTTP status where there is none. */
export function faultOf(code: number | undefined, status: number, resetHeader: unknown): LarkFault {
  const seconds = Number(resetHeader)
  const waitMs = resetHeader !== undefined && seconds >= 0 ? seconds * 1000 : null
  const known = code === undefined ? undefined : kinds[code]
  if (known) return new LarkFault(known, code ?? status, waitMs)
  if (status === 429) return new LarkFault('rate', code ?? status, waitMs)
  if (status >= 500) return new LarkFault('link', code ?? status, waitMs, true)
  // without a code of Lark's it is somebody on the way who answers
  return new LarkFault(code === undefined ? 'link' : 'refused', code ?? status, waitMs)
}
