import { setTimeout } from 'node:timers/promises'

/** What takes longer than a round, by message: listening, looking, a second reader. Everything else goes on meanwhile. */
export interface UnderWay {
  has(key: string): boolean
  isIdle(): boolean
  /** How many messages are known here: those under way and those done that are not forgotten. */
  count(): number
  add(key: string, promise: Promise<void>): void
  /** Whether it came to its end, well or not. */
  isDone(key: string): boolean
  /** Forgets what is done for messages that wait no more. */
  forgetBut(waiting: ReadonlySet<string>): void
  /** Until one of them is done, at most a moment: whoever else speaks must not wait. */
  moment(): Promise<void>
}

const momentMs = 200

export function underWay(): UnderWay {
  const open = new Map<string, Promise<void>>()
  const done = new Set<string>()
  return {
    has: (key) => open.has(key),
    isIdle: () => open.size === 0,
    count: () => open.size + done.size,
    add(key, promise) {
      const end = () => {
        open.delete(key)
        done.add(key)
      }
      open.set(key, promise.then(end, end))
    },
    isDone: (key) => done.has(key),
    forgetBut(waiting) {
      for (const key of done) if (!waiting.has(key)) done.delete(key)
    },
    moment: () => Promise.race([...open.values(), setTimeout(momentMs)]),
  }
}
