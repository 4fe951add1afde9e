import type { Staff } from '../people/roles.ts'
import type { Petition } from '../petition/petition.ts'
import { mayLearnIdentity, type NotToLearn } from '../rights/may-learn.ts'
import type { Rulebook } from '../street/rulebook.ts'

/** Why somebody in office may not learn who reported a petition, whatever reason they give; null: for a reason they may. */
export function notToLearn(staff: Staff, petition: Petition, book: Rulebook): NotToLearn | null {
  const may = mayLearnIdentity(staff, '…'.repeat(10), petition, book)
  return may.ok ? null : may.problem
}
