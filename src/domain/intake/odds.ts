/** Probabilities of margins: the sharper, the more of it all falls to the largest. */
export function softmax(margins: Float64Array, sharpness: number): Float64Array {
  const byHead = new Float64Array(margins.length)
  toOdds(margins, 0, margins.length, sharpness, byHead)
  return byHead
}

/** Writes the probabilities of the margins from `from` to `to`. */
export function toOdds(
  margins: Float64Array,
  from: number,
  to: number,
  sharpness: number,
  into: Float64Array,
): void {
  const top = margins[largest(margins, from, to)] ?? 0
  let sum = 0
  for (let i = from; i < to; i++) {
    const odd = Math.exp(sharpness * ((margins[i] ?? 0) - top))
    into[i] = odd
    sum += odd
  }
  for (let i = from; i < to; i++) into[i] = (into[i] ?? 0) / sum
}

/** The position of the largest value from `from` to `to`. */
export function largest(values: Float64Array, from: number, to: number): number {
  let best = from
  for (let i = from + 1; i < to; i++) if ((values[i] ?? 0) > (values[best] ?? 0)) best = i
  return best
}

/** Positions of the three largest values from `from` to `to`, the largest first. */
export function topThree(values: Float64Array, from: number, to: number): number[] {
  const top: number[] = []
  for (let i = from; i < to; i++) {
    const value = values[i] ?? 0
    if (top.length === 3 && value <= (values[top[2] ?? 0] ?? 0)) continue
    let at = top.length
    while (at > 0 && (values[top[at - 1] ?? 0] ?? 0) < value) at--
    top.splice(at, 0, i)
    if (top.length > 3) top.pop()
  }
  return top
}
