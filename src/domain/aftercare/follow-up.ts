import type { PersonId } from '../ids.ts'

/** What somebody, or the clock, does about a petition after it was resolved. */
export type FollowUp =
  /** A head was there and looked (户长核实). */
  | { readonly kind: 'check'; readonly fixed: boolean; readonly words: string }
  /** The head's term is over: whoever comes next is asked, else the community's office. */
  | { readonly kind: 'passCheck' }
  | { readonly kind: 'askCallBack' }
  | { readonly kind: 'remindCallBack' }
  /** Somebody else than the handler asked the petitioner (抽查回访). */
  | ({ readonly kind: 'callBack' } & Answer)
  /** Does it last? */
  | { readonly kind: 'askLasting' }
  | { readonly kind: 'lasts'; readonly words: string }

export interface Answer {
  readonly result: 'fixed' | 'notFixed' | 'unreached'
  readonly score: 1 | 2 | 3 | 4 | 5 | null
  readonly words: string
}

/** Why a petition is called back about; `sample`: by lot. */
export type CallBackReason = 'sample' | 'negative' | 'unratedEmergency' | 'doubted'

/** What came of it, as the timeline keeps it. */
export type FollowedUp =
  | { readonly kind: 'checked'; readonly fixed: boolean; readonly words: string }
  | { readonly kind: 'checkPassed'; readonly to: PersonId }
  | {
      readonly kind: 'callBackAsked'
      readonly of: PersonId
      readonly why: CallBackReason
      readonly dueAt: Date
    }
  | { readonly kind: 'callBackReminded' }
  | ({ readonly kind: 'calledBack' } & Answer)
  | { readonly kind: 'lastingAsked'; readonly of: readonly PersonId[] }
  | { readonly kind: 'lasting'; readonly words: string }

/** A head was asked to look, or the office after the head's term, and perhaps did. */
export interface Check {
  readonly head: PersonId
  readonly askedAt: Date
  readonly fixed?: boolean
  readonly words?: string
  readonly saidAt?: Date
}

/** Somebody was given a call to make, and perhaps made it. */
export interface CallBack {
  readonly of: PersonId
  readonly why: CallBackReason
  readonly askedAt: Date
  readonly dueAt: Date
  readonly answer?: Answer
  readonly saidAt?: Date
}

/** Petitioners were asked whether it lasts. */
export interface Lasting {
  readonly of: readonly PersonId[]
  readonly askedAt: Date
  /** Who said that it does. */
  readonly lasts: readonly PersonId[]
}

/** What is known of a petition since it was resolved; gone when it is opened again, but for the timeline. */
export interface Aftercare {
  readonly check?: Check
  readonly callBack?: CallBack
  readonly lasting?: Lasting
}
