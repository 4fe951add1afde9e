import { categoryCode } from '../ids.ts'
import { eachFeature, nameOfFeature, type Source, sourceOf } from './features.ts'
import { withMemory } from './memory.ts'
import { type Calibration, type Model, placeOf } from './model.ts'
import { largest, oddOf, sumOfOdds, topThree } from './odds.ts'
import { scorerOf } from './scorer.ts'
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
  if (sums.length !== heads) sums = new Float64Array(heads)
  scorerOf(model).all(source, model, sums)
  const firstKind = 1 + categories.length
  const kind = largest(sums, firstKind, danger)
  return new Opinion(
    source,
    model,
    petitionOf(sums[0] ?? 0, calibration),
    likeliest(sums, model),
    {
      value: kinds[kind - firstKind] ?? 'report',
      p: 1 / sumOfOdds(sums, firstKind, danger, calibration.kindSharpness, sums[kind] ?? 0),
    },
    logistic(calibration.dangerSlope * (sums[danger] ?? 0) + calibration.dangerOffset),
  )
}

/** The three likeliest categories. */
function likeliest(
  margins: Float64Array,
  { categories, calibration: { categorySharpness } }: Model,
): Verdict['categories'] {
  const end = 1 + categories.length
  const best = topThree(margins, 1, end)
  const top = margins[best[0] ?? 0] ?? 0
  const sum = sumOfOdds(margins, 1, end, categorySharpness, top)
  return best.flatMap((at) => {
    const code = categories[at - 1]
    return code ? [{ code, p: oddOf(margins[at] ?? 0, categorySharpness, top) / sum }] : []
  })
}

/** The margins of the text in hand: texts come by the thousand. */
let sums = new Float64Array(0)

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
  const margin = scorerOf(model).petition(sourceOf(text), model)
  return { petition: petitionOf(margin, model.calibration), categories: sure }
}

const sure: Verdict['categories'] = [{ code: categoryCode('1901'), p: 1 }]

const petitionOf = (margin: number, { slope, offset }: Calibration): number =>
  logistic(slope * margin + offset)

const logistic = (z: number): number => 1 / (1 + Math.exp(-z))

/** The margin of every head: petition first, then categories, kinds, danger. */
export function marginsOf(source: Source, model: Model): Float64Array {
  const margins = new Float64Array(model.steps.length)
  scorerOf(model).all(source, model, margins)
  return margins
}

/** The pieces and kinds of words that moved the petition head most, e.g. `路灯+ 不亮+ 谢语-`, at most six. */
function loudest(source: Source, model: Model): string {
  const forces = new Map<string, number>()
  eachFeature(source, (hash, from, to) => {
    const label = to > from + 1 ? source.code.slice(from, to) : nameOfFeature(hash)
    const at = placeOf(hash, model.table)
    if (at < 0 || label === '') return
    const scales = model.table[at + 1] ?? 0
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
