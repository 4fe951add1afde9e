import type { Clock } from '../../src/flows/ports.ts'

/** Whether we may have heard nothing for a while, and whether the platform made up for it. */
export interface Deafness {
  /** From now on we hear nothing; the last sign of life came `agoMs` ago. */
  begins(agoMs: number): void
  /** The platform announced again what was the latest we knew. */
  repeated(): void
  /** It brought something that was sent then; what lies in the gap can only be repeated. An old one by itself proves nothing. */
  brought(sentAt: Date): void
  /**
   * We hear again: `catchUp` asks for what was said meanwhile. Tells of a gap when there may be one and nothing was
   * repeated; comes back when that is judged. Throws what the telling threw; the gap is then still to be told, and we
   * count as deaf until an `ends` succeeds.
   */
  ends(catchUp: () => Promise<void>): Promise<void>
  isDeaf(): boolean
}

const clocksDifferMs = 5_000

/** Whether both may be the same moment, by clocks that differ. */
export const isAbout = (one: Date, other: Date): boolean =>
  Math.abs(one.getTime() - other.getTime()) <= clocksDifferMs

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
  let hearsSince: Date | null = null
  let isDeaf = true
  let isRepeated = false
  let times = 0
  return {
    begins(agoMs) {
      times++
      isDeaf = true
      hearsSince = null
      deafSince ??= new Date(clock().getTime() - agoMs)
    },
    repeated() {
      isRepeated = true
    },
    brought(sentAt) {
      if (!deafSince || !hearsSince || sentAt <= deafSince) return
      if (sentAt.getTime() < hearsSince.getTime() - clocksDifferMs) isRepeated = true
    },
    async ends(catchUp) {
      const time = times
      hearsSince ??= clock()
      const until = hearsSince
      isRepeated = false
      await catchUp()
      if (time !== times) return // deaf again meanwhile: one gap, told when it is over
      const from = deafSince
      deafSince = null
      try {
        if (from && from < until && !isRepeated) await tell(from, until)
      } catch (fault) {
        deafSince = from
        isDeaf = true
        throw fault
      }
      if (time === times) isDeaf = false
    },
    isDeaf: () => isDeaf,
  }
}
