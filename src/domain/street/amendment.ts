import type { PersonId } from '../ids.ts'
import type { Change } from './sheets/changes.ts'

/** What somebody changed a rulebook by. */
export type AmendedBy =
  | { readonly kind: 'form' }
  | { readonly kind: 'file'; readonly name: string }
  /** The earlier lines of that version were put back. */
  | { readonly kind: 'undo'; readonly version: number }
  /** A proposal for the catalogue was accepted. */
  | { readonly kind: 'proposal'; readonly number: number }

/** Changes that somebody prepared and looks at: in force only when applied. */
export interface Draft {
  readonly id: string
  readonly person: PersonId
  readonly madeAt: Date
  /** The version they were prepared against. */
  readonly version: number
  readonly by: AmendedBy
  readonly changes: readonly Change[]
}

/** Who changed the rulebook, when, by what; kept for good beside the version that came of it. */
export interface Amendment {
  /** That came of it. */
  readonly version: number
  readonly person: PersonId
  readonly at: Date
  readonly by: AmendedBy
  /** The draft that was applied; null where there was none. */
  readonly draft: string | null
  readonly changes: readonly Change[]
}
