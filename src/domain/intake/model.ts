import type { CategoryCode } from '../ids.ts'
import type { MatterKind } from '../street/rulebook.ts'
import type { Memory } from './memory.ts'

/** What of the model is words and numbers, as the file's header says it. */
export interface ModelHeader {
  /** SHA-256 of the corpus that it was trained on. */
  readonly corpus: string
  /** SHA-256 of the categories and their kinds. */
  readonly taxonomy: string
  readonly categories: readonly CategoryCode[]
  readonly kinds: readonly MatterKind[]
  readonly features: number
  readonly weights: number
  /** What one step of the 8-bit feature scales is worth: of the petition head, and of all others. */
  readonly scaleSteps: readonly [number, number]
  /** Per head, petition first, then categories, kinds, danger: what one step of a weight is worth, and the offset. */
  readonly steps: readonly number[]
  readonly offsets: readonly number[]
  readonly calibration: Calibration
}

/** Turns margins into probabilities: `1 / (1 + exp(-(slope * margin + offset)))`, and softmax at a sharpness. */
export interface Calibration {
  readonly slope: number
  readonly offset: number
  readonly dangerSlope: number
  readonly dangerOffset: number
  readonly categorySharpness: number
  readonly kindSharpness: number
}

/** A linear model over hashed features: one row of a few 8-bit weights a feature. */
export interface Model extends ModelHeader {
  /**
   * An open-addressing table of features, four numbers each, side by side as they are needed together: the hash, 0 where
   * nothing is; the scales (the petition head's in the lowest byte, that of all others in the next) with the petition weight
   * above them; where the row of weights begins (times 256), and their number; room for a count, 0 between texts.
   */
  readonly table: Int32Array
  /** The weights of all rows: the head times 256, and in the lowest byte the weight. */
  readonly rows: Int16Array
  /** What staff corrected, which outweighs what was learnt before; absent: nothing. */
  readonly memory?: Memory
}

export const modelMagic = 'LINLI-MODEL-2\n'

/** Reads the bytes that `pack` wrote. Throws when they are something else or end too early. */
export function decodeModel(bytes: Uint8Array): Model {
  const read = reader(bytes)
  if (read.text(modelMagic.length) !== modelMagic) throw new Error('not a model of this version')
  const header = JSON.parse(read.text(read.uint32())) as ModelHeader
  const n = header.features
  const hashes = new Int32Array(read.copy(4 * n))
  const petitionScale = new Uint8Array(read.copy(n))
  const petitionWeight = new Int8Array(read.copy(n))
  const topicScale = new Uint8Array(read.copy(n))
  const rowLength = new Uint8Array(read.copy(n))
  const rowHead = new Uint8Array(read.copy(header.weights))
  const rowWeight = new Int8Array(read.copy(header.weights))
  const table = new Int32Array(4 * tableSize(n))
  let row = 0
  for (let i = 0; i < n; i++) {
    const at = -1 - placeOf(hashes[i] ?? 0, table)
    table[at] = hashes[i] ?? 0
    table[at + 1] =
      (petitionScale[i] ?? 0) | ((topicScale[i] ?? 0) << 8) | ((petitionWeight[i] ?? 0) << 16)
    table[at + 2] = row * 256 + (rowLength[i] ?? 0)
    row += rowLength[i] ?? 0
  }
  const rows = Int16Array.from(rowHead, (head, i) => (head << 8) | ((rowWeight[i] ?? 0) & 0xff))
  return { ...header, table, rows }
}

const tableSize = (keys: number): number => 2 ** Math.ceil(Math.log2(1.6 * keys + 2))

/** Where the feature with a hash stands; negative when training did not know it: `-1 -` the free place. */
export function placeOf(hash: number, table: Int32Array): number {
  const mask = table.length - 1
  for (let at = (hash << 2) & mask; ; at = (at + 4) & mask) {
    const key = table[at]
    if (key === hash) return at
    if (key === 0) return -1 - at
  }
}

/** An open-addressing table of the keys, which are never 0: the position of a key, or -1. */
export function finder(keys: Int32Array): (hash: number) => number {
  const size = tableSize(keys.length)
  const table = new Int32Array(size)
  const row = new Int32Array(size)
  keys.forEach((key, i) => {
    let slot = key & (size - 1)
    while (table[slot] !== 0) slot = (slot + 1) & (size - 1)
    table[slot] = key
    row[slot] = i
  })
  return (hash) => {
    let slot = hash & (size - 1)
    while (table[slot] !== 0) {
      if (table[slot] === hash) return row[slot] ?? -1
      slot = (slot + 1) & (size - 1)
    }
    return -1
  }
}

/** Reads packed bytes from the front. Throws when they end too early. */
export function reader(bytes: Uint8Array) {
  let at = 0
  const copy = (length: number): ArrayBuffer => {
    if (at + length > bytes.length) throw new Error('the model ends too early')
    const part = new Uint8Array(length)
    part.set(bytes.subarray(at, at + length))
    at += length
    return part.buffer
  }
  return {
    copy,
    text: (length: number) => new TextDecoder().decode(copy(length)),
    uint32: () => new DataView(copy(4)).getUint32(0, true),
  }
}
