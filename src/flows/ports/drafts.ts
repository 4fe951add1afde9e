import type { PersonId } from '../../domain/ids.ts'
import type { Draft } from '../../domain/street/amendment.ts'

/** Changes to the rulebook that somebody prepared: they outlive a restart between the look and the button. */
export interface Drafts {
  keep(draft: Omit<Draft, 'id'>): Promise<Draft>
  /** Only to who made it. */
  find(id: string, person: PersonId): Promise<Draft | undefined>
  /** Takes away those that were made before; answers how many. */
  forget(before: Date): Promise<number>
}
