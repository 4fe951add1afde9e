import { categoryCode } from '../ids.ts'
import { eachFeature, nameOfFeature, type Source, sourceOf } from './features.ts'
import { withMemory } from './memory.ts'
import { type Calibration, type Model, slotOf } from './model.ts'
import { largest, toOdds, topThree } from './odds.ts'
import type { Verdict } from './verdict.ts'

/**
 * Reads one piece of text, alone: is it a matter, of which category and kind, and what spoke for it. Where staff corrected
 * nearly the same words, that holds.
 */
export function classify(text: string, model: Model): Verdict {
  const source = sourceOf(text)
  const verdict = byWeights(source, model)
  return model.memory ? withMemory(verdict, text, source.code, model.memory) : verdict
}

function byWeights(source: Source, model: Model): Verdict {
  const { categories, kinds, calibration } = model
  const heads = model.steps.length
  const danger = heads - 1
  if (sums.length !== heads) [sums, odds] = [new Float64Array(heads), new Float64Array(heads)]
  addUp(source, model, sums)
  const firstKind = 1 + categories.length
  toOdds(sums, 1, firstKind, calibration.categorySharpness, odds)
  toOdds(sums, firstKind, danger, calibration.kindSharpness, odds)
  const kind = largest(odds, firstKind, danger)
  return new Opinion(
    source,
    model,
    petitionOf(sums[0] ?? 0, calibration),
    topThree(odds, 1, firstKind).flatMap((at) => {
      const code = categories[at - 1]
      return code === undefined ? [] : [{ code, p: odds[at] ?? 0 }]
    }),
    { value: kinds[kind - firstKind] ?? 'report', p: odds[kind] ?? 0 },
    logistic(calibration.dangerSlope * (sums[danger] ?? 0) + calibration.dangerOffset),
  )
}

class Opinion implements Verdict {
  readonly petition: number
  readonly categories: Verdict['categories']
  readonly kind: Verdict['kind']
  readonly danger: number
  readonly #source: Source
  readonly #model: Model

  constructor(
    source: Source,
    model: Model,
    petition: number,
    categories: Verdict['categories'],
    kind: Verdict['kind'],
    danger: number,
  ) {
    this.petition = petition
    this.categories = categories
    this.kind = kind
    this.danger = danger
    this.#source = source
    this.#model = model
  }

  /** Costs as much as the rest: only for who asks. */
  get because(): string {
    return loudest(this.#source, this.#model)
  }
}

/** The most that `classify` could say for a matter: how likely it is one, as if its category were sure. */
export function suspicion(text: string, model: Model): Pick<Verdict, 'petition' | 'categories'> {
  if (model.memory) return { ...classify(text, model), categories: sure }
  tally(sourceOf(text), model)
  const { slots, steps, offsets, calibration } = model
  let sum = 0
  let norm = 0
  for (let nth = 0; nth < foundCount; nth++) {
    const slot = found[nth] ?? 0
    const scales = slots[2 * slot] ?? 0
    const share = frequency(slot) * (scales & 0xff)
    sum += share * (scales >> 16)
    norm += share * share
  }
  const margin = (sum / (Math.sqrt(norm) || 1)) * (steps[0] ?? 0) + (offsets[0] ?? 0)
  return { petition: petitionOf(margin, calibration), categories: sure }
}

const sure: Verdict['categories'] = [{ code: categoryCode('1901'), p: 1 }]

const petitionOf = (margin: number, { slope, offset }: Calibration): number =>
  logistic(slope * margin + offset)

const logistic = (z: number): number => 1 / (1 + Math.exp(-z))

/** The margin of every head: petition first, then categories, kinds, danger. */
export function marginsOf(source: Source, model: Model): Float64Array {
  const margins = new Float64Array(model.steps.length)
  addUp(source, model, margins)
  return margins
}

/** Writes the margin of every head. */
function addUp(source: Source, model: Model, margins: Float64Array): void {
  tally(source, model)
  const { slots, rowHead, rowWeight, steps, offsets } = model
  margins.fill(0)
  let petition = 0
  let petitionNorm = 0
  let topicNorm = 0
  for (let nth = 0; nth < foundCount; nth++) {
    const slot = found[nth] ?? 0
    const times = frequency(slot)
    const scales = slots[2 * slot] ?? 0
    const forPetition = times * (scales & 0xff)
    petition += forPetition * (scales >> 16)
    petitionNorm += forPetition * forPetition
    const forTopic = times * ((scales >> 8) & 0xff)
    topicNorm += forTopic * forTopic
    const row = slots[2 * slot + 1] ?? 0
    const end = (row >> 8) + (row & 0xff)
    for (let weight = row >> 8; weight < end; weight++) {
      const head = rowHead[weight] ?? 0
      margins[head] = (margins[head] ?? 0) + forTopic * (rowWeight[weight] ?? 0)
    }
  }
  margins[0] = petition
  const petitionLength = Math.sqrt(petitionNorm) || 1
  const topicLength = Math.sqrt(topicNorm) || 1
  for (let head = 0; head < margins.length; head++) {
    const length = head === 0 ? petitionLength : topicLength
    margins[head] = ((margins[head] ?? 0) / length) * (steps[head] ?? 0) + (offsets[head] ?? 0)
  }
}

/*
 * Scratch paper, as texts come by the thousand: the margins and odds of the text in hand, the slots of its features, and how
 * often each occurs (all zero between texts).
 */
let sums = new Float64Array(0)
let odds = new Float64Array(0)
let keysInHand: Int32Array = new Int32Array(0)
const found: number[] = []
let foundCount = 0
let counts = new Uint16Array(0)

/** Finds the features of a text that training knew, in the order of their first occurrence. */
function tally(source: Source, { keys }: Model): void {
  if (counts.length < keys.length) counts = new Uint16Array(keys.length)
  keysInHand = keys
  foundCount = 0
  eachFeature(source, count)
}

function count(hash: number): void {
  const slot = slotOf(hash, keysInHand)
  if (slot < 0) return
  const before = counts[slot] ?? 0
  if (before === 0) found[foundCount++] = slot
  counts[slot] = before + 1
}

/** What the occurrences of a feature count for; takes its count back to zero. */
function frequency(slot: number): number {
  const times = counts[slot] ?? 1
  counts[slot] = 0
  return times === 1 ? 1 : 1 + Math.log(times)
}

/** The pieces and kinds of words that moved the petition head most, e.g. `路灯+ 不亮+ 谢语-`, at most six. */
function loudest(source: Source, model: Model): string {
  const forces = new Map<string, number>()
  eachFeature(source, (hash, from, to) => {
    const label = to > from + 1 ? source.code.slice(from, to) : nameOfFeature(hash)
    const slot = slotOf(hash, model.keys)
    if (slot < 0 || label === '') return
    const scales = model.slots[2 * slot] ?? 0
    const force = (scales & 0xff) * (scales >> 16)
    if (force !== 0) forces.set(label, (forces.get(label) ?? 0) + force)
  })
  const said: string[] = []
  for (const [label, force] of [...forces].sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))) {
    if (said.length === 6) break
    if (said.some((other) => other.includes(label) || label.includes(other.slice(0, -1)))) continue
    said.push(`${label}${force < 0 ? '-' : '+'}`)
  }
  return said.join(' ')
}
