import type { Limit } from '../deadlines/limit.ts'
import type { CategoryCode } from '../ids.ts'
import type { CallBackReason } from './follow-up.ts'

/** Which petitions a household head is asked to look at; `all`: any in their households. */
export const checkedKinds = ['vulnerable', 'relayed', 'all'] as const
export type CheckedKind = (typeof checkedKinds)[number]

export const lastingKinds = ['reopened', 'joint', 'vulnerable', 'safety'] as const
export type LastingKind = (typeof lastingKinds)[number]

/** What the street does about petitions that are resolved. */
export interface AftercarePolicy {
  readonly headChecks: readonly CheckedKind[]
  readonly callBack: {
    /** Of all that are closed, from 0 to 1. */
    readonly share: number
    readonly within: Limit
    readonly always: readonly Exclude<CallBackReason, 'sample'>[]
  }
  readonly lasting: {
    readonly after: Limit
    /** So long an answer is taken for one. */
    readonly answerWithin: Limit
    readonly of: readonly LastingKind[]
    readonly categories: readonly CategoryCode[]
  }
  /** A handler's note so shortly before the survey is told of, and any while it is open for so long. */
  readonly noteBefore: Limit
  readonly noteWithin: Limit
}

/** Also that of rulebooks which were kept before there was any. */
export const usualAftercare: AftercarePolicy = {
  headChecks: ['vulnerable', 'relayed'],
  callBack: {
    share: 0.1,
    within: { amount: 5, unit: 'workingDays' },
    always: ['negative', 'unratedEmergency', 'doubted'],
  },
  lasting: {
    after: { amount: 15, unit: 'days' },
    answerWithin: { amount: 7, unit: 'days' },
    of: ['reopened', 'joint', 'vulnerable', 'safety'],
    categories: [],
  },
  noteBefore: { amount: 30, unit: 'minutes' },
  noteWithin: { amount: 48, unit: 'hours' },
}

export const aftercareOf = ({
  aftercare,
}: {
  readonly aftercare?: AftercarePolicy
}): AftercarePolicy => aftercare ?? usualAftercare
