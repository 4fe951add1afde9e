import type { SeenKeys } from '../../src/flows/ports/seen-keys.ts'
import type { Clock } from '../../src/flows/ports.ts'

const dayMs = 24 * 3_600_000
const offsetMs = 8 * 3_600_000

/** What may still be spent today. */
export interface Allowance {
  /** Takes so many parts for a letter, once for all its tries; false: not enough is left today. */
  take(letter: string, parts: number): Promise<boolean>
}

const dayOf = (moment: Date): string =>
  new Date(moment.getTime() + offsetMs).toISOString().slice(0, 10)

/** The next midnight of +08:00. */
export const endOfDay = (moment: Date): Date =>
  new Date(Date.parse(`${dayOf(moment)}T00:00:00+08:00`) + dayMs)

/**
 * A day's parts are numbered; who claims a number may send a part, in whatever process. A letter that finds too
 * few because other processes took them has lost those it found: less than one letter.
 */
export function allowance(
  perDay: number,
  seen: Pick<SeenKeys, 'seen' | 'claim'>,
  clock: Clock,
): Allowance {
  let [day, next] = ['', 0]
  return {
    async take(letter, parts) {
      const now = clock()
      const until = new Date(now.getTime() + 4 * dayMs)
      const paid = `sms/paid/${letter}`
      if (await seen.seen(paid, now)) return true
      const today = dayOf(now)
      if (today !== day) [day, next] = [today, 0]
      for (let taken = 0; taken < parts; ) {
        // all it lacks, before the first wait: letters that go at once neither ask for the same nor each get a part too few
        const lacking = parts - taken
        const mine = next
        if (mine + lacking > perDay) return false
        next += lacking
        for (let n = mine; n < mine + lacking; n++)
          if (await seen.claim(`sms/${today}/${n}`, now, until)) taken++
      }
      await seen.claim(paid, now, until)
      return true
    },
  }
}
