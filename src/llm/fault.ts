/** Why there is no answer. Never with what was asked or answered, nor with the key. */
export interface LlmFault {
  readonly kind:
    | 'timeout' // the question's whole time is up
    | 'unreachable' // no connection, or it broke off
    | 'refused' // 4xx: wrong key, model or request
    | 'busy' // 429, and no time left to wait
    | 'broken' // 5xx again and again
    | 'nonsense' // no JSON of the agreed form, also when asked again
    | 'tooLong'
    | 'capped' // no more requests today
    | 'resting' // too many failures in a row
  readonly status?: number
}
