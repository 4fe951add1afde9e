import { createHash } from 'node:crypto'
import { marginsOf } from '../domain/intake/classify.ts'
import { eachFeature, sourceOf } from '../domain/intake/features.ts'
import { topics } from '../domain/intake/lexicon/topics.ts'
import { decodeModel, type Model } from '../domain/intake/model.ts'
import { matterKinds } from '../domain/street/rulebook.ts'
import { fitCalibration, unfitted } from './calibrate.ts'
import type { Document } from './document.ts'
import { pack, type Trained } from './pack.ts'
import { separate } from './svm.ts'
import { rowsOf, scalesOf, vocabularyOf } from './vectorise.ts'

/**
 * Learns from a corpus: same input, same bytes. Probabilities are fitted on handwritten lines that the model at hand
 * did not see: the authors are dealt into parts, and each part is read by a model that learnt without it.
 */
export function train(corpus: readonly Document[], parts = dealt(corpus)): Uint8Array {
  const unseen = parts.flatMap(({ model, leftOut }) =>
    leftOut.map((document) => ({ document, margins: marginsOf(sourceOf(document.text), model) })),
  )
  return pack({ ...learn(corpus), calibration: fitCalibration(unseen) })
}

/** What some authors wrote, and a model that learnt without it (not calibrated). */
export interface Part {
  readonly model: Model
  readonly leftOut: readonly Document[]
}

/** Deals the authors into parts, and learns as often without one of them. */
export function dealt(corpus: readonly Document[]): Part[] {
  const authors = [...new Set(corpus.flatMap(({ author }) => author ?? []))].sort()
  return Array.from({ length: partCount }, (_, part) => {
    const isLeftOut = ({ author }: Document) =>
      author !== null && authors.indexOf(author) % partCount === part
    return {
      model: decodeModel(pack(learn(corpus.filter((document) => !isLeftOut(document))))),
      leftOut: corpus.filter(isLeftOut),
    }
  })
}

/** Fewer leave models that know too little, and probabilities that dare too little. */
const partCount = 3

/** SHA-256 of a corpus and of the features seen in it: changes with any line, label, weight, or word of the lexicon. */
export function hashOfCorpus(corpus: readonly Document[]): string {
  const hash = createHash('sha256').update(JSON.stringify(corpus))
  for (const { text } of corpus) {
    let sum = 0
    eachFeature(sourceOf(text), (feature) => {
      sum = (sum + feature) | 0
    })
    hash.update(`${sum} `)
  }
  return hash.digest('hex')
}

/** SHA-256 of the categories and their kinds. */
export const hashOfTaxonomy = (): string =>
  createHash('sha256')
    .update(topics.map(({ code, kind }) => `${code} ${kind}`).join('\n'))
    .digest('hex')

/** Found by leaving out one author file after another. */
const lexiconTrust = { petition: 0.7, topic: 0.4 }
const hardness = { petition: 0.3, topic: 1, danger: 0.3 }

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
  const danger = corpus.map((document) =>
    document.danger === undefined ? -1 : document.danger ? 1 : 0,
  )
  const petitionScales = scalesOf(vocabulary, isPetition, lexiconTrust.petition)
  const topicScales = scalesOf(vocabulary, category, lexiconTrust.topic)
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
      separate({
        rows: petitionRows,
        ...oneAgainstRest(isPetition, 1, weights, hardness.petition),
      }),
      ...categories.map((_, label) =>
        separate({ rows: topicRows, ...oneAgainstRest(category, label, weights, hardness.topic) }),
      ),
      ...matterKinds.map((_, label) =>
        separate({ rows: topicRows, ...oneAgainstRest(kind, label, weights, hardness.topic) }),
      ),
      separate({ rows: topicRows, ...oneAgainstRest(danger, 1, weights, hardness.danger) }),
    ],
  }
}

/** One label against all others; rows of label -1 are left out. The rarer the label, the dearer its rows. */
export function oneAgainstRest(
  labels: readonly number[],
  label: number,
  weights: readonly number[],
  cost: number,
) {
  const classes = Math.max(...labels) + 1
  const known = labels.filter((other) => other >= 0).length
  const size = labels.filter((other) => other === label).length
  const dear = known / (classes * Math.max(size, 1))
  return {
    sign: Int8Array.from(labels, (other) => (other < 0 ? 0 : other === label ? 1 : -1)),
    cost: Float32Array.from(
      labels,
      (other, row) => cost * (weights[row] ?? 1) * (other === label ? dear : 1),
    ),
  }
}
