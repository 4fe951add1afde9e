import type { ErrandCommand } from '../errands/lifecycle.ts'

/** Why nothing comes of what was said of an errand. */
export type ErrandProblem =
  | 'notYours'
  | 'notNow'
  | 'unknown'
  | 'which'
  | 'empty'
  | 'noPlace'
  | 'noHead'
  | 'confidential'

/** One errand in a few words, for people whom it concerns: never for a group. */
export interface ErrandBrief {
  readonly number: number
  readonly words: string
  /** With the door; '' when nothing is known. */
  readonly place: string
  /** Who needs it, as far as the reader may know; null: who asked. */
  readonly neighbour: string | null
}

interface ErrandStep {
  readonly errand: ErrandBrief
  readonly dueAt: Date
}

/** What is said of errands (代办), in private only. */
export type ErrandNotice =
  // to who asked
  | ({
      readonly kind: 'errandKept'
      /** `own`: a head wrote down what they do themselves. */
      readonly by: 'head' | 'desk' | 'own'
      /** The head is asked whether the neighbour agrees to be named. */
      readonly asksConsent: boolean
    } & ErrandStep)
  | ({ readonly kind: 'errandTaken' } & ErrandStep)
  | ({ readonly kind: 'errandPassed' } & ErrandStep)
  /** It is said to be done: is it? */
  | { readonly kind: 'errandReported'; readonly errand: ErrandBrief; readonly result: string }
  /** Money, cards and passwords are not a head's: shall the grid worker come? */
  | { readonly kind: 'errandMoney'; readonly words: string }
  /** Who has both does not want one of them any more: which? */
  | {
      readonly kind: 'errandOrPetition'
      readonly errand: ErrandBrief
      /** Of the petition. */
      readonly number: number
      readonly category: string
    }
  // to the head, and to the grid worker
  | {
      readonly kind: 'errandTask'
      readonly errand: ErrandBrief
      readonly why: 'new' | 'again'
      /** What who asked is called in the group; '' where nobody would know. */
      readonly from: string
      readonly dueAt: Date
    }
  | {
      readonly kind: 'errandWork'
      readonly errand: ErrandBrief
      readonly why: 'noHead' | 'declined' | 'notAccepted' | 'notDone' | 'notFixed' | 'late'
      readonly from: string
      /** What the head said; ''. */
      readonly reason: string
      readonly dueAt: Date
    }
  /** Somebody else has it now, or nobody needs it any more. */
  | { readonly kind: 'errandGone'; readonly number: number; readonly why: 'passed' | 'dropped' }
  | { readonly kind: 'errandThanked'; readonly number: number }
  /** To whoever just did something. */
  | {
      readonly kind: 'errandDone'
      readonly number: number
      readonly what: Exclude<ErrandCommand['kind'], 'lapse'>
      /** Who asked is asked whether it is done. */
      readonly isAsked: boolean
    }
  | { readonly kind: 'errandRefused'; readonly why: ErrandProblem }

/** A line of 我的任务. */
export interface ErrandLine {
  readonly errand: ErrandBrief
  readonly state: 'asked' | 'taken' | 'passed'
  readonly dueAt: Date
}

/** Absent where nobody owes any. */
export interface ErrandsOwed {
  readonly errands?: readonly ErrandLine[]
}
