import type { Reading } from './door.ts'
import type { Mark } from './door-marks.ts'
import { readNumeral } from './numerals.ts'

/** What the rules read: the text without false doors, and its numbers. */
export interface Marked {
  readonly text: string
  readonly marks: readonly Mark[]
}

/** A way of writing doors: what it reads from the mark at `at` on, or null. */
export type Rule = (said: Marked, at: number) => Reading | null

/** What stands between two marks; something that is no joint where they are far from each other. */
export const gap = ({ text }: Marked, before: Mark | undefined, after: Mark | undefined): string =>
  before && after && after.from - before.to < 5 ? text.slice(before.to, after.from) : '。'

/** More buildings than this in one range are hardly meant one by one. */
const mostInRange = 40
const mostInList = 12
const isList = (between: string): boolean => /^\s*(?:[-—–~、到至和跟与,，]|以及)\s*$/.test(between)
const isRange = (between: string): boolean => /[-—–~到至]/.test(between)

/** `1-3栋`, `5、6号楼`, `三栋和四栋`, `1、2单元`, `3到5楼`: no single one of them is meant. */
export const several: Rule = (said, at) => {
  const { marks } = said
  const values: string[] = [...(marks[at]?.listed ?? [])]
  let last = at
  if (values.length === 0) {
    const chain = chainFrom(said, at)
    if (!chain) return null
    values.push(...chain.values)
    last = chain.last
  }
  const word = marks[last]?.word
  const isChained = last > at
  if (word === 'building' && !(isChained && /^\s*[-—–]/.test(said.text.slice(marks[last]?.to)))) {
    return { parts: [], next: last + 1, buildings: values }
  }
  return word === 'unit' || word === 'floor' ? { parts: [], next: last + 1 } : null
}

/** The numbers from one mark to the one that bears the word for all, each bare or with the same word. */
function chainFrom(said: Marked, at: number): { values: string[]; last: number } | null {
  const { marks } = said
  const first = marks[at]
  if (!first) return null
  const values = [first.value]
  for (let last = at; last - at < mostInList; last++) {
    const mark = marks[last]
    const next = marks[last + 1]
    if (!mark || !next || mark.digits > 2 || next.digits > 2) return null
    const between = gap(said, mark, next)
    if (!isList(between)) return null
    if (mark.word !== null && mark.word !== next.word) return null
    values.push(...(isRange(between) ? range(mark.value, next.value) : [next.value]))
    const after = marks[last + 2]
    const goesOn = after && isList(gap(said, next, after)) && after.word === next.word
    if (next.word !== null && !(goesOn && after.digits < 3)) return { values, last: last + 1 }
  }
  return null
}

/** What follows the first of a range: `A1` to `A3` is A2 and A3. */
function range(from: string, to: string): string[] {
  const [, letter = '', low = ''] = /^([A-Z]?)(\d+)$/.exec(from) ?? []
  const [, , high = ''] = /^([A-Z]?)(\d+)$/.exec(to) ?? []
  const first = readNumeral(low)
  const last = readNumeral(high)
  if (first === null || last === null || last <= first || last - first >= mostInRange) return [to]
  return Array.from({ length: last - first }, (_, i) => `${letter}${first + 1 + i}`)
}
