import { withProposal } from '../domain/catalogue/proposal.ts'
import { proposalFacts } from '../domain/catalogue/proposal-notices.ts'
import type { Situation } from '../domain/conversation/situation.ts'
import type { SaidOfProposal } from '../domain/intake/read-proposal.ts'
import type { Notice } from '../domain/notices/notice.ts'
import type { StaffRole } from '../domain/people/roles.ts'
import type { Desk } from './ports.ts'

/** Who keeps the catalogue, and those above. */
const deciders: readonly StaffRole[] = ['street_dispatcher', 'street_supervisor', 'street_leader']

/**
 * Somebody accepts or refuses a proposal for the catalogue: accepted, it stands in the next version of the rulebook. Said
 * again by the same person, or read again after a kill, it comes to the same.
 */
export async function decideProposal(
  { proposal: number, accepted, reason }: SaidOfProposal,
  { speaker, at }: Pick<Situation, 'speaker' | 'at'>,
  desk: Desk,
): Promise<Notice> {
  const role = speaker.staff?.role
  const known = await desk.proposals.find(number)
  if (!known || !role || !deciders.includes(role))
    return { kind: 'proposalNotDecided', proposal: number, why: known ? 'notYours' : 'unknown' }
  const decision = { accepted, by: speaker.id, reason, decidedAt: at }
  const proposal = await desk.proposals.decide(number, decision)
  const { decision: stands } = proposal
  if (stands?.by !== speaker.id || stands.accepted !== accepted)
    return { kind: 'proposalNotDecided', proposal: number, why: 'decided' }
  const book = accepted
    ? await desk.rulebooks.amend((current) => withProposal(current, proposal), {
        ...{ person: speaker.id, at, draft: null },
        by: { kind: 'proposal', number },
      })
    : await desk.rulebooks.current()
  return { kind: 'proposalDecided', accepted, ...proposalFacts(proposal, book) }
}
