import { policyOf } from '../petition/dispatch.ts'
import type { Petition } from '../petition/petition.ts'
import { extensionOf } from '../street/policy.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { holders, isHandler } from './in-charge.ts'
import { type Actor, rolesAbove, type Staff, type StaffRole } from './roles.ts'

const ranks: readonly StaffRole[] = rolesAbove

/** Whether somebody may give or refuse more time: of the office that the policy names or higher, and not in their own cause. */
export const mayDecideExtension = (by: Actor, petition: Petition, book: Rulebook): boolean =>
  by.kind === 'person' && deciders(petition, book).some(({ id }) => id === by.id)

/** The lowest office that may decide and is not a party: they are asked for it. */
export function askedToDecide(petition: Petition, book: Rulebook): readonly Staff[] {
  const all = deciders(petition, book)
  const lowest = Math.min(...all.map(({ role }) => ranks.indexOf(role)))
  return all.filter(({ role }) => ranks.indexOf(role) === lowest)
}

/** The next office above those who are asked; empty where they are the highest. */
export function nextToDecide(petition: Petition, book: Rulebook): readonly Staff[] {
  const asked = askedToDecide(petition, book)
  const from = Math.max(...asked.map(({ role }) => ranks.indexOf(role)))
  const higher = deciders(petition, book).filter(({ role }) => ranks.indexOf(role) > from)
  const next = Math.min(...higher.map(({ role }) => ranks.indexOf(role)))
  return higher.filter(({ role }) => ranks.indexOf(role) === next)
}

function deciders(petition: Petition, book: Rulebook): readonly Staff[] {
  const from = ranks.indexOf(extensionOf(policyOf(petition, book)).approvedBy)
  const asked = 'extensionAsked' in petition ? petition.extensionAsked?.by : null
  return rolesAbove
    .slice(Math.max(0, from))
    .flatMap((role) => holders(role, petition, book).filter((staff) => staff.role === role))
    .filter(({ id }) => id !== asked && !isHandler(id, petition, book))
}
