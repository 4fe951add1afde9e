import type { CategoryCode, DepartmentCode, UnitCode } from '../ids.ts'
import { unitOf } from '../people/in-charge.ts'
import type { Petition } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { Story } from './story.ts'

/**
 * Whose numbers they are. A unit's are those of its place (属地), whoever handles them; a department's are those in its
 * hands, wherever they are. `within` of a department: only those of that unit.
 */
export type Scope =
  | { readonly kind: 'unit'; readonly code: UnitCode }
  | { readonly kind: 'department'; readonly code: DepartmentCode; readonly within?: UnitCode }
  | { readonly kind: 'category'; readonly of: readonly CategoryCode[]; readonly within: UnitCode }
  /** What nothing is said about but its number. */
  | { readonly kind: 'confidential'; readonly within: UnitCode }
  /** Known to be of the unit, but not of which grid. */
  | { readonly kind: 'gridUnknown'; readonly within: UnitCode }

/** Whether a petition counts there, by how it stood at the end; a department's is the one that had it last. */
export function belongs(story: Story, scope: Scope, book: Rulebook): boolean {
  const { petition } = story
  switch (scope.kind) {
    case 'unit':
      return isWithin(unitOf(petition, book), scope.code, book)
    case 'department':
      return (
        lastIn(story) === scope.code &&
        (scope.within === undefined || isWithin(unitOf(petition, book), scope.within, book))
      )
    case 'category':
      return (
        !petition.confidential &&
        scope.of.includes(petition.category) &&
        isWithin(unitOf(petition, book), scope.within, book)
      )
    case 'confidential':
      return petition.confidential && isWithin(unitOf(petition, book), scope.within, book)
    case 'gridUnknown':
      return petition.grid === null && isWithin(unitOf(petition, book), scope.within, book)
  }
}

/** Whether it counts there while it stood so: what happened in a department's hands is the department's. */
export function belongsThen(then: Petition, story: Story, scope: Scope, book: Rulebook): boolean {
  if (scope.kind !== 'department') return belongs(story, scope, book)
  return (
    handsOf(then) === scope.code &&
    (scope.within === undefined || isWithin(unitOf(story.petition, book), scope.within, book))
  )
}

const handsOf = (petition: Petition): string | null =>
  'to' in petition && petition.to.kind === 'department' ? petition.to.code : null

function lastIn({ petition, steps }: Story): string | null {
  const sent =
    'to' in petition ? petition : steps.findLast((step) => 'to' in step.petition)?.petition
  return sent ? handsOf(sent) : null
}

/** Everything is the street's, also what is of no known unit. */
export function isWithin(unit: UnitCode | null, whole: UnitCode, book: Rulebook): boolean {
  const unitBy = (code: UnitCode) => book.units.find((one) => one.code === code)
  if (unit === whole || unitBy(whole)?.kind === 'street') return true
  const parent = unit === null ? null : unitBy(unit)?.parent
  return parent ? isWithin(parent, whole, book) : false
}
