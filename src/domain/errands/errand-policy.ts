import type { Limit } from '../deadlines/limit.ts'

/** How long an errand may take: what the street has agreed with its heads, who are volunteers. */
export interface ErrandPolicy {
  /** A head who has not answered by then is not pressed: the grid worker takes it. */
  readonly accept: Limit
  readonly done: Limit
  /** Who asked for it and does not say whether it is done, is taken to be content. */
  readonly answer: Limit
  /** Where the limits are written. */
  readonly source: string
}

/** Also that of rulebooks which were kept before there were errands. */
const usualErrands: ErrandPolicy = {
  accept: { amount: 4, unit: 'workingHours' },
  done: { amount: 2, unit: 'workingDays' },
  answer: { amount: 3, unit: 'days' },
  source: '本街道户长代办约定（本地规定）',
}

export const errandPolicyOf = ({ errands }: { readonly errands?: ErrandPolicy }): ErrandPolicy =>
  errands ?? usualErrands
