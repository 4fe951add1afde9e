import type { PetitionEvent } from '../../domain/petition/event.ts'
import type { Rulebook } from '../../domain/street/rulebook.ts'
import { eventWords } from '../../texts/timeline.ts'
import { masked } from './masks.ts'

/** What one line of the timeline says to everybody; '' where its label says all. */
export const eventText = (event: PetitionEvent, book: Rulebook): string =>
  masked(eventWords(event, book))
