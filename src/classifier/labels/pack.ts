import { bytesOf, joined, largest, short } from '../pack.ts'
import type { Plane } from '../svm.ts'
import type { Scales, Vocabulary } from '../vectorise.ts'
import { type LabelHeader, labelMagic } from './model.ts'

interface Learnt extends Pick<LabelHeader, 'data' | 'learntAll' | 'labels' | 'sharpness'> {
  readonly vocabulary: Vocabulary
  readonly scales: Scales
  /** One for each label. */
  readonly planes: readonly Plane[]
}

/** How many weights a feature keeps: its largest. */
const weightsKept = 12

/** The bytes that `decodeLabels` reads: the same training gives the same bytes. */
export function packLabels(learnt: Learnt): Uint8Array {
  const { vocabulary, scales, planes } = learnt
  const steps = planes.map(({ w }) => largest(w) / 127)
  const features = Array.from(vocabulary.hashes, (hash, column) => ({
    hash,
    scale: scales.steps[column] ?? 0,
    row: rowOf(column, planes, steps),
  })).filter(({ scale }) => scale > 0)
  const row = features.flatMap((feature) => feature.row)
  const header: LabelHeader = {
    data: learnt.data,
    learntAll: learnt.learntAll,
    labels: learnt.labels,
    features: features.length,
    weights: row.length,
    scaleStep: short(scales.step),
    steps: steps.map(short),
    offsets: planes.map(({ offset }) => short(offset)),
    sharpness: learnt.sharpness,
  }
  const text = new TextEncoder().encode(JSON.stringify(header))
  return joined([
    new TextEncoder().encode(labelMagic),
    bytesOf(Uint32Array.of(text.length)),
    text,
    bytesOf(Int32Array.from(features, ({ hash }) => hash)),
    Uint8Array.from(features, ({ scale }) => scale),
    Uint8Array.from(features, (feature) => feature.row.length),
    Uint8Array.from(row, ({ label }) => label),
    bytesOf(Int8Array.from(row, ({ weight }) => weight)),
  ])
}

function rowOf(column: number, planes: readonly Plane[], steps: readonly number[]) {
  return planes
    .map(({ w }, label) => {
      const step = steps[label] || 1
      const weight = Math.round((w[column] ?? 0) / step)
      return { label, weight, force: Math.abs(weight * step) }
    })
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => b.force - a.force || a.label - b.label)
    .slice(0, weightsKept)
    .sort((a, b) => a.label - b.label)
}
