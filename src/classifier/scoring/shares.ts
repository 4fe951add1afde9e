export interface SetScores {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** `part / whole`, and `ifNone` where there is nothing to count. */
export const share = (part: number, whole: number, ifNone = 0): number =>
  whole === 0 ? ifNone : part / whole

export const harmonic = (a: number, b: number): number => share(2 * a * b, a + b)

export const mean = (values: readonly number[], ifNone: number): number =>
  share(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
    ifNone,
  )

export function overlap<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let both = 0
  for (const item of a) if (b.has(item)) both++
  return both
}

/** Precision, recall and F1 of what was found against what was wanted; nothing wanted and nothing found is perfect. */
export function setScores<T>(wanted: ReadonlySet<T>, found: ReadonlySet<T>): SetScores {
  const both = overlap(wanted, found)
  const precision = share(both, found.size, wanted.size === 0 ? 1 : 0)
  const recall = share(both, wanted.size, found.size === 0 ? 1 : 0)
  return { precision, recall, f1: harmonic(precision, recall) }
}
