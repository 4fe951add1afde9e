/** Weighs the traits of a reply: one row of weights a trait, one weight a meaning. */
export interface ReplyHead {
  readonly meanings: readonly string[]
  readonly offsets: readonly number[]
  readonly weights: ReadonlyMap<string, readonly number[]>
}

/** Weights are kept as one character each: 64 steps, the middle is 0. */
const steps = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
export const stepSize = 0.1
export const mostSteps = 31

/** How much each trait of a text counts when it has so many that are known: short texts and long ones weigh the same. */
export const shareOf = (known: number): number => 3 / Math.sqrt(Math.max(1, known))

/** How likely each meaning is (0..1, together 1), by name. Traits that were not learnt count for nothing. */
export function likelihoods(traits: readonly string[], head: ReplyHead): Map<string, number> {
  const sums = head.meanings.map(() => 0)
  let known = 0
  for (const trait of traits) {
    const row = head.weights.get(trait)
    if (!row) continue
    known++
    for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + (row[i] ?? 0)
  }
  const share = shareOf(known)
  const odds = sums.map((sum, i) => Math.exp(sum * share + (head.offsets[i] ?? 0)))
  const total = odds.reduce((a, b) => a + b, 0)
  return new Map(head.meanings.map((meaning, i) => [meaning, (odds[i] ?? 0) / total]))
}

/** The table of `packed`: a trait and its weights, one character each, then a gap. */
export function headOf(
  meanings: readonly string[],
  offsets: readonly number[],
  table: string,
): ReplyHead {
  const weights = new Map<string, readonly number[]>()
  for (const entry of table.trim().split(/\s+/)) {
    const at = entry.length - meanings.length
    weights.set(
      entry.slice(0, at),
      [...entry.slice(at)].map((step) => (steps.indexOf(step) - mostSteps) * stepSize),
    )
  }
  return { meanings, offsets, weights }
}

/** The entry of one trait in the table that `headOf` reads. */
export const entryOf = (trait: string, row: readonly number[]): string =>
  trait + row.map((weight) => steps.charAt(stepOf(weight) + mostSteps)).join('')

/** The nearest step that a weight can be kept as. */
const stepOf = (weight: number): number =>
  Math.max(-mostSteps, Math.min(mostSteps, Math.round(weight / stepSize)))
