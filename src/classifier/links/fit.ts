import type { Weights } from '../../domain/intake/link.ts'
import { weigh } from '../../domain/intake/link.ts'
import type { LinkWeights } from '../../domain/intake/link-weights.ts'
import type { Answer, Choice, Examples } from './examples.ts'

type Head = 'begin' | 'own' | 'other'
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
  }
}

/** Softmax over what a message may belong to; going nowhere weighs 0. */
function fitChoices(choices: readonly Choice[], hold: number): Record<Head, Weights> {
  const weights: Record<Head, Record<string, number>> = { begin: {}, own: {}, other: {} }
  const total = sumOf(choices)
  const steps: Record<Head, Step> = { begin: adam(), own: adam(), other: adam() }
  for (let round = 1; round <= rounds; round++) {
    const slopes: Record<Head, Record<string, number>> = { begin: {}, own: {}, other: {} }
    for (const { options, right, weight } of choices) {
      const all = [
        { head: 'begin' as Head, traits: options.begin },
        ...options.joins.map(({ own, traits }) => ({
          head: (own ? 'own' : 'other') as Head,
          traits,
        })),
      ]
      const odds = all.map(({ head, traits }) =>
        Math.exp(Math.min(30, weigh(weights[head], traits))),
      )
      const sum = 1 + odds.reduce((a, b) => a + b, 0)
      all.forEach(({ head, traits }, i) => {
        const error = (odds[i] ?? 0) / sum - (right === i ? 1 : 0)
        addTo(slopes[head], traits, (weight * error) / total)
      })
    }
    for (const head of ['begin', 'own', 'other'] as const) {
      steps[head](weights[head], slopes[head], hold, round)
    }
  }
  return { begin: rounded(weights.begin), own: rounded(weights.own), other: rounded(weights.other) }
}

function fitAnswers(answers: readonly Answer[], hold: number): Weights {
  const weights: Record<string, number> = {}
  const step = adam()
  const total = sumOf(answers)
  for (let round = 1; round <= rounds; round++) {
    const slopes: Record<string, number> = {}
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

function addTo(sums: Record<string, number>, traits: Weights, factor: number): void {
  for (const name in traits) {
    const value = traits[name] ?? 0
    if (value !== 0) sums[name] = (sums[name] ?? 0) + factor * value
  }
}

type Step = (
  weights: Record<string, number>,
  slopes: Record<string, number>,
  hold: number,
  round: number,
) => void

/** Steps of a size of their own for each weight (Adam). */
function adam(): Step {
  const first: Record<string, number> = {}
  const second: Record<string, number> = {}
  return (weights, slopes, hold, round) => {
    for (const name in slopes) {
      const slope = (slopes[name] ?? 0) + hold * (weights[name] ?? 0)
      const mean = 0.9 * (first[name] ?? 0) + 0.1 * slope
      const square = 0.999 * (second[name] ?? 0) + 0.001 * slope * slope
      first[name] = mean
      second[name] = square
      const size = Math.sqrt(square / (1 - 0.999 ** round)) + 1e-8
      weights[name] = (weights[name] ?? 0) - (rate * (mean / (1 - 0.9 ** round))) / size
    }
  }
}

/** Two decimals, in order of name: small changes of a weight make small changes of the file. */
const rounded = (weights: Record<string, number>): Weights =>
  Object.fromEntries(
    Object.entries(weights)
      .map(([name, weight]) => [name, Math.round(weight * 100) / 100] as const)
      .filter(([, weight]) => weight !== 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
