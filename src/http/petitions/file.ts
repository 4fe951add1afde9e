import type { PetitionEvent } from '../../domain/petition/event.ts'
import type { Petition } from '../../domain/petition/petition.ts'
import type { Rulebook } from '../../domain/street/rulebook.ts'
import type { Outbox } from '../../flows/ports.ts'

/** All that is kept of one petition. */
export interface File {
  readonly petition: Petition
  readonly timeline: readonly PetitionEvent[]
  readonly letters: Awaited<ReturnType<Outbox['letters']>>
  /** The rulebook under which it was registered. */
  readonly book: Rulebook
  readonly now: Date
}
