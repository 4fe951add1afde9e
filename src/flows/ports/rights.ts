import type { PersonId, PetitionId } from '../../domain/ids.ts'
import type { Erased } from '../../domain/notices/rights-notice.ts'
import type { StaffRole } from '../../domain/people/roles.ts'
import type { Retention } from './retention.ts'

/** Somebody in office learnt who a petitioner is. */
export interface Reveal {
  /** What it followed from: learnt twice for one reason, it is one look. */
  readonly id: string
  readonly petition: PetitionId
  readonly number: number
  /** Whose identity it is. */
  readonly person: PersonId
  readonly by: PersonId
  readonly role: StaffRole
  readonly reason: string
  readonly revealedAt: Date
}

/** What people say of themselves instead of what their platform shows; null: nothing. */
export interface SaidOfSelf {
  readonly name: string | null
  readonly door: string | null
}

/** What is kept of a person beside petitions. */
export interface Holdings {
  /** What was said to us, or near us, and led to nothing so far. */
  readonly chatter: number
  readonly letters: number
  /** The oldest of either; null: there is none. */
  readonly sinceAt: Date | null
}

/** What people may know and want of their own data. */
export interface Rights {
  /** Writes a look down, before anything is told. */
  reveal(reveal: Reveal): Promise<void>
  /** Who learnt who this person is, the latest first. */
  revealsOf(person: PersonId): Promise<Reveal[]>
  holdings(person: PersonId): Promise<Holdings>
  saidOfSelf(person: PersonId): Promise<SaidOfSelf>
  /** null: stays. */
  correctSelf(person: PersonId, said: SaidOfSelf): Promise<void>
  /**
   * Takes away, at once and together, what no petition needs: chatter, names used in groups, codes, what was said of
   * oneself; and marks the person to go with the last of their petitions. `key`: what it followed from; asked again it
   * answers the same and changes nothing.
   */
  erase(person: PersonId, key: string, now: Date): Promise<Erased>
}

/** What all that is about people's own data needs. */
export interface OfRights {
  readonly rights: Rights
  readonly retention: Retention
}
