/** Rows of a sparse matrix: row `i` has columns `index` and values `value` from `start[i]` to `start[i + 1]`. */
export interface Sparse {
  readonly start: Uint32Array
  readonly index: Uint32Array
  readonly value: Float32Array
  readonly columns: number
}

/** A separating plane: `w · x + offset`, positive on the one side. */
export interface Plane {
  readonly w: Float32Array
  readonly offset: number
}

interface Task {
  readonly rows: Sparse
  /** +1 or -1 for each row; 0 leaves the row out. */
  readonly sign: Int8Array
  /** How dear a mistake on a row is. */
  readonly cost: Float32Array
}

/**
 * A linear SVM with squared hinge loss by dual coordinate descent (Hsieh et al. 2008), the last column being the
 * offset. The order of rows is drawn from a fixed seed: the same task gives the same plane.
 */
export function separate({ rows, sign, cost }: Task, passes = 20, tolerance = 0.05): Plane {
  const order = [...sign.keys()].filter((row) => sign[row] !== 0)
  const alpha = new Float32Array(sign.length)
  const squared = norms(rows)
  const w = new Float32Array(rows.columns)
  let offset = 0
  const random = randomFrom(42)

  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random)
    let worst = 0
    for (const row of order) {
      const y = sign[row] ?? 0
      const diagonal = 1 / (2 * (cost[row] ?? 1))
      const from = rows.start[row] ?? 0
      const to = rows.start[row + 1] ?? 0
      let margin = offset
      for (let at = from; at < to; at++) {
        margin += (w[rows.index[at] ?? 0] ?? 0) * (rows.value[at] ?? 0)
      }
      const old = alpha[row] ?? 0
      const gradient = y * margin - 1 + diagonal * old
      const projected = old === 0 ? Math.min(gradient, 0) : gradient
      worst = Math.max(worst, Math.abs(projected))
      if (Math.abs(projected) < 1e-6) continue
      const next = Math.max(old - gradient / ((squared[row] ?? 1) + 1 + diagonal), 0)
      alpha[row] = next
      const step = (next - old) * y
      for (let at = from; at < to; at++) {
        const column = rows.index[at] ?? 0
        w[column] = (w[column] ?? 0) + step * (rows.value[at] ?? 0)
      }
      offset += step
    }
    if (worst < tolerance) break
  }
  return { w, offset }
}

function norms(rows: Sparse): Float32Array {
  return Float32Array.from({ length: rows.start.length - 1 }, (_, row) => {
    let sum = 0
    for (let at = rows.start[row] ?? 0; at < (rows.start[row + 1] ?? 0); at++) {
      sum += (rows.value[at] ?? 0) ** 2
    }
    return sum
  })
}

/** A stream of numbers in [0, 1) that is the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Shuffles in place. */
export function shuffle<Item>(list: Item[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = list[i] as Item
    list[i] = list[j] as Item
    list[j] = kept
  }
}
