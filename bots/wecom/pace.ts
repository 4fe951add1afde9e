import { setTimeout as pause } from 'node:timers/promises'

/** In real time, whatever the street's clock says. */
export interface PaceSettings {
  /** A robot's messages a minute. */
  readonly perRobot: number
  /** An app's messages a minute to one member. */
  readonly perMember: number
  /** A turn further off is not waited for. In ms. */
  readonly patienceMs: number
  /** How long we are silent after WeCom said that we speak too often. In ms. */
  readonly coolDownMs: number
}

/**
 * Allowed are 20 a minute for a robot and 30 for a member. More is not refused but dropped without a word where members are
 * concerned, so we stay below.
 */
export const wecomPace: PaceSettings = {
  ...{ perRobot: 20, perMember: 25, patienceMs: 20_000, coolDownMs: 60_000 },
}

/** Gives turns to speak. */
export interface Pace {
  /** Waits for the next turn of this robot or member; answers false at once when it is too far off. */
  turn(key: string, perMinute: number): Promise<boolean>
  coolDown(key: string): void
  /** Milliseconds until we may speak by this key again. */
  coolingMs(key: string): number
}

const minuteMs = 60_000
const most = 5_000

export function paceOf(settings: PaceSettings): Pace {
  /** The turns given in the last minute. */
  const given = new Map<string, number[]>()
  const silentUntil = new Map<string, number>()
  return {
    async turn(key, perMinute) {
      const now = performance.now()
      const turns = given.get(key) ?? []
      const at = Math.max(now, (turns.at(-perMinute) ?? Number.NEGATIVE_INFINITY) + minuteMs)
      if (at - now > settings.patienceMs) return false
      turns.push(at)
      if (turns.length > perMinute) turns.shift()
      given.delete(key)
      given.set(key, turns)
      const [oldest] = given.keys()
      if (given.size > most && oldest !== undefined) given.delete(oldest)
      if (at > now) await pause(at - now)
      return true
    },
    coolDown: (key) => void silentUntil.set(key, performance.now() + settings.coolDownMs),
    coolingMs: (key) => Math.max(0, (silentUntil.get(key) ?? 0) - performance.now()),
  }
}
