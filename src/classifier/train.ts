import { createHash } from 'node:crypto'
import { marginsOf } from '../domain/intake/classify.ts'
import { sourceOf } from '../domain/intake/features.ts'
import { topics } from '../domain/intake/lexicon/topics.ts'
import { type Calibration, decodeModel, type Model } from '../domain/intake/model.ts'
import { matterKinds } from '../domain/street/rulebook.ts'
import { fitLogistic, fitSharpness } from './calibrate.ts'
import type { Document } from './document.ts'
import { pack, type Trained } from './pack.ts'
import { separate } from './svm.ts'
import { rowsOf, scalesOf, vocabularyOf } from './vectorise.ts'

/** Learns from a corpus and fits the probabilities on other lines. Same input, same bytes. */
export function train(corpus: readonly Document[], tuning: readonly Document[]): Uint8Array {
  const uncalibrated = learn(corpus)
  const calibration = calibrate(decodeModel(pack(uncalibrated)), tuning)
  return pack({ ...uncalibrated, calibration })
}

/** SHA-256 of a corpus: changes with any line, label or weight. */
export const hashOfCorpus = (corpus: readonly Document[]): string =>
  createHash('sha256').update(JSON.stringify(corpus)).digest('hex')

/** SHA-256 of the categories and their kinds. */
export const hashOfTaxonomy = (): string =>
  createHash('sha256')
    .update(topics.map(({ code, kind }) => `${code} ${kind}`).join('\n'))
    .digest('hex')

const unfitted: Calibration = { slope: 2, offset: 0, categorySharpness: 4, kindSharpness: 4 }

function learn(corpus: readonly Document[]): Trained {
  const vocabulary = vocabularyOf(corpus.map(({ text }) => text))
  const categories = topics.map(({ code }) => code)
  const isPetition = corpus.map(({ category, kind }) =>
    category === null ? 0 : kind === null ? -1 : 1,
  )
  const category = corpus.map((document) =>
    document.category === null ? -1 : categories.indexOf(document.category),
  )
  const kind = corpus.map((document) =>
    document.kind === null ? -1 : matterKinds.indexOf(document.kind),
  )
  const petitionScales = scalesOf(vocabulary, isPetition, 0.7)
  const topicScales = scalesOf(vocabulary, category, 0.4)
  const weights = corpus.map(({ weight }) => weight)
  const petitionRows = rowsOf(vocabulary, petitionScales)
  const topicRows = rowsOf(vocabulary, topicScales)
  return {
    corpus: hashOfCorpus(corpus),
    taxonomy: hashOfTaxonomy(),
    categories,
    kinds: matterKinds,
    calibration: unfitted,
    vocabulary,
    petitionScales,
    topicScales,
    planes: [
      separate({ rows: petitionRows, ...oneAgainstRest(isPetition, 1, weights, 0.3) }),
      ...categories.map((_, label) =>
        separate({ rows: topicRows, ...oneAgainstRest(category, label, weights, 1) }),
      ),
      ...matterKinds.map((_, label) =>
        separate({ rows: topicRows, ...oneAgainstRest(kind, label, weights, 1) }),
      ),
    ],
  }
}

/** One label against all others; rows of label -1 are left out. The rarer the label, the dearer its rows. */
function oneAgainstRest(
  labels: readonly number[],
  label: number,
  weights: readonly number[],
  hardness: number,
) {
  const classes = Math.max(...labels) + 1
  const known = labels.filter((other) => other >= 0).length
  const size = labels.filter((other) => other === label).length
  const dear = known / (classes * Math.max(size, 1))
  return {
    sign: Int8Array.from(labels, (other) => (other < 0 ? 0 : other === label ? 1 : -1)),
    cost: Float32Array.from(
      labels,
      (other, row) => hardness * (weights[row] ?? 1) * (other === label ? dear : 1),
    ),
  }
}

function calibrate(model: Model, tuning: readonly Document[]): Calibration {
  const margins = tuning.map(({ text }) => marginsOf(sourceOf(text), model))
  const { slope, offset } = fitLogistic(
    margins.map((row) => row[0] ?? 0),
    tuning.map(({ category }) => category !== null),
  )
  const matters = tuning.flatMap(({ category, kind }, i) => {
    const row = margins[i]
    if (category === null || kind === null || !row) return []
    const end = 1 + model.categories.length
    return [
      {
        category: { margins: row.subarray(1, end), label: model.categories.indexOf(category) },
        kind: { margins: row.subarray(end), label: model.kinds.indexOf(kind) },
      },
    ]
  })
  const sharpness = (head: 'category' | 'kind') =>
    fitSharpness(
      matters.map((matter) => matter[head].margins),
      matters.map((matter) => matter[head].label),
    )
  return {
    slope,
    offset,
    categorySharpness: sharpness('category'),
    kindSharpness: sharpness('kind'),
  }
}
