import { isRightCategory } from './attributes.ts'
import type { ExpectedPetition, ScoredPetition } from './records.ts'
import { overlap } from './shares.ts'

/**
 * Which predicted petition stands for which expected one of the same conversation: expected index → predicted index.
 * Greedy: most shared messages first, at least one; then fewest messages in only one of the two; then the right
 * category; then the order in the files.
 */
export function matchPetitions(
  expected: readonly ExpectedPetition[],
  predicted: readonly ScoredPetition[],
): ReadonlyMap<number, number> {
  const pairs = expected.flatMap((want, i) =>
    predicted.flatMap((got, j) => {
      const wanted = new Set(want.messages)
      const found = new Set(got.messages)
      const both = overlap(wanted, found)
      const alone = wanted.size + found.size - 2 * both
      return both === 0 ? [] : [{ i, j, both, alone, wrong: isRightCategory(want, got) ? 0 : 1 }]
    }),
  )
  pairs.sort(
    (a, b) => b.both - a.both || a.alone - b.alone || a.wrong - b.wrong || a.i - b.i || a.j - b.j,
  )
  const matched = new Map<number, number>()
  const taken = new Set<number>()
  for (const { i, j } of pairs) {
    if (matched.has(i) || taken.has(j)) continue
    matched.set(i, j)
    taken.add(j)
  }
  return matched
}
