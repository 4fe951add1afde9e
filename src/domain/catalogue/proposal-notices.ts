import type { AddressedNotice } from '../notices/notice.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { handlerName } from './handler-name.ts'
import type { Proposal } from './proposal.ts'

/** What a proposal says, in the words of its offices. */
export const proposalFacts = (
  { number, category, unit, handler, evidence }: Proposal,
  book: Rulebook,
) => ({
  proposal: number,
  category: book.categories.find(({ code }) => code === category)?.level2 ?? category,
  unit: book.units.find(({ code }) => code === unit)?.name ?? unit,
  handler: handlerName(handler, book),
  numbers: evidence,
})

/** Those who keep the catalogue hear of a proposal. */
export const proposalNotices = (proposal: Proposal, book: Rulebook): AddressedNotice[] =>
  book.staff
    .filter(({ role }) => role === 'street_dispatcher')
    .map(({ id }) => ({
      to: { kind: 'person', person: id },
      notice: { kind: 'catalogueProposed', ...proposalFacts(proposal, book) },
      haste: 'news',
    }))
