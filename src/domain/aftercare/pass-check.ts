import { headOf, headships } from '../heads/head.ts'
import type { PersonId } from '../ids.ts'
import type { Petition } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { callerFor } from './call-back.ts'
import { mayBeAsked } from './check.ts'
import type { Check } from './follow-up.ts'

/** Whether a look is still owed by a head whose term is over; what the office took over stays there. */
export const isOrphaned = (check: Check, at: Date, book: Rulebook): boolean =>
  check.fixed === undefined &&
  headships(check.head, at, book).length === 0 &&
  !book.staff.some(({ id, role }) => id === check.head && role !== 'household_head')

/** Who looks instead: the next head of those households, else a dispatcher of the community, or the street, who did not handle it. */
export function nextToLook(petition: Petition, at: Date, book: Rulebook): PersonId | null {
  const next = petition.confidential ? null : headOf(petition, at, book)
  if (next && mayBeAsked(next, petition, null, book)) return next.person
  return callerFor(petition, book)
}
