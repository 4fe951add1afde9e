import type { AssessmentPolicy } from '../street/policy.ts'
import { type Figure, shareOf } from './figure.ts'
import type { Figures } from './figures.ts'

/** What may bring points, each from 0 to its weight. */
export const assessed = [
  'response',
  'onTime',
  'resolution',
  'satisfaction',
  'notReturned',
  'notRepeated',
] as const
export type Assessed = (typeof assessed)[number]

/** The street's weights for these add up to 100. */
export interface Points {
  readonly what: Assessed
  readonly weight: number
  /** null: nothing of the kind happened, so nothing can be said. */
  readonly points: number | null
  readonly from: Figure
}

export interface Assessment {
  /** Of 100, to one decimal. What has no points is left out and the rest counts for all; null where there is nothing. */
  readonly total: number | null
  /** How much of the 100 the total rests on. */
  readonly weighed: number
  readonly points: readonly Points[]
}

/** The 100-point assessment (百分制考核) of a community or a department. No ranking: who is first says little of a week. */
export function assess(figures: Figures, weights: AssessmentPolicy): Assessment {
  const points = assessed.map((what): Points => {
    const from = figureOf[what](figures)
    const share = shareOf(from)
    const good = share !== null && isBad(what) ? 1 - share : share
    const weight = weights[what]
    return { what, weight, points: good === null ? null : good * weight, from }
  })
  const known = points.filter((one) => one.points !== null)
  const weighed = known.reduce((sum, { weight }) => sum + weight, 0)
  const sum = known.reduce((total, one) => total + (one.points ?? 0), 0)
  return {
    total: weighed === 0 ? null : Math.round((sum / weighed) * 1000) / 10,
    weighed,
    points,
  }
}

const figureOf: Readonly<Record<Assessed, (figures: Figures) => Figure>> = {
  response: ({ response }) => response,
  onTime: ({ onTime }) => onTime,
  resolution: ({ resolution }) => resolution,
  satisfaction: ({ satisfaction }) => satisfaction,
  notReturned: ({ returned }) => returned,
  notRepeated: ({ repeated }) => repeated,
}

const isBad = (what: Assessed) => what === 'notReturned' || what === 'notRepeated'
