import type { SeenKeys } from '../../../src/flows/ports/seen-keys.ts'
import type { Shelf } from './shelf.ts'

export function memorySeenKeys({ seenKeys }: Pick<Shelf, 'seenKeys'>): SeenKeys {
  const holds = (key: string, now: Date) => (seenKeys.get(key) ?? now) > now
  return {
    seen: async (key, now) => holds(key, now),
    async claim(key, now, until) {
      if (holds(key, now)) return false
      seenKeys.set(key, until)
      return true
    },
    async forget(now) {
      const old = [...seenKeys].filter(([key]) => !holds(key, now))
      for (const [key] of old) seenKeys.delete(key)
      return old.length
    },
  }
}
