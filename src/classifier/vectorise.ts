import { eachFeature, nameOfFeature, sourceOf } from '../domain/intake/features.ts'
import type { Sparse } from './svm.ts'

/**
 * The features of a corpus: the hash of each column in rising order, and each document as columns with counts, the
 * columns rising: document `i` has `index` and `count` from `start[i]` to `start[i + 1]`.
 */
export interface Vocabulary {
  readonly hashes: Int32Array
  readonly start: Uint32Array
  readonly index: Uint32Array
  readonly count: Uint16Array
}

/** Takes n-grams that occur in at least two documents, and all else that occurs at all. */
export const vocabularyOf = (texts: readonly string[]): Vocabulary =>
  vocabularyBy(texts, (text, visit) => eachFeature(sourceOf(text), visit))

/** The same, of documents of any kind; `each` visits every feature of one, as often as it counts. */
export function vocabularyBy<Document>(
  documents: readonly Document[],
  each: (document: Document, visit: (hash: number) => void) => void,
): Vocabulary {
  const seenIn = new Map<number, number>()
  const counted = documents.map((document) => {
    const counts = new Map<number, number>()
    each(document, (hash) => counts.set(hash, (counts.get(hash) ?? 0) + 1))
    const hashes = Int32Array.from(counts.keys()).sort()
    for (const hash of hashes) seenIn.set(hash, (seenIn.get(hash) ?? 0) + 1)
    return { hashes, counts: Uint16Array.from(hashes, (hash) => counts.get(hash) ?? 0) }
  })
  const isKept = (hash: number) => (seenIn.get(hash) ?? 0) > 1 || nameOfFeature(hash) !== ''
  const hashes = Int32Array.from([...seenIn.keys()].filter(isKept)).sort()
  const columnOf = new Map(Array.from(hashes, (hash, column) => [hash, column]))

  const start = new Uint32Array(documents.length + 1)
  counted.forEach((document, row) => {
    start[row + 1] = (start[row] ?? 0) + document.hashes.filter((hash) => columnOf.has(hash)).length
  })
  const index = new Uint32Array(start.at(-1) ?? 0)
  const count = new Uint16Array(index.length)
  let at = 0
  for (const document of counted) {
    document.hashes.forEach((hash, i) => {
      const column = columnOf.get(hash)
      if (column === undefined) return
      index[at] = column
      count[at] = document.counts[i] ?? 0
      at++
    })
  }
  return { hashes, start, index, count }
}

/** How much each feature counts, in steps of one byte; `step` is what one of them is worth. */
export interface Scales {
  readonly steps: Uint8Array
  readonly step: number
}

/**
 * Rarity (smoothed idf) times how well a feature tells the labels apart: the root of the largest absolute log ratio
 * of a label against the rest. Documents without a label (-1) are left out. The lexicon made the templates, so its
 * words look more telling there than they are in what people write: they count `trust` times as much.
 */
export function scalesOf(vocabulary: Vocabulary, labels: readonly number[], trust: number): Scales {
  const classes = Math.max(...labels) + 1
  const columns = vocabulary.hashes.length
  const perClass = Array.from({ length: classes }, () => new Float64Array(columns))
  const total = new Float64Array(columns)
  const sizes = new Float64Array(classes)
  let size = 0
  labels.forEach((label, row) => {
    if (label < 0) return
    size++
    sizes[label] = (sizes[label] ?? 0) + 1
    const inClass = perClass[label] ?? total
    for (const column of vocabulary.index.subarray(...spanOf(vocabulary, row))) {
      inClass[column] = (inClass[column] ?? 0) + 1
      total[column] = (total[column] ?? 0) + 1
    }
  })
  const scale = Float64Array.from({ length: columns }, (_, column) => {
    const seen = total[column] ?? 0
    const rarity = Math.log((1 + size) / (1 + seen)) + 1
    let tells = 0
    for (let label = 0; label < classes; label++) {
      const here = perClass[label]?.[column] ?? 0
      const inside = (here + 0.5) / ((sizes[label] ?? 0) + 1)
      const outside = (seen - here + 0.5) / (size - (sizes[label] ?? 0) + 1)
      tells = Math.max(tells, Math.abs(Math.log(inside / outside)))
    }
    const isGram = nameOfFeature(vocabulary.hashes[column] ?? 0) === ''
    return seen === 0 ? 0 : (isGram ? 1 : trust) * rarity * Math.sqrt(tells)
  })
  const step = scale.reduce((a, b) => Math.max(a, b), 0) / 255
  return { steps: Uint8Array.from(scale, (value) => Math.round(value / step)), step }
}

/** The documents as rows of length 1: `(1 + ln count) * scale` for every feature. */
export function rowsOf(vocabulary: Vocabulary, { steps }: Scales): Sparse {
  const { hashes, start, index, count } = vocabulary
  const value = new Float32Array(index.length)
  for (let row = 0; row < start.length - 1; row++) {
    const [from, to] = spanOf(vocabulary, row)
    let squares = 0
    for (let at = from; at < to; at++) {
      const x = (1 + Math.log(count[at] ?? 1)) * (steps[index[at] ?? 0] ?? 0)
      value[at] = x
      squares += x * x
    }
    const norm = Math.sqrt(squares) || 1
    for (let at = from; at < to; at++) value[at] = (value[at] ?? 0) / norm
  }
  return { start, index, value, columns: hashes.length }
}

const spanOf = ({ start }: Vocabulary, row: number): [number, number] => [
  start[row] ?? 0,
  start[row + 1] ?? 0,
]
