import { setTimeout as pause } from 'node:timers/promises'
import { LarkFault } from './faults.ts'
import type { Pace } from './pace.ts'

export interface CallParts {
  readonly pace: Pace
  /** Throws the token away that Lark does not accept any more. */
  readonly evictToken: () => Promise<unknown>
}

/** Whose limit a call falls under besides the app's own, and whether doing it twice does it once. */
export interface CallKind {
  readonly key?: string
  readonly isSafe: boolean
}

const tries = 3
const firstWaitMs = 200
/** A longer wait that Lark asks for is left to the outbox. */
const longestWaitMs = 3_000

/**
 * Makes one call in its turn: a token that is refused is fetched anew once, too many calls wait as long as Lark says, a
 * broken link is tried again only where that cannot do it twice. Throws the last `LarkFault`.
 */
export function callerOf({ pace, evictToken }: CallParts) {
  return async function call<Answer>(
    { key, isSafe }: CallKind,
    work: () => Promise<Answer>,
  ): Promise<Answer> {
    let evicted = false
    /** An earlier try may have gone through. */
    let doubt = false
    for (let made = 1; ; made++) {
      const over = await pace.turn(key ?? null)
      if (!over) throw new LarkFault('rate', 0, null, doubt)
      try {
        return await work().finally(over)
      } catch (fault) {
        if (!(fault instanceof LarkFault)) throw fault
        doubt ||= fault.mayHaveGone
        const { kind, code, waitMs } = fault
        const waits = waitMs ?? firstWaitMs * 2 ** made * (1 + Math.random())
        if (kind === 'rate') pace.coolDown(code === perReader ? (key ?? null) : null, waits)
        const again =
          made < tries &&
          ((kind === 'auth' && !evicted) ||
            (kind === 'rate' && waits <= longestWaitMs) ||
            (kind === 'link' && (isSafe || !fault.mayHaveGone)))
        if (!again) throw new LarkFault(kind, code, waitMs, doubt)
        if (kind === 'auth') {
          evicted = true
          await evictToken()
        }
        if (kind === 'link') await pause(waits)
      }
    }
  }
}

/** Too often to this group, person or message; all other limits are the app's. */
const perReader = 230020
