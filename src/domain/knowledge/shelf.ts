import { aboutnessOf, alike } from '../intake/topics-of.ts'
import type { KnowledgeEntry } from './entry.ts'
import { gramsOf, subjectOf } from './wording.ts'

type Weights = ReadonlyMap<string, number>

interface Phrasing {
  readonly entry: KnowledgeEntry
  readonly weights: Weights
  readonly codes: Weights
}

/** The entries prepared for matching: built once for a rulebook. */
export interface Shelf {
  readonly phrasings: readonly Phrasing[]
  /** What the phrasings of an entry say, all together. */
  readonly grams: ReadonlyMap<KnowledgeEntry, ReadonlySet<string>>
  readonly weightOf: (gram: string) => number
}

/** One character says less than a pair. Measured on the tuning questions of the tests. */
const singleWeight = 0.6
/** Words for a side of any question say little of what it is about. */
const aspects = new Set([
  '几点',
  '上班',
  '收费',
  '申请',
  '补办',
  '丢失',
  '缴费',
  '电话',
  '老人',
  '孩子',
  '周末',
])
const aspectWeight = 0.4
/** In how many entries something is taken to be that is in none. */
const unseenIn = 2
/** Shares of the score: the nearest phrasing, what the entry knows of the question at all, the lexicon's topics. */
const shares = { nearest: 0.45, known: 0.4, topics: 0.15 } as const

export function shelfOf(entries: readonly KnowledgeEntry[]): Shelf {
  const grams = new Map(
    entries.map((entry) => [
      entry,
      new Set(entry.questions.flatMap((question) => gramsOf(subjectOf(question)))),
    ]),
  )
  const entriesWith = new Map<string, number>()
  for (const set of grams.values())
    for (const gram of set) entriesWith.set(gram, (entriesWith.get(gram) ?? 0) + 1)
  const weightOf = (gram: string) =>
    Math.log(1 + entries.length / (entriesWith.get(gram) ?? unseenIn)) *
    (gram.length === 1 ? singleWeight : 1) *
    (aspects.has(gram) ? aspectWeight : 1)
  const phrasings = entries.flatMap((entry) =>
    entry.questions.map((question) => ({
      entry,
      weights: weightsOf(question, weightOf),
      codes: aboutnessOf(question).codes,
    })),
  )
  return { phrasings, grams, weightOf }
}

/** How near a question comes to each entry (0..1); entries that it has nothing in common with are left out. */
export function nearnessOf(question: string, shelf: Shelf): ReadonlyMap<KnowledgeEntry, number> {
  const asked = weightsOf(question, shelf.weightOf)
  const length = lengthOf(asked)
  const { codes } = aboutnessOf(question)
  const nearness = new Map<KnowledgeEntry, number>()
  for (const { entry, weights, codes: itsCodes } of shelf.phrasings) {
    if (!sharesAPair(asked, weights)) continue
    const cosine = dot(asked, weights) / (length * lengthOf(weights))
    const near = shares.nearest * cosine + shares.topics * alike(codes, itsCodes)
    if (near > (nearness.get(entry) ?? 0)) nearness.set(entry, near)
  }
  for (const [entry, near] of nearness) {
    const known = new Map([...asked].filter(([gram]) => shelf.grams.get(entry)?.has(gram)))
    nearness.set(entry, near + (shares.known * lengthOf(known)) / length)
  }
  return nearness
}

const weightsOf = (question: string, weightOf: Shelf['weightOf']): Weights =>
  new Map(gramsOf(subjectOf(question)).map((gram) => [gram, weightOf(gram)]))

/** Single characters alone, `办` of `怎么办`, are nothing in common. */
const sharesAPair = (a: Weights, b: Weights): boolean =>
  [...a.keys()].some((gram) => gram.length > 1 && b.has(gram))

const dot = (a: Weights, b: Weights): number => {
  let sum = 0
  for (const [gram, weight] of a) sum += weight * (b.get(gram) ?? 0)
  return sum
}

const lengthOf = (weights: Weights): number => Math.sqrt(dot(weights, weights))
