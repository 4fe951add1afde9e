/** Probabilities of margins: the sharper, the more of it all falls to the largest. */
export function softmax(margins: Float64Array, sharpness: number): Float64Array {
  const top = margins[largest(margins, 0, margins.length)] ?? 0
  const sum = sumOfOdds(margins, 0, margins.length, sharpness, top)
  return margins.map((margin) => oddOf(margin, sharpness, top) / sum)
}

/** How likely a margin is beside the largest, which has 1. */
export const oddOf = (margin: number, sharpness: number, top: number): number =>
  Math.exp(sharpness * (margin - top))

/** The odds of the margins from `from` to `to`, added up: what each is a share of. */
export function sumOfOdds(
  margins: Float64Array,
  from: number,
  to: number,
  sharpness: number,
  top: number,
): number {
  let sum = 0
  for (let i = from; i < to; i++) sum += oddOf(margins[i] ?? 0, sharpness, top)
  return sum
}

/** The position of the largest value from `from` to `to`. */
export function largest(values: Float64Array, from: number, to: number): number {
  let best = from
  for (let i = from + 1; i < to; i++) if ((values[i] ?? 0) > (values[best] ?? 0)) best = i
  return best
}

/** Positions of the three largest values from `from` to `to`, the largest first, of equal ones the first. */
export function topThree(values: Float64Array, from: number, to: number): number[] {
  let [first, second, third] = [-1, -1, -1]
  let [a, b, c] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let i = from; i < to; i++) {
    const value = values[i] ?? 0
    if (value <= c) continue
    if (value <= b) {
      third = i
      c = value
      continue
    }
    third = second
    c = b
    if (value <= a) {
      second = i
      b = value
      continue
    }
    second = first
    b = a
    first = i
    a = value
  }
  return [first, second, third].filter((at) => at >= 0)
}
