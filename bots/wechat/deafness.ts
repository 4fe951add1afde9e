import type { Clock } from '../../src/flows/ports.ts'

/** Whether we may have heard nothing for a while, and whether the platform made up for it. */
export interface Deafness {
  /** From now on we hear nothing; the last sign of life came `agoMs` ago. */
  begins(agoMs: number): void
  /** The platform announced something that it had announced before, or that is older than what we asked from. */
  repeated(): void
  /**
   * We hear again: `catchUp` asks for what was said meanwhile. Tells of a gap when there may be one and nothing was
   * repeated; comes back when that is judged.
   */
  ends(catchUp: () => Promise<void>): Promise<void>
  isDeaf(): boolean
}

/**
 * Most puppets know nothing of `replay:` and answer it like any other sign; one that does repeats at least the latest
 * message we know of, for we ask from a minute before it. `since`: until when an earlier process heard.
 */
export function deafness(
  since: Date | null,
  clock: Clock,
  tell: (fromAt: Date, untilAt: Date) => Promise<void>,
): Deafness {
  let deafSince = since
  let isDeaf = true
  let isRepeated = false
  let times = 0
  return {
    begins(agoMs) {
      times++
      isDeaf = true
      deafSince ??= new Date(clock().getTime() - agoMs)
    },
    repeated() {
      isRepeated = true
    },
    async ends(catchUp) {
      const time = times
      const until = clock()
      isRepeated = false
      await catchUp()
      if (time !== times) return // deaf again meanwhile: one gap, told when it is over
      isDeaf = false
      const from = deafSince
      deafSince = null
      if (from && from < until && !isRepeated) await tell(from, until)
    },
    isDeaf: () => isDeaf,
  }
}
