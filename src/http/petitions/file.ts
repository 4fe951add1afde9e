import type { PetitionEvent } from '../../domain/petition/event.ts'
import type { Petition } from '../../domain/petition/petition.ts'
import type { Likeness } from '../../domain/photos/likenesses.ts'
import type { Rulebook } from '../../domain/street/rulebook.ts'
import type { Outbox } from '../../flows/ports.ts'
import type { ToldVoice } from '../../flows/voices-of.ts'

/** All that is kept of one petition. */
export interface File {
  readonly petition: Petition
  readonly timeline: readonly PetitionEvent[]
  readonly letters: Awaited<ReturnType<Outbox['letters']>>
  readonly voices: readonly ToldVoice[]
  /** Where its photos were seen before. */
  readonly likenesses: readonly Likeness[]
  /** The rulebook under which it was registered. */
  readonly book: Rulebook
  readonly now: Date
}
