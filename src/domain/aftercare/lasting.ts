import type { PersonId } from '../ids.ts'
import { policyOf } from '../petition/dispatch.ts'
import { households, type Petition, petitioners } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { aftercareOf, type LastingKind } from './policy.ts'

type Closed = Extract<Petition, { status: 'closed' }>

/**
 * Who is asked some time later whether it lasts: whoever called it solved, one a household; nobody where the street does
 * not ask about such a matter. A quarrel has a follow-up of its own.
 */
export function askedWhetherItLasts(petition: Closed, book: Rulebook): readonly PersonId[] {
  if (petition.kind === 'dispute' || !isAskedAbout(petition, book)) return []
  const glad = new Set(
    petition.ratings.filter(({ solved }) => solved === true).map(({ person }) => person),
  )
  const first = new Map<string, PersonId>()
  for (const { person, household } of petitioners(petition))
    if (glad.has(person) && !first.has(household)) first.set(household, person)
  return [...new Set(first.values())]
}

function isAskedAbout(petition: Closed, book: Rulebook): boolean {
  const { of, categories } = aftercareOf(book.policies).lasting
  return categories.includes(petition.category) || of.some((kind) => isOf(kind, petition, book))
}

function isOf(kind: LastingKind, petition: Closed, book: Rulebook): boolean {
  switch (kind) {
    case 'reopened':
      return petition.reopenings > 0
    case 'joint':
      return households(petition) > 1 || petition.wasJoint === true
    case 'vulnerable':
      return petition.vulnerable
    case 'safety':
      return petition.danger !== null || policyOf(petition, book).aroundTheClock
  }
}
