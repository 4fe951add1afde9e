import type { Clock } from '../../src/flows/ports.ts'

/** Some platforms count seconds, some milliseconds, some nothing. */
export function momentOf(timestamp: number, clock: Clock): Date {
  if (!(timestamp > 0)) return clock()
  return new Date(timestamp < 1e11 ? timestamp * 1000 : timestamp)
}
