import type { CategoryCode, PersonId } from '../../domain/ids.ts'
import type { Near } from '../../domain/intake/same-matter.ts'
import type { Petition, Status } from '../../domain/petition/petition.ts'

/** Which petitions are listed; what is absent does not narrow. */
export interface PetitionFilter {
  readonly statuses?: readonly Status[]
  readonly person?: PersonId
  /** Exact unit of `grid`, or destination code of `to`. */
  readonly grid?: string
  readonly to?: string
  /** Destination codes, any of which owes an open part of the joint work of it. */
  readonly owedBy?: readonly string[]
  readonly registeredSince?: Date
  readonly categories?: readonly CategoryCode[]
  readonly near?: Near
  /** Due to be resolved before. */
  readonly dueBefore?: Date
  /** Of which something waits for a decision: see `waitsForDecision`. */
  readonly undecided?: true
  /** Of which this person was asked whether it is fixed, null: anybody, and has not said it: see `isAskedToLook`. */
  readonly looksAt?: PersonId | null
  /** Only those that come after it in the list. */
  readonly after?: Pick<Petition, 'registeredAt' | 'number'>
  /** The id of one of its messages begins so. */
  readonly messagesBegin?: string
  readonly limit?: number
}
