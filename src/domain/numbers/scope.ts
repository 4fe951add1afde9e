import type { CategoryCode, DepartmentCode, UnitCode } from '../ids.ts'
import { unitOf } from '../people/in-charge.ts'
import type { Petition } from '../petition/petition.ts'
import { streetOf } from '../routing/route.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { Story } from './story.ts'

/** Whose numbers they are: all that is said here holds together. */
export interface Scope {
  /** What lies there (属地), whoever handles it; everything is the street's, also what is of no known unit. */
  readonly unit: UnitCode
  /** Not of any smaller unit that we know of. */
  readonly unplaced?: true
  /** What is in its hands. */
  readonly department?: DepartmentCode
  readonly categories?: readonly CategoryCode[]
  readonly confidential?: boolean
}

/** Whether a petition counts there, by how it stood at the end; a department's is the one that had it last. */
export const belongs = (story: Story, scope: Scope, book: Rulebook): boolean =>
  liesIn(story.petition, scope, book) &&
  (scope.department === undefined || lastIn(story) === scope.department)

/** Whether it counts there while it stood so: what happened in a department's hands is the department's. */
export const belongsThen = (
  then: Petition,
  { petition }: Story,
  scope: Scope,
  book: Rulebook,
): boolean =>
  liesIn(petition, scope, book) &&
  (scope.department === undefined || handsOf(then) === scope.department)

/** Whether it lies there and is of the trades, in whose hands it may ever be. */
export const isOfPlace = ({ petition }: Story, scope: Scope, book: Rulebook): boolean =>
  liesIn(petition, scope, book)

function liesIn(petition: Petition, scope: Scope, book: Rulebook): boolean {
  const { unit, unplaced, categories, confidential } = scope
  const own = unitOf(petition, book)
  return (
    (unplaced ? (own ?? streetOf(book)) === unit : isWithin(own, unit, book)) &&
    (categories === undefined || categories.includes(petition.category)) &&
    (confidential === undefined || petition.confidential === confidential)
  )
}

const handsOf = (petition: Petition): string | null =>
  'to' in petition && petition.to.kind === 'department' ? petition.to.code : null

function lastIn({ petition, steps }: Story): string | null {
  const sent =
    'to' in petition ? petition : steps.findLast((step) => 'to' in step.petition)?.petition
  return sent ? handsOf(sent) : null
}

/** Whether a unit is another one or lies in it; everything lies in the street. */
export function isWithin(unit: UnitCode | null, whole: UnitCode, book: Rulebook): boolean {
  if (unit === whole || whole === streetOf(book)) return true
  const parent = book.units.find(({ code }) => code === unit)?.parent
  return parent ? isWithin(parent, whole, book) : false
}
