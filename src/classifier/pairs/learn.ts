import { type PairTrait, pairTraits, type Traits } from '../../domain/intake/pair-traits.ts'
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

/** An example: whether it is one matter, and the traits that it has, by their position in `pairTraits`. */
interface Row {
  readonly y: number
  readonly at: Uint8Array
  readonly values: Float64Array
}

/** Learns what makes two matters one. The same examples give the same weights. */
export function learnPairs(examples: readonly PairExample[]): PairModel {
  const rows = examples.flatMap(({ same, traits }) => (traits ? [rowOf(same, traits)] : []))
  const w = new Float64Array(pairTraits.length)
  const slope = new Float64Array(pairTraits.length)
  let bias = 0
  for (let round = 0; round < rounds; round++) {
    slope.fill(0)
    let slopeOfBias = 0
    for (const { y, at, values } of rows) {
      let z = 0
      for (let i = 0; i < at.length; i++) z += (values[i] ?? 0) * (w[at[i] ?? 0] ?? 0)
      const miss = y - logistic(bias + z)
      slopeOfBias += miss
      for (let i = 0; i < at.length; i++) {
        const trait = at[i] ?? 0
        slope[trait] = (slope[trait] ?? 0) + miss * (values[i] ?? 0)
      }
    }
    bias += (rate * slopeOfBias) / rows.length
    for (let i = 0; i < w.length; i++) {
      const before = w[i] ?? 0
      w[i] = before + rate * ((slope[i] ?? 0) / rows.length - decay * before)
    }
  }
  const weights = Object.fromEntries(pairTraits.map((trait, i) => [trait, short(w[i] ?? 0)]))
  return { bias: short(bias), weights: weights as Record<PairTrait, number> }
}

function rowOf(same: boolean, traits: Traits): Row {
  const has = pairTraits.flatMap((trait, i) => (traits[trait] ? [i] : []))
  return {
    y: same ? 1 : 0,
    at: Uint8Array.from(has),
    values: Float64Array.from(has, (i) => traits[pairTraits[i] ?? 'days'] ?? 0),
  }
}

/** How likely a pair is one matter (0..1). */
export function pairLikelihood({ traits }: PairExample, { bias, weights }: PairModel): number {
  if (!traits) return 0
  return logistic(
    pairTraits.reduce((sum, trait) => sum + weights[trait] * (traits[trait] ?? 0), bias),
  )
}

const logistic = (z: number): number => 1 / (1 + Math.exp(-z))
const short = (value: number): number => Math.round(value * 100) / 100
