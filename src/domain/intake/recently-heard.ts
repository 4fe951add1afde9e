import type { Heard, Sound } from './heard.ts'
import type { Model } from './model.ts'

/** What is known of some words so far. */
export interface Known {
  sound?: Sound
  heard?: Heard
  /** How surely they state a matter, at most. */
  atMost?: number
}

/** A stretch is read again with every message: what was heard of the messages before it is kept so long. */
export interface RecentlyHeard {
  /** What is known of words by their key; said for the first time: nothing, to be filled in. */
  of(key: string, at: Date): Known
}

/** At least so many are kept, and twice as many at most; none that were said twice this time before the latest. */
const kept = 256
const keptMs = 3 * 3_600_000

/** By model: another street's, or the same after staff corrected it, hears for itself. */
const byModel = new WeakMap<Model, RecentlyHeard>()

export function recentlyHeardBy(model: Model): RecentlyHeard {
  const known = byModel.get(model)
  if (known) return known
  const recent = recentlyHeard()
  byModel.set(model, recent)
  return recent
}

/** Two generations: when the younger is full or old, it takes the place of the older one. */
function recentlyHeard(): RecentlyHeard {
  let older = new Map<string, Known>()
  let younger = new Map<string, Known>()
  let since = 0
  return {
    of(key, at) {
      const young = younger.get(key)
      if (young) return young
      const known = older.get(key) ?? {}
      if (younger.size >= kept || Math.abs(at.getTime() - since) > keptMs) {
        older = younger
        younger = new Map()
        since = at.getTime()
      }
      younger.set(key, known)
      return known
    },
  }
}
