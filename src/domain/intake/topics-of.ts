import { matcherOf } from './lexicon/match.ts'
import { topics } from './lexicon/topics.ts'

/** What a text is about, by the words of the lexicon. */
export interface Aboutness {
  /** Categories whose words occur, with their weight. */
  readonly codes: ReadonlyMap<string, number>
  /** Things that are named. */
  readonly things: ReadonlySet<string>
  /** A thing together with a fault of the same category, or a saying that is enough alone. */
  readonly complete: boolean
  readonly faults: number
}

type Part = 'things' | 'faults' | 'says'
const parts: readonly Part[] = ['things', 'faults', 'says']
const weights: Readonly<Record<Part, number>> = { things: 1, faults: 0.7, says: 2 }

const codes = topics.map(({ code }) => code as string)
const uses = new Map<string, { readonly topic: number; readonly part: Part }[]>()
topics.forEach((topic, number) => {
  for (const part of parts) {
    for (const word of topic[part]) {
      uses.set(word, [...(uses.get(word) ?? []), { topic: number, part }])
    }
  }
})

/** What a word says, reckoned beforehand: one line for each of its uses. */
const words = [...uses].map(([word, found]) => ({
  word,
  isThing: word.length > 1 && found.some(({ part }) => part === 'things'),
  isFault: found.some(({ part }) => part === 'faults'),
  uses: found.map(({ topic, part }) => ({
    topic,
    mask: part === 'things' ? 1 : part === 'faults' ? 2 : 3,
    weight: (weights[part] * (word.length > 1 ? 1 : 0.4)) / Math.sqrt(found.length),
  })),
}))
const matcher = matcherOf(words.map(({ word }) => word))

/** What a text was seen to have of each topic; all zero between texts. One array, as texts come by the thousand. */
const weightOf = new Float64Array(topics.length)
const partsOf = new Uint8Array(topics.length)

const nothing: Aboutness = { codes: new Map(), things: new Set(), complete: false, faults: 0 }

/** Looks the words of a normalised text up; a word of many categories weighs little in each. */
export function aboutnessOf(text: string): Aboutness {
  const entries = matcher.all(text)
  if (entries.length === 0) return nothing
  const things = new Set<string>()
  const seen: number[] = []
  let faults = 0
  let complete = false
  for (const entry of entries) {
    const found = words[entry]
    if (!found) continue
    for (const { topic, mask, weight } of found.uses) {
      if (partsOf[topic] === 0) seen.push(topic)
      const both = (partsOf[topic] ?? 0) | mask
      partsOf[topic] = both
      weightOf[topic] = (weightOf[topic] ?? 0) + weight
      if (both === 3) complete = true
    }
    if (found.isThing) things.add(found.word)
    if (found.isFault) faults++
  }
  const byCode = new Map<string, number>()
  for (const topic of seen) {
    byCode.set(codes[topic] ?? '', weightOf[topic] ?? 0)
    weightOf[topic] = 0
    partsOf[topic] = 0
  }
  return { codes: byCode, things, complete, faults }
}

/** How much two texts are about the same (0..1). */
export function alike(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let dot = 0
  let normA = 0
  let normB = 0
  for (const [code, weight] of a) {
    dot += weight * (b.get(code) ?? 0)
    normA += weight * weight
  }
  for (const weight of b.values()) normB += weight * weight
  return normA === 0 || normB === 0 ? 0 : dot / Math.sqrt(normA * normB)
}
