/** Counts what happens, by key, over sliding windows. */
export interface Limits {
  /** Counts one and answers 0, or does not count it and answers after how many seconds it may be. */
  take(key: string, ...windows: readonly Window[]): number
}

interface Window {
  readonly most: number
  readonly ms: number
}

/** Per API, app and tenant: 1000 a minute and 50 a second. */
export const perApi: readonly Window[] = [
  { most: 50, ms: 1_000 },
  { most: 1_000, ms: 60_000 },
]
/** Per group, shared by all bots in it; per person; per message patched. */
export const fivePerSecond: Window = { most: 5, ms: 1_000 }

export function openLimits(now: () => number): Limits {
  const hits = new Map<string, number[]>()
  return {
    take(key, ...windows) {
      const longest = Math.max(...windows.map(({ ms }) => ms))
      const recent = (hits.get(key) ?? []).filter((at) => at > now() - longest)
      hits.set(key, recent)
      for (const { most, ms } of windows) {
        const within = recent.filter((at) => at > now() - ms)
        const oldest = within[within.length - most]
        if (oldest !== undefined) return Math.max(1, Math.ceil((oldest + ms - now()) / 1_000))
      }
      recent.push(now())
      return 0
    },
  }
}
