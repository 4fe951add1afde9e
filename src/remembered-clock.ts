import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { nextWorkingMoment } from './domain/deadlines/calendar.ts'
import { isWithinHours } from './domain/deadlines/quiet-hours.ts'
import type { Rulebook } from './domain/street/rulebook.ts'
import type { TimeMachine } from './flows/ports/chat-world.ts'
import { type DrivenClock, drivenClock } from './time-machine.ts'

/** The sandbox's clock never goes back, also over a restart or a kill: a file keeps how far it went. */
export interface RememberedClock {
  readonly clock: DrivenClock
  /** The very first play does not begin in the quiet hours, when nobody would hear of anything. */
  beginByDay(book: Rulebook): Promise<void>
  /** A machine whose target is written down before it moves. */
  remember(machine: TimeMachine): TimeMachine
  stop(): Promise<void>
}

export async function rememberedClock(
  dataFolder: string,
  everyMs = 60_000,
): Promise<RememberedClock> {
  const file = join(dataFolder, 'clock')
  const kept = existsSync(file) ? new Date((await readFile(file, 'utf8')).trim()) : null
  const clock = drivenClock(new Date(Math.max(Date.now(), kept?.getTime() || 0)), true)
  let furthest = clock.now()
  let writing = Promise.resolve()
  /** One after the other, never less than before. */
  const keep = (moment: Date): Promise<void> => {
    if (moment > furthest) furthest = moment
    writing = writing
      .catch(() => {})
      .then(async () => {
        await writeFile(`${file}.new`, furthest.toISOString())
        await rename(`${file}.new`, file)
      })
    return writing
  }
  const now = () => keep(clock.now()).catch(() => {}) // the next minute tries again
  const ticking = setInterval(() => void now(), everyMs).unref()
  return {
    clock,
    async beginByDay({ policies, calendar }) {
      if (kept || !isWithinHours(clock.now(), policies.quietHours)) return
      clock.set(nextWorkingMoment(clock.now(), policies.officeHours, calendar))
      await keep(clock.now())
    },
    remember: (machine) => ({
      now: machine.now,
      async moveTo(moment) {
        await keep(moment)
        await machine.moveTo(moment)
      },
    }),
    async stop() {
      clearInterval(ticking)
      await now()
    },
  }
}
