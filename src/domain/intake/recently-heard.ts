import type { Model } from './model.ts'

/** A stretch is read again with every message: what was heard of the messages before it is kept so long. */
export interface RecentlyHeard<Known> {
  /** What is known of words by their key; said for the first time: nothing, to be filled in. */
  of(key: string, at: Date): Known
}

/** At least so many are kept, and twice as many at most; none that were said twice this time before the latest. */
const kept = 256
const keptMs = 3 * 3_600_000

/** By model: another street's, or the same after staff corrected it, hears for itself. */
export function recentlyHeardByModel<Known extends object>(
  nothing: () => Known,
): (model: Model) => RecentlyHeard<Known> {
  const byModel = new WeakMap<Model, RecentlyHeard<Known>>()
  return (model) => {
    const known = byModel.get(model)
    if (known) return known
    const recent = recentlyHeard(nothing)
    byModel.set(model, recent)
    return recent
  }
}

/** Two generations: when the younger is full or old, it takes the place of the older one. */
function recentlyHeard<Known>(nothing: () => Known): RecentlyHeard<Known> {
  let older = new Map<string, Known>()
  let younger = new Map<string, Known>()
  let since = 0
  return {
    of(key, at) {
      const young = younger.get(key)
      if (young) return young
      const known = older.get(key) ?? nothing()
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
