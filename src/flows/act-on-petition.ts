import type { PetitionId } from '../domain/ids.ts'
import type { Actor } from '../domain/people/roles.ts'
import type { Command } from '../domain/petition/command.ts'
import type { ThroughApi } from '../domain/petition/event.ts'
import type { Petition } from '../domain/petition/petition.ts'
import type { Refusal } from '../domain/petition/refusal.ts'
import { timersFor } from '../domain/petition/timers.ts'
import { no, ok, type Result } from '../domain/result.ts'
import { carryOutSteps } from './carry-out-steps.ts'
import { learnFromReturns } from './learn-from-returns.ts'
import { lettersFor } from './letters.ts'
import type { Cause, Desk } from './ports.ts'
import { bookFor } from './understand.ts'

export interface Act {
  readonly petition: PetitionId
  readonly command: Command
  /** What it brings along: all of it or nothing. */
  readonly then?: readonly Command[]
  readonly by: Actor
  /** What it must happen once for. */
  readonly cause: Cause
  /** What they had before their eyes: a petition that has moved on since is refused as `notNow`. Absent: any. */
  readonly version?: number
  /** A program does it in their name. */
  readonly through?: ThroughApi
}

/** So often somebody else may come in between. */
export const tries = 5

/** Does something with a petition: the one way in for clock, pages and cards. Refuses as `decide` does. */
export async function actOnPetition(act: Act, desk: Desk): Promise<Result<Petition, Refusal>> {
  for (let tried = 0; tried < tries; tried += 1) {
    const petition = await desk.petitions.find(act.petition)
    if (!petition) return no({ kind: 'notFound' })
    if (act.version !== undefined && act.version !== petition.version) return no({ kind: 'notNow' })
    const book = await bookFor(petition, desk)
    const steps = [act.command, ...(act.then ?? [])].map((command) => ({ command, by: act.by }))
    const done = carryOutSteps(steps, petition, desk.clock(), book)
    if (!done.ok) return done
    const { petition: after, notices } = done.value
    const { through } = act
    const events = through
      ? done.value.events.map((event) => ({ ...event, through }))
      : done.value.events
    const [written] = await desk.petitions.record(
      [
        {
          cause: act.cause,
          outcome: act.command.kind,
          petition: after,
          events,
          timers: timersFor(after, book),
          letters: lettersFor(notices, book, desk),
        },
      ],
      desk.clock(),
    )
    if (written === 'recorded') {
      await learnFromReturns(after, events, desk).catch((fault) =>
        desk.report(`what ${after.id} says of the catalogue`, fault),
      )
      return ok(after)
    }
    if (written === 'alreadyDone') return no({ kind: 'alreadyDone' })
  }
  throw new Error(`petition ${act.petition} kept changing`)
}
