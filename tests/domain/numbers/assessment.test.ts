import { expect, test } from 'vitest'
import { assess } from '../../../src/domain/numbers/assessment.ts'
import type { Figure } from '../../../src/domain/numbers/figure.ts'
import { type Figures, measures, quarrelMeasures } from '../../../src/domain/numbers/figures.ts'
import { assessmentPolicyOf } from '../../../src/domain/street/policy.ts'
import { aBook } from '../../support/builders.ts'

const share = (good: number, all: number): Figure => ({
  size: good,
  counted: Array.from({ length: good }, (_, i) => i),
  outOf: Array.from({ length: all }, (_, i) => i),
  beside: {},
})
const figures = (but: Partial<Figures>): Figures =>
  ({
    ...Object.fromEntries(
      [...measures, ...quarrelMeasures].map((measure) => [measure, share(0, 0)]),
    ),
    ...but,
  }) as Figures
const weights = assessmentPolicyOf(aBook().policies)

test('the usual weights are a hundred', () => {
  expect(Object.values(weights).reduce((a, b) => a + b, 0)).toBe(100)
})

test('all that is good is a hundred points, all that is bad none', () => {
  const good = share(4, 4)
  const bad = share(0, 4)
  const rates = (kept: Figure, broken: Figure) =>
    figures({
      ...{ response: kept, onTime: kept, resolution: kept, satisfaction: kept },
      ...{ returned: broken, repeated: broken },
    })
  expect(assess(rates(good, bad), weights).total).toBe(100)
  expect(assess(rates(bad, good), weights).total).toBe(0)
})

test('what did not happen brings and costs nothing: the rest counts for all', () => {
  const { total, weighed, points } = assess(
    figures({ response: share(3, 4), resolution: share(1, 2) }),
    weights,
  )
  // (20 × 0.75 + 25 × 0.5) of 45
  expect({ total, weighed }).toEqual({ total: 61.1, weighed: 45 })
  expect(points.filter((one) => one.points === null)).toHaveLength(4)
  expect(assess(figures({}), weights)).toMatchObject({ total: null, weighed: 0 })
})
