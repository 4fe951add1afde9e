import type { Actor } from '../people/roles.ts'
import { no, ok, type Result } from '../result.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { Action } from './actions.ts'
import type { Command } from './command.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import type { Petition } from './petition.ts'
import type { Refusal } from './refusal.ts'
import { trials } from './trials.ts'

/** What somebody may do with a petition right now: `decide` is asked, so that no button promises what is refused. */
export const mayDo = <A extends Action>(
  among: readonly A[],
  petition: Petition,
  by: Actor,
  at: Date,
  book: Rulebook,
): A[] => among.filter((action) => whether(action, petition, by, at, book).ok)

/** Whether they may, and else why not: the refusal of the likeliest try. */
export function whether(
  action: Action,
  petition: Petition,
  by: Actor,
  at: Date,
  book: Rulebook,
): Result<null, Refusal> {
  let why: Refusal = { kind: 'notNow' }
  for (const steps of trials(action, petition, at, book)) {
    const refusal = refusalOf(steps, petition, by, at, book)
    if (!refusal) return ok(null)
    why = refusal
  }
  return no(why)
}

/** Why steps one after the other cannot be taken; null: they can. */
function refusalOf(
  steps: readonly Command[],
  petition: Petition,
  by: Actor,
  at: Date,
  book: Rulebook,
): Refusal | null {
  let now = petition
  for (const command of steps) {
    const decision = decide(command, now, by, at, book)
    if (!decision.ok) return decision.problem
    now = evolve(now, decision.value)
  }
  return null
}
