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

const masks: Readonly<Record<Part, number>> = { things: 1, faults: 2, says: 3 }

const codes = topics.map(({ code }) => code as string)
const uses = new Map<string, { readonly topic: number; readonly part: Part }[]>()
topics.forEach((topic, number) => {
  for (const part of parts) {
    for (const word of topic[part]) {
      uses.set(word, [...(uses.get(word) ?? []), { topic: number, part }])
    }
  }
})

const words = [...uses.keys()]
const matcher = matcherOf(words)
const sayings = [...uses.values()]

/** What words say, in flat tables, as texts come by the thousand: the uses of word `i` from `useStart[i]` to the next one's. */
const useStart = Uint32Array.of(0, ...sayings.map(({ length }) => length))
for (let word = 1; word < useStart.length; word++)
  useStart[word] = (useStart[word] ?? 0) + (useStart[word - 1] ?? 0)
const useTopic = Uint16Array.from(sayings.flat(), ({ topic }) => topic)
const useMask = Uint8Array.from(sayings.flat(), ({ part }) => masks[part])
const useWeight = Float64Array.from(
  sayings.flatMap((found, i) =>
    found.map(
      ({ part }) =>
        (weights[part] * ((words[i]?.length ?? 0) > 1 ? 1 : 0.4)) / Math.sqrt(found.length),
    ),
  ),
)
/** Whether a word is a thing worth remembering (1), a fault (2), or both. */
const sortOf = Uint8Array.from(
  sayings,
  (found, i) =>
    ((words[i]?.length ?? 0) > 1 && found.some(({ part }) => part === 'things') ? 1 : 0) |
    (found.some(({ part }) => part === 'faults') ? 2 : 0),
)

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
    const end = useStart[entry + 1] ?? 0
    for (let use = useStart[entry] ?? 0; use < end; use++) {
      const topic = useTopic[use] ?? 0
      if (partsOf[topic] === 0) seen.push(topic)
      const both = (partsOf[topic] ?? 0) | (useMask[use] ?? 0)
      partsOf[topic] = both
      weightOf[topic] = (weightOf[topic] ?? 0) + (useWeight[use] ?? 0)
      if (both === 3) complete = true
    }
    const sort = sortOf[entry] ?? 0
    if ((sort & 1) !== 0) things.add(words[entry] ?? '')
    if ((sort & 2) !== 0) faults++
  }
  const found = seen.map((topic) => weightOf[topic] ?? 0)
  for (const topic of seen) {
    weightOf[topic] = 0
    partsOf[topic] = 0
  }
  return new Found(seen, found, things, complete, faults)
}

/** Whether a text names a thing worth remembering; as `aboutnessOf` says, but sooner. */
export const namesThing = (text: string): boolean => matcher.some(text, isThing)

const isThing = (entry: number): boolean => ((sortOf[entry] ?? 0) & 1) !== 0

class Found implements Aboutness {
  readonly things: ReadonlySet<string>
  readonly complete: boolean
  readonly faults: number
  readonly #topics: readonly number[]
  readonly #weights: readonly number[]

  constructor(
    topics: readonly number[],
    weights: readonly number[],
    things: ReadonlySet<string>,
    complete: boolean,
    faults: number,
  ) {
    this.things = things
    this.complete = complete
    this.faults = faults
    this.#topics = topics
    this.#weights = weights
  }

  /** Only for who asks: most messages go no further than the gate. */
  get codes(): ReadonlyMap<string, number> {
    return new Map(this.#topics.map((topic, i) => [codes[topic] ?? '', this.#weights[i] ?? 0]))
  }
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
