import { setTimeout } from 'node:timers/promises'

/** What a second reader is at, by message; everything else goes on meanwhile. */
export interface UnderWay {
  has(key: string): boolean
  count(): number
  add(key: string, promise: Promise<void>): void
  /** Whether a second reader was waited for on account of this message: said once. */
  isDone(key: string): boolean
  /** Until one of them is done, at most a moment: whoever else speaks must not wait. */
  moment(): Promise<void>
}

const momentMs = 200

export function underWay(): UnderWay {
  const open = new Map<string, Promise<void>>()
  const done = new Set<string>()
  return {
    has: (key) => open.has(key),
    count: () => open.size,
    add(key, promise) {
      const end = () => {
        open.delete(key)
        done.add(key)
      }
      open.set(key, promise.then(end, end))
    },
    isDone: (key) => done.delete(key),
    moment: () => Promise.race([...open.values(), setTimeout(momentMs)]),
  }
}
