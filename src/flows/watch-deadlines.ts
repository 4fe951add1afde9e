import { theClock } from '../domain/people/roles.ts'
import { actOnPetition } from './act-on-petition.ts'
import type { Desk } from './ports.ts'

const timersAtOnce = 200

type DueTimer = Awaited<ReturnType<Desk['petitions']['timersDue']>>[number]

/**
 * The clock looks round: what is due is reminded, escalated, dispatched without a place, closed unrated. Answers how many
 * timers it dealt with. A timer that its petition has outlived is struck off; one that fails is reported and keeps none
 * of the others waiting. Throws when all of them fail: then it is no fault of theirs.
 */
export async function watchDeadlines(desk: Desk): Promise<number> {
  const due = await desk.petitions.timersDue(desk.clock(), timersAtOnce)
  let done = 0
  let fault: unknown
  for (const timer of due)
    try {
      await ring(timer, desk)
      done += 1
    } catch (caught) {
      fault = caught
      desk.report(`timer ${timer.petition}/${timer.key} failed`, caught)
    }
  if (fault !== undefined && done === 0) throw fault
  return done
}

async function ring({ petition, key, command }: DueTimer, desk: Desk): Promise<void> {
  const cause = { kind: 'timer', petition, key } as const
  const acted = await actOnPetition({ petition, command, by: theClock, cause }, desk)
  if (acted.ok || acted.problem.kind === 'alreadyDone') return
  const outcome = `refused ${acted.problem.kind}`
  const nothing = { petition: null, events: [], timers: [], letters: [] }
  await desk.petitions.record([{ cause, outcome, ...nothing }], desk.clock())
}
