import { type ModelHeader, modelMagic } from '../domain/intake/model.ts'
import type { Plane } from './svm.ts'
import type { Scales, Vocabulary } from './vectorise.ts'

/** What training found. Heads: petition first, then categories, kinds, danger. */
export interface Trained
  extends Pick<ModelHeader, 'corpus' | 'taxonomy' | 'categories' | 'kinds' | 'calibration'> {
  readonly vocabulary: Vocabulary
  readonly petitionScales: Scales
  readonly topicScales: Scales
  readonly planes: readonly Plane[]
}

/** How many weights a feature keeps beside that of the petition head: its largest. */
const weightsKept = 12
/** Weights of fewer steps than this say nothing that is worth a byte. */
const leastStep = 3

/** The bytes that `decodeModel` reads: the same training gives the same bytes. */
export function pack(trained: Trained): Uint8Array {
  const steps = trained.planes.map(({ w }) => largest(w) / 127)
  const features = Array.from(trained.vocabulary.hashes, (hash, column) => ({
    hash,
    column,
    ...rowOf(column, trained.planes, steps),
  })).filter(({ petition, row }) => petition !== 0 || row.length > 0)
  const header: ModelHeader = {
    corpus: trained.corpus,
    taxonomy: trained.taxonomy,
    categories: trained.categories,
    kinds: trained.kinds,
    features: features.length,
    weights: features.reduce((sum, { row }) => sum + row.length, 0),
    scaleSteps: [short(trained.petitionScales.step), short(trained.topicScales.step)],
    steps: steps.map(short),
    offsets: trained.planes.map(({ offset }) => short(offset)),
    calibration: trained.calibration,
  }
  const text = new TextEncoder().encode(JSON.stringify(header))
  return joined([
    new TextEncoder().encode(modelMagic),
    bytesOf(Uint32Array.of(text.length)),
    text,
    bytesOf(Int32Array.from(features, ({ hash }) => hash)),
    Uint8Array.from(features, ({ column }) => trained.petitionScales.steps[column] ?? 0),
    bytesOf(Int8Array.from(features, ({ petition }) => petition)),
    Uint8Array.from(features, ({ column }) => trained.topicScales.steps[column] ?? 0),
    Uint8Array.from(features, ({ row }) => row.length),
    Uint8Array.from(features.flatMap(({ row }) => row.map(({ head }) => head))),
    bytesOf(Int8Array.from(features.flatMap(({ row }) => row.map(({ weight }) => weight)))),
  ])
}

function rowOf(column: number, planes: readonly Plane[], steps: readonly number[]) {
  const weights = planes.map(({ w }, head) => {
    const weight = Math.round((w[column] ?? 0) / (steps[head] || 1))
    return { head, weight, force: Math.abs(weight * (steps[head] ?? 0)) }
  })
  const row = weights
    .slice(1)
    .filter(({ weight }) => Math.abs(weight) >= leastStep)
    .sort((a, b) => b.force - a.force || a.head - b.head)
    .slice(0, weightsKept)
    .sort((a, b) => a.head - b.head)
  return { petition: weights[0]?.weight ?? 0, row }
}

/** The largest absolute value. */
export const largest = (w: Float32Array): number => w.reduce((a, b) => Math.max(a, Math.abs(b)), 0)

/** Six digits are enough, and the same on every machine. */
export const short = (value: number): number => Number(value.toPrecision(6))

export const bytesOf = (list: Uint32Array | Int32Array | Int8Array): Uint8Array =>
  new Uint8Array(list.buffer, list.byteOffset, list.byteLength)

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}
