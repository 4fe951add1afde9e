import { keyOf, type Proposal } from '../../../src/domain/catalogue/proposal.ts'
import type { Proposals } from '../../../src/flows/ports/proposals.ts'
import { kept, type Shelf } from './shelf.ts'

export const memoryProposals = ({ proposals }: Shelf): Proposals => {
  const find = (number: number) => [...proposals.values()].find((one) => one.number === number)
  return {
    find: async (number) => find(number),
    async make(proposed, now) {
      const known = proposals.get(keyOf(proposed))
      if (known) return known
      const made = { ...proposed, number: proposals.size + 1, madeAt: now, decision: null }
      const proposal: Proposal = kept(made)
      proposals.set(keyOf(proposal), proposal)
      return proposal
    },
    async decide(number, decision) {
      const known = find(number)
      if (!known) throw new RangeError(`no proposal ${number}`)
      const decided: Proposal = kept({ ...known, decision: known.decision ?? decision })
      proposals.set(keyOf(decided), decided)
      return decided
    },
  }
}
