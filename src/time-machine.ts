import { afterQuietHours } from './domain/deadlines/quiet-hours.ts'
import type { TimeMachine } from './flows/ports/chat-world.ts'
import type { Clock, Desk } from './flows/ports.ts'

/** A clock that can be set forward. `running`: it ticks on by itself, as in the sandbox; else it stands still until moved. */
export interface DrivenClock {
  readonly now: Clock
  set(to: Date): void
}

export function drivenClock(start: Date, running: boolean): DrivenClock {
  let from = start.getTime()
  let setAt = Date.now()
  return {
    now: () => new Date(running ? from + Date.now() - setAt : from),
    set(to) {
      from = to.getTime()
      setAt = Date.now()
    },
  }
}

/**
 * Drives a clock through everything that falls due on the way, in its order: `settle` lets everything happen that is due
 * at the moment the clock shows.
 */
export function timeMachine(
  clock: DrivenClock,
  settle: () => Promise<void>,
  { petitions, rulebooks }: Pick<Desk, 'petitions' | 'rulebooks'>,
): TimeMachine {
  return {
    now: clock.now,
    async moveTo(moment) {
      await settle()
      for (let next = await nextStop(moment); next > clock.now(); next = await nextStop(moment)) {
        clock.set(next)
        await settle()
      }
      if (moment > clock.now()) clock.set(moment)
      await settle()
    },
  }

  /** The next timer or end of the quiet hours in which letters wait, whichever is earlier; now, when there is none. */
  async function nextStop(moment: Date): Promise<Date> {
    const now = clock.now()
    const [timer] = await petitions.timersDue(moment, 1)
    const { policies } = await rulebooks.current()
    const morning = afterQuietHours(now, policies.quietHours)
    const stops = [timer?.dueAt, morning <= moment ? morning : undefined]
    const ahead = stops.filter((stop) => stop !== undefined && stop > now) as Date[]
    return ahead.sort((a, b) => a.getTime() - b.getTime())[0] ?? now
  }
}
