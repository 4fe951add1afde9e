import type { PersonId } from '../../../src/domain/ids.ts'
import type { Erased } from '../../../src/domain/notices/rights-notice.ts'
import type { Forgotten } from '../../../src/flows/ports/retention.ts'
import type { Reveal, SaidOfSelf } from '../../../src/flows/ports/rights.ts'

export interface RightsShelf {
  readonly reveals: Map<string, Reveal>
  readonly said: Map<PersonId, SaidOfSelf>
  readonly erasures: Map<string, Erased>
  /** By day and class. */
  readonly forgotten: Map<string, Forgotten>
}

export const emptyRightsShelf = (): RightsShelf => ({
  reveals: new Map(),
  said: new Map(),
  erasures: new Map(),
  forgotten: new Map(),
})
