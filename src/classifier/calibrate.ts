import { topics } from '../domain/intake/lexicon/topics.ts'
import type { Calibration } from '../domain/intake/model.ts'
import { matterKinds } from '../domain/street/rulebook.ts'
import type { Document } from './document.ts'

/** A document and the margins of a model that has not seen it: petition, then categories, kinds, danger. */
export interface Unseen {
  readonly document: Document
  readonly margins: Float64Array
}

/** What a model goes by before it is calibrated. */
export const unfitted: Calibration = {
  slope: 2,
  offset: 0,
  dangerSlope: 4,
  dangerOffset: 0,
  categorySharpness: 4,
  kindSharpness: 4,
}

/** Fits what turns margins into probabilities that keep their promise. */
export function fitCalibration(unseen: readonly Unseen[]): Calibration {
  const { slope, offset } = fitLogistic(
    unseen.map(({ margins }) => margins[0] ?? 0),
    unseen.map(({ document }) => document.category !== null),
    mattersShare,
  )
  const kindsFrom = 1 + topics.length
  const dangerAt = kindsFrom + matterKinds.length
  const judged = unseen.filter(({ document }) => document.danger !== undefined)
  const danger = fitLogistic(
    judged.map(({ margins }) => margins[dangerAt] ?? 0),
    judged.map(({ document }) => document.danger === true),
    dangersShare,
  )
  const matters = unseen.filter(({ document }) => document.category !== null)
  return {
    slope,
    offset,
    dangerSlope: danger.slope,
    dangerOffset: danger.offset,
    categorySharpness: fitSharpness(
      matters.map(({ margins }) => margins.subarray(1, kindsFrom)),
      matters.map(({ document }) => topics.findIndex(({ code }) => code === document.category)),
    ),
    kindSharpness: fitSharpness(
      matters.map(({ margins }) => margins.subarray(kindsFrom, dangerAt)),
      matters.map(({ document }) => (document.kind ? matterKinds.indexOf(document.kind) : -1)),
    ),
  }
}

/** Of the messages of a group that is used for it, this share states a matter or adds to one. */
const mattersShare = 0.4
/** And this share, of those that sound like it at all, tells a danger that is there while it is told. */
const dangersShare = 0.06

/**
 * Slope and offset that turn margins into probabilities with the least log loss (Platt), by gradient steps on the
 * two numbers; the sides weigh as they would in a chat, however many they are here.
 */
function fitLogistic(margins: readonly number[], isTrue: readonly boolean[], share: number) {
  const yes = isTrue.filter(Boolean).length
  const weights = isTrue.map((value) => (value ? share / yes : (1 - share) / (isTrue.length - yes)))
  let slope = 2
  let offset = 0
  for (let round = 0; round < 4000; round++) {
    let forSlope = 0
    let forOffset = 0
    margins.forEach((margin, i) => {
      const p = 1 / (1 + Math.exp(-(slope * margin + offset)))
      const error = (p - (isTrue[i] ? 1 : 0)) * (weights[i] ?? 0)
      forSlope += error * margin
      forOffset += error
    })
    slope -= 2 * forSlope
    offset -= 2 * forOffset
  }
  return { slope: rounded(slope), offset: rounded(offset) }
}

/** The sharpness of a softmax over margins under which the right labels are likeliest. */
export function fitSharpness(margins: readonly Float64Array[], labels: readonly number[]): number {
  let best = 1
  let least = Number.POSITIVE_INFINITY
  for (let sharpness = 0.5; sharpness <= 12; sharpness += 0.1) {
    const loss = margins.reduce((sum, row, i) => sum + logLoss(row, labels[i] ?? 0, sharpness), 0)
    if (loss < least) {
      least = loss
      best = sharpness
    }
  }
  return rounded(best)
}

function logLoss(margins: Float64Array, label: number, sharpness: number): number {
  const top = margins.reduce((a, b) => Math.max(a, b))
  const sum = margins.reduce((total, margin) => total + Math.exp(sharpness * (margin - top)), 0)
  return Math.log(sum) - sharpness * ((margins[label] ?? 0) - top)
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000
