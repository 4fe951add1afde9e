import type { Answer, CallBackReason } from '../aftercare/follow-up.ts'
import type { HeadsNotice } from './heads-notice.ts'

/** What is said of a relay's consent, and after a petition was resolved. */
export type AftercareNotice<Brief> =
  | HeadsNotice
  // to household heads
  /** Asked once, in private. */
  | { readonly kind: 'consentAsked'; readonly brief: Brief; readonly who: string }
  | { readonly kind: 'consentKept'; readonly brief: Brief; readonly given: boolean }
  /** Go and look: is it really fixed? `passed`: another head was asked before, whose term is over. */
  | {
      readonly kind: 'checkAsked'
      readonly brief: Brief
      readonly result: string
      readonly passed: boolean
    }
  | { readonly kind: 'checkTaken'; readonly brief: Brief; readonly fixed: boolean }
  // to petitioners
  /** Somebody was there and thinks that it is not fixed: they decide. */
  | { readonly kind: 'doubtTold'; readonly brief: Brief }
  | { readonly kind: 'lastingAsked'; readonly brief: Brief }
  | { readonly kind: 'lastingTaken'; readonly brief: Brief }
  // to staff
  | { readonly kind: 'doubted'; readonly brief: Brief; readonly words: string }
  /** `again`: it was given before, and its time is over. */
  | {
      readonly kind: 'callBackAsked'
      readonly brief: Brief
      readonly why: CallBackReason
      readonly dueAt: Date
      readonly again: boolean
    }
  | { readonly kind: 'callBackTold'; readonly brief: Brief; readonly answer: Answer }
  | { readonly kind: 'wroteInSurvey'; readonly brief: Brief }
