import { setTimeout as pause } from 'node:timers/promises'

const minuteMs = 60_000
/** A turn further off is not waited for: others may have the letter meanwhile. */
const patienceMs = 20_000

/** Gives turns, at most so many a minute of real time; false at once when the next one is too far off. */
export function turns(perMinute: number): () => Promise<boolean> {
  const given: number[] = []
  return async () => {
    const now = performance.now()
    const free = (given.at(-perMinute) ?? Number.NEGATIVE_INFINITY) + minuteMs
    const at = Math.max(now, free)
    if (at - now > patienceMs) return false
    given.push(at)
    if (given.length > perMinute) given.shift()
    if (at > now) await pause(at - now)
    return true
  }
}
