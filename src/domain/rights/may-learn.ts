import { isHandler, standings } from '../people/in-charge.ts'
import type { Staff, StaffRole } from '../people/roles.ts'
import { isInHand, type Petition } from '../petition/petition.ts'
import { no, ok, type Result } from '../result.ts'
import { isCompany } from '../routing/route.ts'
import type { Rulebook } from '../street/rulebook.ts'

export type NotToLearn = 'notYours' | 'confidential' | 'company' | 'reasonMissing' | 'over'

/** Fewer characters say nothing that could be held against who looked. */
const shortestReason = 4

const ofCommunity: readonly StaffRole[] = ['community_dispatcher', 'community_manager']

/**
 * Whether somebody in office may learn who reported a petition, for a reason that is written down.
 *
 * Dispatchers of its community and the street may, and who handles it while it is in hand. Refuses with `confidential`
 * those who handle what is to stay secret, and everybody of the community where the community handles it itself, or where
 * it is a complaint: it may be of a colleague of theirs; with
 * `company` who is no office: giving them a name needs the petitioner's own consent (PIPL Art. 23); with `over` when what
 * said who it was is gone, or it belongs before the discipline inspection.
 */
export function mayLearnIdentity(
  staff: Staff,
  reason: string,
  petition: Petition,
  book: Rulebook,
): Result<null, NotToLearn> {
  const isGone = petition.forgottenAt !== undefined
  const isDiscipline = petition.status === 'withdrawn' && petition.redirectedTo === 'discipline'
  const is = standings({ kind: 'person', id: staff.id, staff }, petition, book)
  const handles = isHandler(staff.id, petition, book)
  if (!is.has('dispatcher') && !is.has('supervisor') && !handles) return no('notYours')
  if (isGone || isDiscipline) return no('over')
  if (petition.confidential && (handles || staff.role === 'household_head'))
    return no('confidential')
  if (petition.confidential && petition.kind === 'complaint' && ofCommunity.includes(staff.role))
    return no('confidential')
  if (handles && 'to' in petition && isCompany(petition.to, book)) return no('company')
  if (handles && !is.has('dispatcher') && !isInHand(petition)) return no('over')
  if ([...reason.trim()].length < shortestReason) return no('reasonMissing')
  return ok(null)
}
