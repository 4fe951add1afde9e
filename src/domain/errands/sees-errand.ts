import { handlesAt } from '../people/in-charge.ts'
import type { Staff } from '../people/roles.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { Errand } from './errand.ts'

/** Whether somebody in office may read an errand: a head their own, who takes over in its grid, and who asked for it. */
export const seesErrand = (errand: Errand, { id }: Staff, book: Rulebook): boolean =>
  [errand.head, errand.doneBy, errand.asker].includes(id) || handlesAt(id, errand.desk, false, book)
