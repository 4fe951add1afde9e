import { carryOut, type Step } from '../domain/carry-out.ts'
import type { Actor } from '../domain/people/roles.ts'
import type { Command } from '../domain/petition/command.ts'
import type { PetitionEvent } from '../domain/petition/event.ts'
import type { Petition } from '../domain/petition/petition.ts'
import type { Refusal } from '../domain/petition/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'

/** Several steps taken as one change. */
export interface Change extends Omit<Step, 'event'> {
  readonly events: readonly PetitionEvent[]
}

/** Takes steps one after the other, all or none; the petition's version counts up by one. */
export function carryOutSteps(
  steps: readonly { readonly command: Command; readonly by: Actor }[],
  petition: Petition,
  at: Date,
  book: Rulebook,
): Result<Change, Refusal> {
  let change: Change = { petition, events: [], notices: [] }
  for (const { command, by } of steps) {
    const step = carryOut(command, change.petition, by, at, book)
    if (!step.ok) return step
    change = {
      petition: { ...step.value.petition, version: petition.version + 1 },
      events: [...change.events, step.value.event],
      notices: [...change.notices, ...step.value.notices],
    }
  }
  return ok(change)
}
