import type { Story } from './story.ts'

/** What is shown beside a number, never folded into it. */
export type Beside =
  | 'setAside'
  | 'unrated'
  | 'undecided'
  | 'awaiting'
  | 'placeUnknown'
  | 'unreached'
  | 'contradicted'
  | 'waiting'

/** A number that can be followed to its petitions, by the numbers that people say. */
export interface Figure {
  /** What is printed: how many petitions, or what they add up to (households, returns). */
  readonly size: number
  readonly counted: readonly number[]
  /** Those it is out of; null where it is no share. */
  readonly outOf: readonly number[] | null
  readonly beside: Readonly<Partial<Record<Beside, readonly number[]>>>
}

/** From 0 to 1; null where there is nothing to be out of: that is no zero. */
export const shareOf = ({ counted, outOf }: Figure): number | null =>
  outOf === null || outOf.length === 0 ? null : counted.length / outOf.length

const numbersOf = (stories: readonly Story[]): number[] =>
  [...new Set(stories.map(({ petition }) => petition.number))].sort((a, b) => a - b)

export const figure = (
  counted: readonly Story[],
  outOf: readonly Story[] | null = null,
  beside: Readonly<Partial<Record<Beside, readonly Story[]>>> = {},
): Figure => {
  const numbers = numbersOf(counted)
  return {
    size: numbers.length,
    counted: numbers,
    outOf: outOf && numbersOf(outOf),
    beside: Object.fromEntries(
      Object.entries(beside).map(([name, stories]) => [name, numbersOf(stories)]),
    ),
  }
}
