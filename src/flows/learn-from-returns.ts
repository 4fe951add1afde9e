import { keyOf, speaksFor, wasSentByHand } from '../domain/catalogue/proposal.ts'
import { proposalNotices } from '../domain/catalogue/proposal-notices.ts'
import type { PetitionEvent } from '../domain/petition/event.ts'
import type { Petition } from '../domain/petition/petition.ts'
import { learningPolicyOf } from '../domain/street/policy.ts'
import { lettersFor } from './letters.ts'
import type { Desk } from './ports.ts'

const dayMs = 24 * 3_600_000
const mostPetitions = 500

/**
 * Where people keep sending returned petitions of one kind elsewhere, the catalogue may be wrong: that is proposed, once,
 * with its petitions, to those who keep it. Nothing changes until one of them says so.
 */
export async function learnFromReturns(
  petition: Petition,
  events: readonly PetitionEvent[],
  desk: Desk,
): Promise<void> {
  if (!events.some(({ kind, by }) => kind === 'transferred' && by !== null)) return
  const book = await desk.rulebooks.current()
  const proposed = speaksFor(petition, book)
  if (!proposed || !('to' in petition)) return
  const { petitions: enough, withinDays } = learningPolicyOf(book.policies)
  const recent = await desk.petitions.list({
    to: petition.to.code,
    registeredSince: new Date(desk.clock().getTime() - withinDays * dayMs),
    limit: mostPetitions,
  })
  const alike = recent.filter((one) => {
    const other = speaksFor(one, book)
    return other !== null && keyOf(other) === keyOf(proposed)
  })
  if (alike.length < enough) return
  const sent = await Promise.all(
    alike.map(async (one) => {
      const timeline = await desk.petitions.timeline(one.id)
      return 'to' in one && wasSentByHand(timeline, one.to) ? [one.number] : []
    }),
  )
  const evidence = sent.flat().sort((a, b) => a - b)
  if (evidence.length < enough) return
  const proposal = await desk.proposals.make({ ...proposed, evidence }, desk.clock())
  const cause = { kind: 'press', key: `proposal/${keyOf(proposal)}` } as const
  const letters = lettersFor(proposalNotices(proposal, book), book, desk)
  await desk.petitions.record(
    [{ cause, outcome: 'proposed', petition: null, events: [], timers: [], letters }],
    desk.clock(),
  )
}
