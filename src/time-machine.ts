import { afterQuietHours } from './domain/deadlines/quiet-hours.ts'
import { nextRound } from './domain/deadlines/rounds.ts'
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

  /** The next timer, digest, brief or end of the quiet hours, whichever is earliest; now, when there is none. */
  async function nextStop(moment: Date): Promise<Date> {
    const now = clock.now()
    const [timer] = await petitions.timersDue(moment, 1)
    const { policies } = await rulebooks.current()
    const morning = afterQuietHours(now, policies.quietHours)
    const round = nextRound(now, policies)
    const stops = [timer?.dueAt, morning, round].filter((stop) => stop != null)
    const ahead = stops.filter((stop) => stop > now && stop <= moment)
    return ahead.sort((a, b) => a.getTime() - b.getTime())[0] ?? now
  }
}
