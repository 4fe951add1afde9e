import { letterFor, letterOf, mostLetters } from '../lexicon/letters.ts'
import type { Gram } from './grams.ts'
import { needsOf } from './needs.ts'

/** Says which of many patterns are worth trying on a text. */
export interface Sieve {
  /** Numbers of the patterns that may be found in a text, in order; every other is surely not in it. */
  sift(text: string): readonly number[]
}

/** What a character is in any gram, so that the table is asked only for grams that may be in it. */
const alone = 1
const begins = 2
const ends = 4
const none: readonly number[] = []

/** Prepares a sieve: each pattern is known by the characters and pairs of which it needs one. */
export function sieveOf(patterns: readonly RegExp[]): Sieve {
  const width = Math.ceil(patterns.length / 32)
  const always = new Int32Array(width)
  const masks = new Map<Gram, Int32Array>()
  patterns.forEach((one, pattern) => {
    const need = needsOf(one)
    if (need === null) mark(always, pattern)
    for (const gram of need ?? []) {
      const mask = masks.get(gram) ?? new Int32Array(width)
      mark(mask, pattern)
      masks.set(gram, mask)
    }
  })

  const size = 2 ** Math.ceil(Math.log2(3 * masks.size + 2))
  const keys = new Int32Array(size)
  const marks = new Int32Array(size * width)
  const parts = new Uint8Array(mostLetters)
  for (const [gram, mask] of masks) {
    notePart(gram & 0xffff, gram >>> 16 === 0 ? alone : ends)
    if (gram >>> 16 !== 0) notePart(gram >>> 16, begins)
    let slot = slotOf(gram)
    while (keys[slot] !== 0) slot = (slot + 1) & (size - 1)
    keys[slot] = gram
    marks.set(mask, slot * width)
  }

  const found = new Int32Array(width)
  const isAlways = always.some((bits) => bits !== 0)

  function notePart(code: number, part: number): void {
    const letter = letterFor(code)
    parts[letter] = (parts[letter] ?? 0) | part
  }

  function slotOf(gram: Gram): number {
    return (Math.imul(gram ^ (gram >>> 16), 0x9e3779b1) >>> 7) & (size - 1)
  }

  /** Adds the patterns that need a gram; answers whether there are any. */
  function look(gram: Gram): boolean {
    for (let slot = slotOf(gram); keys[slot] !== 0; slot = (slot + 1) & (size - 1)) {
      if (keys[slot] !== gram) continue
      for (let i = 0; i < width; i++) {
        found[i] = (found[i] ?? 0) | (marks[slot * width + i] ?? 0)
      }
      return true
    }
    return false
  }

  return {
    sift(text) {
      for (let i = 0; i < width; i++) found[i] = always[i] ?? 0
      let isAny = isAlways
      let before = 0
      let partBefore = 0
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at)
        const part = parts[letterOf(code)] ?? 0
        if ((part & alone) !== 0 && look(code)) isAny = true
        if ((partBefore & begins) !== 0 && (part & ends) !== 0 && look((before << 16) | code))
          isAny = true
        before = code
        partBefore = part
      }
      return isAny ? numbersIn(found) : none
    },
  }
}

function mark(mask: Int32Array, pattern: number): void {
  mask[pattern >> 5] = (mask[pattern >> 5] ?? 0) | (1 << (pattern & 31))
}

function numbersIn(set: Int32Array): number[] {
  const numbers: number[] = []
  for (let i = 0; i < set.length; i++) {
    for (let rest = set[i] ?? 0; rest !== 0; rest &= rest - 1) {
      numbers.push(32 * i + 31 - Math.clz32(rest & -rest))
    }
  }
  return numbers
}
