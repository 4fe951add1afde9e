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

interface Use {
  readonly code: string
  readonly part: Part
}

const uses = new Map<string, Use[]>()
for (const topic of topics) {
  for (const part of parts) {
    for (const word of topic[part]) {
      uses.set(word, [...(uses.get(word) ?? []), { code: topic.code, part }])
    }
  }
}
const words = [...uses.keys()]
const matcher = matcherOf(words)

/** Looks the words of a normalised text up; a word of many categories weighs little in each. */
export function aboutnessOf(text: string): Aboutness {
  const codes = new Map<string, number>()
  const things = new Set<string>()
  const seen = new Map<string, number>()
  let faults = 0
  let complete = false
  matcher.each(text, (entry) => {
    const word = words[entry] ?? ''
    const found = uses.get(word) ?? []
    for (const { code, part } of found) {
      const weight = (weights[part] * (word.length > 1 ? 1 : 0.4)) / Math.sqrt(found.length)
      codes.set(code, (codes.get(code) ?? 0) + weight)
      const mask = (seen.get(code) ?? 0) | (part === 'things' ? 1 : part === 'faults' ? 2 : 3)
      seen.set(code, mask)
      if (mask === 3) complete = true
      if (part === 'things' && word.length > 1) things.add(word)
    }
    if (found.some(({ part }) => part === 'faults')) faults++
  })
  return { codes, things, complete, faults }
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
