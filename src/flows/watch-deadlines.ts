import { theClock } from '../domain/people/roles.ts'
import { actOnPetition } from './act-on-petition.ts'
import type { Desk } from './ports.ts'

const timersAtOnce = 200

/**
 * The clock looks round: what is due is reminded, escalated, dispatched without a place, closed unrated. Answers how many
 * timers it dealt with. A timer that its petition has outlived is struck off.
 */
export async function watchDeadlines(desk: Desk): Promise<number> {
  const due = await desk.petitions.timersDue(desk.clock(), timersAtOnce)
  for (const { petition, key, command } of due) {
    const cause = { kind: 'timer', petition, key } as const
    const done = await actOnPetition({ petition, command, by: theClock, cause }, desk)
    if (!done.ok && done.problem.kind !== 'alreadyDone')
      await desk.petitions.record(
        [
          {
            cause,
            outcome: `refused ${done.problem.kind}`,
            petition: null,
            events: [],
            timers: [],
            letters: [],
          },
        ],
        desk.clock(),
      )
  }
  return due.length
}
