import type { LinkWeights } from '../../domain/intake/link-weights.ts'
import {
  nameOf,
  type Traits,
  traitCount,
  type WeightsByName,
  weigh,
} from '../../domain/intake/traits.ts'
import type { Answer, Choice, Examples } from './examples.ts'

const heads = ['begin', 'own', 'other'] as const
type Head = (typeof heads)[number]
const forEach = <Made>(make: () => Made): Record<Head, Made> => ({
  begin: make(),
  own: make(),
  other: make(),
})
const rounds = 300
const rate = 0.08

/** Weights under which the marked decisions are likeliest, kept small by `hold`. Same examples, same weights. */
export function fitLinks(examples: Examples, hold = 0.003): LinkWeights {
  return {
    ...fitChoices(examples.choices, hold),
    supports: fitAnswers(examples.supports, hold),
    adds: fitAnswers(examples.adds, hold),
    settles: fitAnswers(examples.settles, hold),
    pulls: fitAnswers(examples.pulls, hold),
    alarms: fitAnswers(examples.alarms, hold),
  }
}

/** Softmax over what a message may belong to; going nowhere weighs 0. */
function fitChoices(choices: readonly Choice[], hold: number): Record<Head, WeightsByName> {
  const weights = forEach(() => new Float64Array(traitCount()))
  const total = sumOf(choices)
  const steps = forEach(() => adam())
  const options = choices.map(({ options: { begin, joins } }) => [
    { head: 'begin' as Head, traits: begin },
    ...joins.map(({ own, traits }) => ({ head: (own ? 'own' : 'other') as Head, traits })),
  ])
  for (let round = 1; round <= rounds; round++) {
    const slopes = forEach(() => new Float64Array(traitCount()))
    choices.forEach(({ right, weight }, nth) => {
      const all = options[nth] ?? []
      const odds = all.map(({ head, traits }) =>
        Math.exp(Math.min(30, weigh(weights[head], traits))),
      )
      const sum = 1 + odds.reduce((a, b) => a + b, 0)
      all.forEach(({ head, traits }, i) => {
        const error = (odds[i] ?? 0) / sum - (right === i ? 1 : 0)
        addTo(slopes[head], traits, (weight * error) / total)
      })
    })
    for (const head of heads) steps[head](weights[head], slopes[head], hold, round)
  }
  return { begin: rounded(weights.begin), own: rounded(weights.own), other: rounded(weights.other) }
}

function fitAnswers(answers: readonly Answer[], hold: number): WeightsByName {
  const weights = new Float64Array(traitCount())
  const step = adam()
  const total = sumOf(answers)
  for (let round = 1; round <= rounds; round++) {
    const slopes = new Float64Array(traitCount())
    for (const { traits, yes, weight } of answers) {
      const error = 1 / (1 + Math.exp(-weigh(weights, traits))) - (yes ? 1 : 0)
      addTo(slopes, traits, (weight * error) / total)
    }
    step(weights, slopes, hold, round)
  }
  return rounded(weights)
}

const sumOf = (list: readonly { readonly weight: number }[]): number =>
  list.reduce((sum, { weight }) => sum + weight, 0)

function addTo(sums: Float64Array, { numbers, values }: Traits, factor: number): void {
  numbers.forEach((number, i) => {
    sums[number] = (sums[number] ?? 0) + factor * (values[i] ?? 0)
  })
}

type Step = (weights: Float64Array, slopes: Float64Array, hold: number, round: number) => void

/** Steps of a size of their own for each weight (Adam). */
function adam(): Step {
  const first = new Float64Array(traitCount())
  const second = new Float64Array(traitCount())
  return (weights, slopes, hold, round) => {
    for (let at = 0; at < slopes.length; at++) {
      const slope = (slopes[at] ?? 0) + hold * (weights[at] ?? 0)
      const mean = 0.9 * (first[at] ?? 0) + 0.1 * slope
      const square = 0.999 * (second[at] ?? 0) + 0.001 * slope * slope
      first[at] = mean
      second[at] = square
      const size = Math.sqrt(square / (1 - 0.999 ** round)) + 1e-8
      weights[at] = (weights[at] ?? 0) - (rate * (mean / (1 - 0.9 ** round))) / size
    }
  }
}

/** Two decimals, in order of name: small changes of a weight make small changes of the file. */
const rounded = (weights: Float64Array): WeightsByName =>
  Object.fromEntries(
    Array.from(weights, (weight, at) => [nameOf(at), Math.round(weight * 100) / 100] as const)
      .filter(([, weight]) => weight !== 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
