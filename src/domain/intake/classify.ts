import { eachFeature, nameOfFeature, type Source, sourceOf } from './features.ts'
import { withMemory } from './memory.ts'
import type { Model } from './model.ts'
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
  const margins = marginsOf(source, model)
  const { categories, kinds, calibration } = model
  const byCategory = softmax(
    margins.subarray(1, 1 + categories.length),
    calibration.categorySharpness,
  )
  const byKind = softmax(margins.subarray(1 + categories.length), calibration.kindSharpness)
  const kind = largest(byKind)
  return {
    petition: logistic(calibration.slope * (margins[0] ?? 0) + calibration.offset),
    categories: topThree(byCategory).flatMap((at) => {
      const code = categories[at]
      return code === undefined ? [] : [{ code, p: byCategory[at] ?? 0 }]
    }),
    kind: { value: kinds[kind] ?? 'report', p: byKind[kind] ?? 0 },
    get because() {
      return loudest(source, model)
    },
  }
}

/** How often each feature of the text in hand occurs; all zero between texts. One array, as texts come by the thousand. */
let counts = new Uint16Array(0)

/** The margin of every head: petition first, then categories, then kinds. */
export function marginsOf(source: Source, model: Model): Float64Array {
  if (counts.length < model.features) counts = new Uint16Array(model.features)
  const found: number[] = []
  eachFeature(source, (hash) => {
    const feature = model.find(hash)
    if (feature < 0) return
    const count = counts[feature] ?? 0
    if (count === 0) found.push(feature)
    counts[feature] = count + 1
  })

  const sums = new Float64Array(model.steps.length)
  let petition = 0
  let petitionNorm = 0
  let topicNorm = 0
  for (const feature of found) {
    const count = counts[feature] ?? 1
    counts[feature] = 0
    const frequency = count === 1 ? 1 : 1 + Math.log(count)
    const forPetition = frequency * (model.petitionScale[feature] ?? 0)
    petition += forPetition * (model.petitionWeight[feature] ?? 0)
    petitionNorm += forPetition * forPetition
    const forTopic = frequency * (model.topicScale[feature] ?? 0)
    topicNorm += forTopic * forTopic
    const end = model.rowStart[feature + 1] ?? 0
    for (let at = model.rowStart[feature] ?? 0; at < end; at++) {
      const head = model.rowHead[at] ?? 0
      sums[head] = (sums[head] ?? 0) + forTopic * (model.rowWeight[at] ?? 0)
    }
  }
  sums[0] = petition
  for (let head = 0; head < sums.length; head++) {
    const norm = Math.sqrt(head === 0 ? petitionNorm : topicNorm) || 1
    sums[head] = ((sums[head] ?? 0) / norm) * (model.steps[head] ?? 0) + (model.offsets[head] ?? 0)
  }
  return sums
}

/** The pieces and kinds of words that moved the petition head most, e.g. `路灯+ 不亮+ 谢语-`, at most six. */
function loudest(source: Source, model: Model): string {
  const forces = new Map<string, number>()
  eachFeature(source, (hash, from, to) => {
    const label = to > from + 1 ? source.code.slice(from, to) : nameOfFeature(hash)
    const feature = model.find(hash)
    if (feature < 0 || label === '') return
    const force = (model.petitionScale[feature] ?? 0) * (model.petitionWeight[feature] ?? 0)
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

const logistic = (x: number): number => 1 / (1 + Math.exp(-x))

/** Probabilities of margins: the sharper, the more of it all falls to the largest. */
export function softmax(margins: Float64Array, sharpness: number): Float64Array {
  const odds = new Float64Array(margins.length)
  const top = margins[largest(margins)] ?? 0
  let sum = 0
  for (let i = 0; i < odds.length; i++) {
    const odd = Math.exp(sharpness * ((margins[i] ?? 0) - top))
    odds[i] = odd
    sum += odd
  }
  for (let i = 0; i < odds.length; i++) odds[i] = (odds[i] ?? 0) / sum
  return odds
}

function largest(values: Float64Array): number {
  let best = 0
  for (let i = 1; i < values.length; i++) if ((values[i] ?? 0) > (values[best] ?? 0)) best = i
  return best
}

/** Positions of the three largest values, the largest first. */
function topThree(values: Float64Array): number[] {
  const top: number[] = []
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0
    if (top.length === 3 && value <= (values[top[2] ?? 0] ?? 0)) continue
    let at = top.length
    while (at > 0 && (values[top[at - 1] ?? 0] ?? 0) < value) at--
    top.splice(at, 0, i)
    if (top.length > 3) top.pop()
  }
  return top
}
