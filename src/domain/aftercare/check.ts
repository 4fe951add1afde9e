import { headOf } from '../heads/head.ts'
import type { HouseholdHead } from '../heads/household-head.ts'
import type { PersonId } from '../ids.ts'
import { isAccused } from '../people/accused.ts'
import { isHandler } from '../people/in-charge.ts'
import { type Petition, petitioners } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { aftercareOf, type CheckedKind } from './policy.ts'

/**
 * The head who is asked to look whether it is really fixed; null where none is. Never who is asked for a rating anyway, who
 * handled it, and never about what is confidential or a quarrel.
 */
export function checkedBy(
  petition: Petition,
  by: PersonId | null,
  at: Date,
  book: Rulebook,
): PersonId | null {
  if (petition.confidential || petition.kind === 'dispute') return null
  const { headChecks } = aftercareOf(book.policies)
  const wanted = headChecks.some((kind) => isOf(kind, petition))
  const head = wanted ? headOf(petition, at, book) : null
  return head && mayBeAsked(head, petition, by, book) ? head.person : null
}

function isOf(kind: CheckedKind, petition: Petition): boolean {
  switch (kind) {
    case 'all':
      return true
    case 'vulnerable':
      return petition.vulnerable
    case 'relayed':
      return petition.onBehalfOf !== null
  }
}

export const mayBeAsked = (
  { person }: HouseholdHead,
  petition: Petition,
  by: PersonId | null,
  book: Rulebook,
): boolean =>
  person !== by &&
  !isAccused(person, petition) &&
  petitioners(petition).every((one) => one.person !== person) &&
  !isHandler(person, petition, book)
