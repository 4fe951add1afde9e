import { hashOfGram, hashOfWords } from './hash.ts'
import { classes, classLabels, type WordClass } from './lexicon/classes.ts'
import { matcherOf } from './lexicon/match.ts'
import { topics } from './lexicon/topics.ts'
import { coded, normalise } from './text.ts'

/** A text in the two forms that features are taken from. */
export interface Source {
  /** Normalised, lower case: words of the lexicon are looked for here. */
  readonly plain: string
  /** Han, letters, `0` for digits and single spaces: n-grams are taken from here. */
  readonly code: string
}

/**
 * Takes one feature. An n-gram is `source.code` from `from` to `to`; of all else `from` equals `to`, and
 * `nameOfFeature` says what it is.
 */
export type Visit = (hash: number, from: number, to: number) => void

/** Whatever has a small form, and no Chinese: to look is cheaper than to convert. */
const mayBeCapital = /[A-Z\u00c0-\u2dff\ua640-\uabff\ud800-\udfff\uff21-\uff3a]/

export function sourceOf(text: string): Source {
  const normal = normalise(text)
  const plain = mayBeCapital.test(normal) ? normal.toLowerCase() : normal
  return { plain, code: coded(plain) }
}

/**
 * Calls `visit` for every feature of a text, as often as it occurs: character 1- to 3-grams, words of the lexicon by
 * class and by category, which of those come together, the length.
 */
export function eachFeature({ plain, code }: Source, visit: Visit): void {
  eachGram(code, visit)
  const groups = eachWord(plain, visit)
  eachPair(groups, visit)
  visit(named.length[lengthStep(code.length)] ?? 0, 0, 0)
  if (plain.includes('?')) visit(named.asks, 0, 0)
  if (plain.includes('!')) visit(named.shouts, 0, 0)
}

/** What a feature that is no n-gram stands for, e.g. `谢语` or `0101的毛病`. */
export const nameOfFeature = (hash: number): string => names.get(hash) ?? ''

/** Visits the character 1- to 3-grams of a `Source.code`; none of them spans a space. */
export function eachGram(code: string, visit: Visit): void {
  let last = 0x20
  let beforeLast = 0x20
  for (let i = 0; i < code.length; i++) {
    const now = code.charCodeAt(i)
    if (now !== 0x20) {
      visit(hashOfGram(0, 0, now), i, i + 1)
      if (last !== 0x20) {
        visit(hashOfGram(0, last, now), i - 1, i + 1)
        if (beforeLast !== 0x20) visit(hashOfGram(beforeLast, last, now), i - 2, i + 1)
      }
    }
    beforeLast = last
    last = now
  }
}

/** Which parts of each topic a text was seen to have; all zero between texts. One array, as texts come by the thousand. */
const partsSeen = new Uint8Array(topics.length)

/** Visits the lexicon words of a text; answers the groups found, one bit each. */
function eachWord(plain: string, visit: Visit): number {
  let groups = 0
  const seen: number[] = []
  const found = matcher.all(plain)
  for (let nth = 0; nth < found.length; nth++) {
    const entry = found[nth] ?? 0
    const end = senseStart[entry + 1] ?? 0
    for (let at = senseStart[entry] ?? 0; at < end; at++) {
      const sense = senses[at]
      if (!sense) continue
      const { hash, group, topic, part } = sense
      groups |= 1 << group
      visit(hash, 0, 0)
      if (topic < 0) continue
      if (partsSeen[topic] === 0) seen.push(topic)
      partsSeen[topic] = (partsSeen[topic] ?? 0) | part
    }
  }
  for (const topic of seen) {
    if (partsSeen[topic] === 3) visit(named.both[topic] ?? 0, 0, 0)
    partsSeen[topic] = 0
  }
  return groups
}

function eachPair(groups: number, visit: Visit): void {
  for (let a = 0; a < groupNames.length; a++) {
    if ((groups & (1 << a)) === 0) continue
    for (let b = a + 1; b < groupNames.length; b++) {
      if ((groups & (1 << b)) !== 0) visit(named.pairs[a * groupNames.length + b] ?? 0, 0, 0)
    }
  }
  if (groups === 0) visit(named.nothing, 0, 0)
}

const lengthStep = (length: number): number =>
  length === 0 ? 0 : Math.min(10, 1 + Math.floor(Math.log2(length) * 1.3))

/** One meaning of a word: its class, or its part in a topic (1 thing, 2 fault, 3 saying). */
interface Sense {
  readonly hash: number
  readonly group: number
  readonly topic: number
  readonly part: number
}

const classNames = Object.keys(classes) as WordClass[]
const groupNames = [...classNames.map((key) => classLabels[key]), '事物', '事态', '说法']
const names = new Map<number, string>()

function name(label: string): number {
  const hash = hashOfWords(label)
  names.set(hash, label)
  return hash
}

const named = {
  length: Array.from({ length: 11 }, (_, step) => name(`长度${step}`)),
  pairs: groupNames.flatMap((a) => groupNames.map((b) => name(`${a}&${b}`))),
  both: topics.map(({ code }) => name(`${code}物与毛病`)),
  nothing: name('无词'),
  asks: name('问号'),
  shouts: name('叹号'),
}

/** A single character, such as 火 or 办, is in too many other words. */
const isTelling = (word: string): boolean => word.length > 1

const sensesOfWord = new Map<string, Sense[]>()

function add(list: readonly string[], sense: Sense): void {
  for (const word of list) {
    const known = sensesOfWord.get(word.toLowerCase()) ?? []
    sensesOfWord.set(word.toLowerCase(), [...known, sense])
  }
}

classNames.forEach((key, group) => {
  add(classes[key], { hash: name(classLabels[key]), group, topic: -1, part: 0 })
})
topics.forEach(({ code, things, faults, says }, topic) => {
  const group = classNames.length
  add(things.filter(isTelling), { hash: name(`${code}之物`), group, topic, part: 1 })
  add(faults.filter(isTelling), { hash: name(`${code}之病`), group: group + 1, topic, part: 2 })
  add(says, { hash: name(`${code}之说`), group: group + 2, topic, part: 3 })
})

const matcher = matcherOf([...sensesOfWord.keys()])
/** The senses of all words, one word after the other; those of word `i` from `senseStart[i]` to `senseStart[i + 1]`. */
const senses = [...sensesOfWord.values()].flat()
const senseStart = Uint32Array.of(0, ...[...sensesOfWord.values()].map(({ length }) => length))
for (let word = 1; word < senseStart.length; word++)
  senseStart[word] = (senseStart[word] ?? 0) + (senseStart[word - 1] ?? 0)
