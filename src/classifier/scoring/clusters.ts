import type { ScoredPetition } from './records.ts'
import { mean, overlap } from './shares.ts'

/** Of each message the petitions, by index, that it belongs to. */
type Clusters = ReadonlyMap<string, ReadonlySet<number>>

export function clustersOf(petitions: readonly ScoredPetition[]): Clusters {
  const clusters = new Map<string, Set<number>>()
  petitions.forEach(({ messages }, petition) => {
    for (const message of messages) {
      clusters.set(message, (clusters.get(message) ?? new Set()).add(petition))
    }
  })
  return clusters
}

/**
 * One half of extended B-cubed, one number for each message of `a`: over the messages that share a petition with it
 * there (itself included), the mean of min(petitions shared in `a`, in `b`) / petitions shared in `a`.
 * Precision with the predicted clusters as `a`, recall with the expected ones.
 */
export const bcubed = (a: Clusters, b: Clusters): number[] =>
  [...a].map(([message, own]) => {
    const kept = [...a].flatMap(([other, others]) => {
      const together = overlap(own, others)
      if (together === 0) return []
      const inB = overlap(b.get(message) ?? none, b.get(other) ?? none)
      return [Math.min(together, inB) / together]
    })
    return mean(kept, 0)
  })

const none: ReadonlySet<number> = new Set()
