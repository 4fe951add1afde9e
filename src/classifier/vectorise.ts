import { eachFeature, nameOfFeature, sourceOf } from '../domain/intake/features.ts'
import type { Sparse } from './svm.ts'

/** The features of a corpus: the hash of each column, and each document as columns with counts. */
export interface Vocabulary {
  readonly hashes: readonly number[]
  readonly documents: readonly ReadonlyMap<number, number>[]
}

/** Takes n-grams that occur in at least two documents, and all else that occurs at all. */
export function vocabularyOf(texts: readonly string[]): Vocabulary {
  const seenIn = new Map<number, number>()
  const counted = texts.map((text) => {
    const counts = new Map<number, number>()
    eachFeature(sourceOf(text), (hash) => counts.set(hash, (counts.get(hash) ?? 0) + 1))
    for (const hash of counts.keys()) seenIn.set(hash, (seenIn.get(hash) ?? 0) + 1)
    return counts
  })
  const hashes = [...seenIn.keys()]
    .filter((hash) => (seenIn.get(hash) ?? 0) > 1 || nameOfFeature(hash) !== '')
    .sort((a, b) => a - b)
  const columnOf = new Map(hashes.map((hash, column) => [hash, column]))
  const documents = counted.map((counts) => {
    const columns = [...counts].flatMap(([hash, count]) => {
      const column = columnOf.get(hash)
      return column === undefined ? [] : [[column, count] as const]
    })
    return new Map(columns.sort(([a], [b]) => a - b))
  })
  return { hashes, documents }
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
  vocabulary.documents.forEach((document, row) => {
    const label = labels[row] ?? -1
    if (label < 0) return
    size++
    sizes[label] = (sizes[label] ?? 0) + 1
    const inClass = perClass[label] ?? total
    for (const column of document.keys()) {
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
export function rowsOf({ documents, hashes }: Vocabulary, { steps }: Scales): Sparse {
  const start = new Uint32Array(documents.length + 1)
  documents.forEach((document, row) => {
    start[row + 1] = (start[row] ?? 0) + document.size
  })
  const index = new Uint32Array(start[documents.length] ?? 0)
  const value = new Float32Array(index.length)
  documents.forEach((document, row) => {
    let at = start[row] ?? 0
    let squares = 0
    for (const [column, count] of document) {
      const x = (1 + Math.log(count)) * (steps[column] ?? 0)
      index[at] = column
      value[at] = x
      squares += x * x
      at++
    }
    const norm = Math.sqrt(squares) || 1
    for (let i = start[row] ?? 0; i < at; i++) value[i] = (value[i] ?? 0) / norm
  })
  return { start, index, value, columns: hashes.length }
}
