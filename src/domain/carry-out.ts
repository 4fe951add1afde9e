import type { AddressedNotice } from './notices/notice.ts'
import { noticesFor } from './notices/notices-for.ts'
import type { Actor } from './people/roles.ts'
import type { Command } from './petition/command.ts'
import { decide } from './petition/decide.ts'
import type { PetitionEvent } from './petition/event.ts'
import { evolve } from './petition/evolve.ts'
import type { Petition } from './petition/petition.ts'
import type { Refusal } from './petition/refusal.ts'
import { ok, type Result } from './result.ts'
import type { Rulebook } from './street/rulebook.ts'

/** A step in a petition's life: how it stands now, what happened, and whom it concerns. */
export interface Step {
  readonly petition: Petition
  readonly event: PetitionEvent
  readonly notices: readonly AddressedNotice[]
}

/** Does what a command says, or refuses as `decide` does. The answer to who gave it is the conversation's to make. */
export function carryOut(
  command: Command,
  petition: Petition,
  by: Actor,
  at: Date,
  book: Rulebook,
): Result<Step, Refusal> {
  const decision = decide(command, petition, by, at, book)
  if (!decision.ok) return decision
  const event = decision.value
  const after = evolve(petition, event)
  return ok({ petition: after, event, notices: noticesFor(event, petition, after, book) })
}
