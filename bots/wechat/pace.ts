import { pause } from './pause.ts'

/** How fast we speak: real accounts that speak faster are silenced. All in milliseconds. */
export interface PaceSettings {
  /** Between any two messages, and up to so much more. */
  readonly gapMs: number
  readonly jitterMs: number
  /** Between two messages to one chat. */
  readonly chatGapMs: number
  readonly perMinute: number
  /** How long we are silent after the platform said that we speak too often. */
  readonly coolDownMs: number
  /** After a message we listen so long for that complaint before we call it sent. */
  readonly listenMs: number
  /** A turn further off than this is not waited for. */
  readonly patienceMs: number
}

/** Judged from reports of banned accounts; unproven. */
export const carefulPace: PaceSettings = {
  ...{ gapMs: 1_500, jitterMs: 3_000, chatGapMs: 5_000, perMinute: 20 },
  ...{ coolDownMs: 2 * 3_600_000, listenMs: 1_000, patienceMs: 20_000 },
}

/** For the simulated platform. */
export const noPace: PaceSettings = {
  ...{ gapMs: 0, jitterMs: 0, chatGapMs: 0, perMinute: Number.POSITIVE_INFINITY },
  ...{ coolDownMs: 60_000, listenMs: 0, patienceMs: 20_000 },
}

/**
 * Gives turns to speak, one after the other. Platform limits live in real time, so this measures real time, whatever
 * the street's clock says.
 */
export interface Pace {
  /** Waits for the next turn; answers false at once when it is too far off. */
  turn(chat: string): Promise<boolean>
  /** The platform said in this chat that we speak too often; '': it did not say where. */
  coolDown(chat: string): void
  /** Whether it said so of what we said in this chat, in the present silence. */
  complainedIn(chat: string): boolean
  /** Milliseconds until we may speak again after that; 0 when we may. */
  coolingMs(): number
}

export function paceOf(settings: PaceSettings): Pace {
  const lastIn = new Map<string, number>()
  const lastMinute: number[] = []
  let next = 0
  let silentUntil = 0
  const complaints = new Set<string>()
  const earliest = (chat: string, now: number): number => {
    const perMinute = lastMinute.at(-settings.perMinute) ?? Number.NEGATIVE_INFINITY
    const inChat = lastIn.get(chat) ?? Number.NEGATIVE_INFINITY
    return Math.max(now, next, perMinute + 60_000, inChat + settings.chatGapMs, silentUntil)
  }
  return {
    async turn(chat) {
      const now = performance.now()
      const at = earliest(chat, now)
      if (at - now > settings.patienceMs) return false
      next = at + settings.gapMs + Math.random() * settings.jitterMs
      lastIn.delete(chat)
      lastIn.set(chat, at)
      if (lastIn.size > 1_000) lastIn.delete([...lastIn.keys()][0] ?? '')
      if (Number.isFinite(settings.perMinute)) lastMinute.push(at)
      if (lastMinute.length > settings.perMinute) lastMinute.shift()
      if (at > now) await pause(at - now)
      return this.coolingMs() === 0
    },
    coolDown(chat) {
      if (this.coolingMs() === 0) complaints.clear()
      complaints.add(chat)
      silentUntil = performance.now() + settings.coolDownMs
    },
    complainedIn(chat) {
      return this.coolingMs() > 0 && (complaints.has(chat) || complaints.has(''))
    },
    coolingMs: () => Math.max(0, silentUntil - performance.now()),
  }
}
