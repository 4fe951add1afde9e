import type { PersonId } from '../ids.ts'

/** A head speaks for a neighbour (代报): whose name goes out only as far as the neighbour agrees. */
export interface Relay {
  readonly head: PersonId
  /** `open`: asked of the head, and not answered yet. */
  readonly consent: 'notNeeded' | 'open' | 'given' | 'withheld'
  /** What the head said of it. */
  readonly said?: string
}
