import { type PairTrait, pairTraits } from '../../domain/intake/pair-traits.ts'
import type { Understanding } from '../../domain/intake/understanding.ts'
import { stretches } from '../stretches/read.ts'
import { exampleOf, examplesIn, type PairExample } from './examples.ts'
import { learnPairs, pairLikelihood } from './learn.ts'
import { hashOfPairs, markedPairs } from './read.ts'

/** Our pairs and those of marked conversations, file by file. */
const examples = (u: Understanding): PairExample[][] => [
  ...markedPairs().map(({ pairs }) => pairs.map((pair) => exampleOf(pair, u))),
  ...stretches('tuning').map((file) => examplesIn(file, u)),
]

/** The text of `pair-weights.ts`: the same pairs, read the same way, give the same text. */
export function trainPairs(u: Understanding): string {
  const { bias, weights } = learnPairs(examples(u).flat())
  const line = (trait: PairTrait) => `  ${trait}: ${weights[trait]},\n`
  return `/** Written by \`npm run train\` from the pairs in \`src/classifier/pairs\` and marked conversations. */
export const pairWeights: Readonly<Record<string, number>> = {
${pairTraits.map(line).join('')}}
export const pairBias = ${bias}
/** SHA-256 of what they were learnt from. */
export const pairSource = '${hashOfPairs()}'
`
}

/** How joining from some confidence on does on pairs of files that were not learnt from. */
export interface PairRow {
  readonly from: number
  readonly precision: number
  readonly recall: number
  /** Pairs at or above. */
  readonly count: number
}

/** Each file is judged by what the others teach. */
export function measurePairs(u: Understanding, thresholds: readonly number[]): PairRow[] {
  const files = examples(u)
  const judged = files.flatMap((file) => {
    if (file.length === 0) return []
    const model = learnPairs(files.filter((other) => other !== file).flat())
    return file.map((example) => ({ ...example, p: pairLikelihood(example, model) }))
  })
  const same = judged.filter((pair) => pair.same).length
  return thresholds.map((from) => {
    const above = judged.filter(({ p }) => p >= from)
    const right = above.filter((pair) => pair.same).length
    return {
      from,
      precision: above.length === 0 ? 1 : right / above.length,
      recall: same === 0 ? 1 : right / same,
      count: above.length,
    }
  })
}
