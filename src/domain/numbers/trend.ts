import type { Counting } from './counting.ts'
import type { Figures, Measure } from './figures.ts'
import { resolved, response } from './handling.ts'
import type { Period } from './period.ts'
import { registered } from './registered.ts'
import { resolution, satisfaction } from './verdicts.ts'

/** What is followed from week to week. */
export const trendMeasures = [
  'registered',
  'resolved',
  'response',
  'resolution',
  'satisfaction',
] as const satisfies Measure[]
export type TrendFigures = Pick<Figures, (typeof trendMeasures)[number]>

/** One week of a trend. */
export interface TrendWeek {
  readonly week: Period
  readonly figures: TrendFigures
}

export const trendFiguresOf = (counting: Counting): TrendFigures => ({
  registered: registered(counting),
  resolved: resolved(counting),
  response: response(counting),
  resolution: resolution(counting),
  satisfaction: satisfaction(counting),
})
