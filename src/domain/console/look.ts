import { isWithin } from '../numbers/scope.ts'
import { isAccused } from '../people/accused.ts'
import { standings, unitOf } from '../people/in-charge.ts'
import type { Staff } from '../people/roles.ts'
import type { Standing } from '../petition/lifecycle.ts'
import type { Petition } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { isAskedToLook } from './own-view.ts'

/**
 * How much of a petition somebody in office sees: `full` what is needed to handle it or to stand above; `outline` where it
 * went and by when, and no words; `none` as if it did not exist.
 */
export type Look = 'full' | 'outline' | 'none'

const concerned: readonly Standing[] = [
  ...(['handler', 'assistant', 'dispatcher', 'supervisor', 'petitioner'] as const),
]

/**
 * Those see a petition who handle it, owe a part of it, dispatch there, supervise the street, or reported or joined it. A
 * grid worker sees of the others in the grid that they are there, unless they are confidential; who is asked to look whether
 * something is fixed, that it is there until they have said it. Of whom it complains, sees nothing.
 */
export function lookOf(petition: Petition, staff: Staff, book: Rulebook): Look {
  const is = standings({ kind: 'person', id: staff.id, staff }, petition, book)
  if (concerned.some((one) => is.has(one))) return 'full'
  if (isAccused(staff.id, petition)) return 'none'
  const isNear = staff.role === 'grid_worker' && isWithin(unitOf(petition, book), staff.unit, book)
  const knows = isNear || isAskedToLook(petition, staff.id)
  return knows && !petition.confidential ? 'outline' : 'none'
}
