import { setTimeout as pause } from 'node:timers/promises'

/** Lark's limits, less a reserve for other robots in the same group. In real time, whatever the street's clock says. */
export interface PaceSettings {
  readonly perSecond: number
  readonly perMinute: number
  /** Between two messages to one reader, or two changes of one message. In ms. */
  readonly gapMs: number
  /** A turn further off is not waited for. */
  readonly patienceMs: number
}

/** Allowed are 50 a second and 1000 a minute for each kind of call, and 5 a second for each group, person and message. */
export const larkPace: PaceSettings = {
  perSecond: 40,
  perMinute: 900,
  gapMs: 250,
  patienceMs: 20_000,
}

/** Gives turns to call Lark. */
export interface Pace {
  /**
   * Waits for the next turn, also of this reader or message, and answers what to call when the call is over; null at once
   * when it is too far off.
   */
  turn(key: string | null): Promise<(() => void) | null>
  /** Lark wants us to wait so long: with everything, or with this reader. */
  coolDown(key: string | null, ms: number): void
  /** Milliseconds until we may speak at all; 0 when we may. */
  coolingMs(): number
}

const most = 5_000
/** Calls under way: what a slow moment holds back arrives with what comes after it, and that together must be no burst. */
const atOnce = 8

export function paceOf(settings: PaceSettings): Pace {
  /** When the next turn of each key may be. */
  const next = new Map<string, number>()
  const given: number[] = []
  let open = 0
  const queue: (() => void)[] = []
  const over = () => {
    open--
    queue.shift()?.()
  }
  let silentUntil = 0
  const remember = (key: string, at: number) => {
    next.delete(key)
    next.set(key, at)
    const [oldest] = next.keys()
    if (next.size > most && oldest !== undefined) next.delete(oldest)
  }
  const after = (count: number, ms: number) => (given.at(-count) ?? Number.NEGATIVE_INFINITY) + ms
  return {
    async turn(key) {
      const begin = performance.now()
      const isTooFar = (at: number) => at - begin > settings.patienceMs
      if (key !== null) {
        const at = Math.max(begin, next.get(key) ?? 0)
        if (isTooFar(at)) return null
        remember(key, at + settings.gapMs)
        if (at > begin) await pause(at - begin)
      }
      if (open++ >= atOnce) await new Promise<void>((go) => queue.push(go))
      const now = performance.now()
      const evenly = after(1, 1_000 / settings.perSecond)
      const at = Math.max(now, silentUntil, evenly, after(settings.perMinute, 60_000))
      if (isTooFar(at)) {
        over()
        return null
      }
      given.push(at)
      if (given.length > settings.perMinute) given.shift()
      if (at > now) await pause(at - now)
      return over
    },
    coolDown(key, ms) {
      const until = performance.now() + ms
      if (key === null) silentUntil = Math.max(silentUntil, until)
      else remember(key, Math.max(next.get(key) ?? 0, until))
    },
    coolingMs: () => Math.max(0, silentUntil - performance.now()),
  }
}
