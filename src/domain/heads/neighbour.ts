import type { Matter } from '../intake/matter.ts'
import type { Petitioner } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { headships } from './head.ts'
import { neighboursHousehold, relayOf, withoutName } from './relay.ts'

/** The reporter of a matter, counted as the household of the neighbour that a head speaks for. */
export function reporterOf(matter: Matter, own: Petitioner, at: Date, book: Rulebook): Petitioner {
  const who = matter.onBehalfOf.value
  if (who === null || !relayOf(matter, '', at, book)) return own
  const household = neighboursHousehold(matter.place.value, who, own.person, book)
  return { ...own, household }
}

/** Whoever joins an open petition: a head for the neighbour, and may have joined before. */
export function joinerOf(matter: Matter, own: Petitioner, at: Date, book: Rulebook): Petitioner {
  const who = matter.onBehalfOf.value
  const isHead = headships(own.person, at, book).length > 0
  if (who === null || !isHead || !relayOf({ ...matter, reporter: own.person }, '', at, book))
    return own
  const household = neighboursHousehold(matter.place.value, who, own.person, book)
  return { ...own, household, relayedFor: who }
}

/** What a head says in joining for a neighbour, without who it is: nobody was asked for that name. */
export const joinWords = (words: string, { relayedFor }: Petitioner): string =>
  relayedFor === undefined ? words : withoutName(words, relayedFor)
