/** Leaves alone what fails again and again, and tries again later with a single question. */
export interface Breaker {
  /** Whether a question may go out now. */
  mayAsk(): boolean
  answered(): void
  /** Answers whether it opened just now. */
  failed(): boolean
}

export function breaker(failures: number, restMs: number, now: () => number): Breaker {
  let inARow = 0
  let openUntil = 0
  return {
    mayAsk() {
      if (inARow < failures) return true
      if (now() < openUntil) return false
      openUntil = now() + restMs // one goes out to see; the others keep waiting
      return true
    },
    answered() {
      inARow = 0
    },
    failed() {
      inARow += 1
      if (inARow < failures) return false
      openUntil = now() + restMs
      return inARow === failures
    },
  }
}
