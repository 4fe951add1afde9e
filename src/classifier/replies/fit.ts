import {
  entryOf,
  headOf,
  mostSteps,
  type ReplyHead,
  shareOf,
  stepSize,
} from '../../domain/intake/reply-head.ts'

/** The traits of one reply and what it means. */
export interface Lesson {
  readonly traits: readonly string[]
  readonly meaning: string
  /** How much it counts. */
  readonly weight: number
}

const rounds = 80
const rate = 0.1
/** Pulls weights towards 0. */
const hold = 0.001
/** A trait of fewer replies is an accident. */
const leastReplies = 3
/** How far rare meanings are made up for: 0 not at all, 1 fully. */
const evenness = 0.5

/**
 * Weights under which what was marked is likeliest (softmax, Adam over all lessons at once). The same lessons in the
 * same order give the same weights.
 */
export function fitHead(lessons: readonly Lesson[]): ReplyHead {
  const meanings = [...new Set(lessons.map(({ meaning }) => meaning))].sort()
  const ids = idsOf(lessons)
  const rows = lessons.map(({ traits }) =>
    traits.flatMap((trait) => {
      const id = ids.get(trait)
      return id === undefined ? [] : [id]
    }),
  )
  const right = lessons.map(({ meaning }) => meanings.indexOf(meaning))
  const many = meanings.map((_, k) => right.filter((one) => one === k).length)
  const cost = lessons.map(
    ({ weight }, i) =>
      (weight * (lessons.length / meanings.length / (many[right[i] ?? 0] ?? 1)) ** evenness) /
      lessons.length,
  )
  // the last row holds the offsets
  const weights = meanings.map(() => new Float64Array(ids.size + 1))
  const steps = weights.map((row) => adam(row))
  for (let round = 1; round <= rounds; round++) {
    const slopes = weights.map((row) => row.map((w, id) => (id === ids.size ? 0 : hold * w)))
    rows.forEach((row, i) => {
      addSlopes(row, right[i] ?? 0, cost[i] ?? 0, weights, slopes)
    })
    steps.forEach((step, k) => {
      step(slopes[k] ?? new Float64Array(), round)
    })
  }
  return kept(meanings, ids, weights)
}

function addSlopes(
  row: readonly number[],
  right: number,
  cost: number,
  weights: readonly Float64Array[],
  slopes: readonly Float64Array[],
): void {
  const share = shareOf(row.length)
  const odds = weights.map((w) => {
    const offset = w[w.length - 1] ?? 0
    return Math.exp(row.reduce((sum, id) => sum + (w[id] ?? 0), 0) * share + offset)
  })
  const total = odds.reduce((a, b) => a + b, 0)
  slopes.forEach((slope, k) => {
    const error = ((odds[k] ?? 0) / total - (k === right ? 1 : 0)) * cost
    for (const id of row) slope[id] = (slope[id] ?? 0) + error * share
    slope[slope.length - 1] = (slope[slope.length - 1] ?? 0) + error
  })
}

function adam(weights: Float64Array): (slope: Float64Array, round: number) => void {
  const mean = new Float64Array(weights.length)
  const spread = new Float64Array(weights.length)
  return (slope, round) => {
    for (let id = 0; id < weights.length; id++) {
      const by = slope[id] ?? 0
      const m = 0.9 * (mean[id] ?? 0) + 0.1 * by
      const v = 0.999 * (spread[id] ?? 0) + 0.001 * by * by
      mean[id] = m
      spread[id] = v
      const step = m / (1 - 0.9 ** round) / (Math.sqrt(v / (1 - 0.999 ** round)) + 1e-8)
      weights[id] = (weights[id] ?? 0) - rate * step
    }
  }
}

function idsOf(lessons: readonly Lesson[]): Map<string, number> {
  const replies = new Map<string, number>()
  for (const { traits } of lessons)
    for (const trait of traits) replies.set(trait, (replies.get(trait) ?? 0) + 1)
  const known = [...replies].flatMap(([trait, count]) => (count < leastReplies ? [] : [trait]))
  return new Map(known.map((trait, id) => [trait, id]))
}

/** In the steps that the table can hold, so that what is measured is what is shipped. */
function kept(
  meanings: readonly string[],
  ids: ReadonlyMap<string, number>,
  weights: readonly Float64Array[],
): ReplyHead {
  const most = mostSteps * stepSize
  const clipped = (weight: number) => Math.max(-most, Math.min(most, weight))
  const entries = [...ids].map(([trait, id]) =>
    entryOf(
      trait,
      weights.map((row) => clipped(row[id] ?? 0)),
    ),
  )
  const offsets = weights.map((row) => Math.round(100 * (row[ids.size] ?? 0)) / 100)
  return headOf(meanings, offsets, entries.join(' '))
}
