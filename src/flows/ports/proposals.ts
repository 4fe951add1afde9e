import type { Decision, Proposal, Proposed } from '../../domain/catalogue/proposal.ts'

/** What was proposed for the catalogue, each once, and what people decided. */
export interface Proposals {
  /** Gives a number to what was never proposed before; else answers what is kept, as it was kept. */
  make(proposed: Proposed, now: Date): Promise<Proposal>
  find(number: number): Promise<Proposal | undefined>
  /** The first decision stays; answers the proposal as it stands. Throws for a number that was never given. */
  decide(number: number, decision: Decision): Promise<Proposal>
}
