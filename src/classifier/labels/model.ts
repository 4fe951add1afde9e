import { finder, reader } from '../../domain/intake/model.ts'
import { softmax } from '../../domain/intake/odds.ts'
import { eachLetterGram, type Letter } from './grams.ts'

/** What of a model of labels is words and numbers, as the file's header says it. */
export interface LabelHeader {
  /** SHA-256 of the bytes of the file that it learnt from. */
  readonly data: string
  /** False when a part of that file was held out and not learnt. */
  readonly learntAll: boolean
  readonly labels: readonly string[]
  readonly features: number
  readonly weights: number
  /** What one step of the 8-bit feature scales is worth. */
  readonly scaleStep: number
  /** Per label: what one step of a weight is worth, and the offset. */
  readonly steps: readonly number[]
  readonly offsets: readonly number[]
  /** Of the softmax over margins. */
  readonly sharpness: number
}

/** A linear model over hashed n-grams: one row of a few 8-bit weights a feature. No text can be read from it. */
export interface LabelModel extends LabelHeader {
  /** Position of a feature, or -1 when training did not know it. */
  readonly find: (hash: number) => number
  readonly scale: Uint8Array
  /** Weights of feature `i` are numbers `rowStart[i]` to `rowStart[i + 1]`. */
  readonly rowStart: Uint32Array
  readonly rowLabel: Uint8Array
  readonly rowWeight: Int8Array
}

export const labelMagic = 'LINLI-LABELS-1\n'

/** Reads the bytes that `packLabels` wrote. Throws when they are something else or end too early. */
export function decodeLabels(bytes: Uint8Array): LabelModel {
  const read = reader(bytes)
  if (read.text(labelMagic.length) !== labelMagic) throw new Error('not a model of labels')
  const header = JSON.parse(read.text(read.uint32())) as LabelHeader
  const keys = new Int32Array(read.copy(4 * header.features))
  const scale = new Uint8Array(read.copy(header.features))
  const rowLength = new Uint8Array(read.copy(header.features))
  const rowStart = new Uint32Array(header.features + 1)
  rowLength.forEach((length, i) => {
    rowStart[i + 1] = (rowStart[i] ?? 0) + length
  })
  return {
    ...header,
    find: finder(keys),
    scale,
    rowStart,
    rowLabel: new Uint8Array(read.copy(header.weights)),
    rowWeight: new Int8Array(read.copy(header.weights)),
  }
}

/** A label and the probability that a letter is of it. */
export interface Guess {
  readonly label: string
  readonly p: number
}

/** All labels for a letter, the likeliest first. */
export function labelOf(letter: Letter, model: LabelModel): readonly Guess[] {
  const likely = softmax(marginsOf(letter, model), model.sharpness)
  return model.labels
    .map((label, i) => ({ label, p: likely[i] ?? 0 }))
    .sort((a, b) => b.p - a.p || (a.label < b.label ? -1 : 1))
}

function marginsOf(letter: Letter, model: LabelModel): Float64Array {
  const counts = new Map<number, number>()
  eachLetterGram(letter, (hash) => {
    const feature = model.find(hash)
    if (feature >= 0) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  })
  const sums = new Float64Array(model.labels.length)
  let squares = 0
  for (const [feature, count] of counts) {
    const x = (1 + Math.log(count)) * (model.scale[feature] ?? 0)
    squares += x * x
    const end = model.rowStart[feature + 1] ?? 0
    for (let at = model.rowStart[feature] ?? 0; at < end; at++) {
      const label = model.rowLabel[at] ?? 0
      sums[label] = (sums[label] ?? 0) + x * (model.rowWeight[at] ?? 0)
    }
  }
  const norm = Math.sqrt(squares) || 1
  return sums.map((sum, i) => (sum / norm) * (model.steps[i] ?? 0) + (model.offsets[i] ?? 0))
}
