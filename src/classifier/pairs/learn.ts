import { type PairTrait, pairTraits } from '../../domain/intake/pair-traits.ts'
import type { PairExample } from './examples.ts'

/** A logistic model over traits. */
export interface PairModel {
  readonly bias: number
  readonly weights: Readonly<Record<PairTrait, number>>
}

const rounds = 1_200
const rate = 1.5
/** Pulls weights towards 0: there are few pairs, and some traits are in very few. */
const decay = 0.0005

/** Learns what makes two matters one. The same examples give the same weights. */
export function learnPairs(examples: readonly PairExample[]): PairModel {
  const rows = examples.flatMap(({ same, traits }) =>
    traits ? [{ y: same ? 1 : 0, x: pairTraits.map((trait) => traits[trait] ?? 0) }] : [],
  )
  const w = pairTraits.map(() => 0)
  let bias = 0
  for (let round = 0; round < rounds; round++) {
    const slope = pairTraits.map(() => 0)
    let slopeOfBias = 0
    for (const { x, y } of rows) {
      const miss = y - logistic(bias + dot(w, x))
      slopeOfBias += miss
      x.forEach((value, i) => {
        slope[i] = (slope[i] ?? 0) + miss * value
      })
    }
    bias += (rate * slopeOfBias) / rows.length
    slope.forEach((sum, i) => {
      w[i] = (w[i] ?? 0) + rate * (sum / rows.length - decay * (w[i] ?? 0))
    })
  }
  const weights = Object.fromEntries(pairTraits.map((trait, i) => [trait, short(w[i] ?? 0)]))
  return { bias: short(bias), weights: weights as Record<PairTrait, number> }
}

/** How likely a pair is one matter (0..1). */
export function pairLikelihood({ traits }: PairExample, { bias, weights }: PairModel): number {
  if (!traits) return 0
  return logistic(
    pairTraits.reduce((sum, trait) => sum + weights[trait] * (traits[trait] ?? 0), bias),
  )
}

const logistic = (z: number): number => 1 / (1 + Math.exp(-z))
const dot = (w: readonly number[], x: readonly number[]): number =>
  x.reduce((sum, value, i) => sum + value * (w[i] ?? 0), 0)
const short = (value: number): number => Math.round(value * 100) / 100
