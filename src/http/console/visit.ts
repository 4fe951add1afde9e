import type { Context } from 'hono'
import type { Look } from '../../domain/console/look.ts'
import type { Staff } from '../../domain/people/roles.ts'
import type { Petition } from '../../domain/petition/petition.ts'
import type { Rulebook } from '../../domain/street/rulebook.ts'
import type { Session } from '../../flows/ports/sessions.ts'
import type { ConsoleDesk } from './console-desk.ts'

/** Somebody in office asks for something of the console: who, and what they find. */
export interface Visit {
  readonly c: Context
  readonly staff: Staff
  readonly session: Session
  readonly desk: ConsoleDesk
  /** In force now. */
  readonly book: Rulebook
  readonly now: Date
  /** Of the style sheet and script. */
  readonly version: string
}

/** The same about one petition, as far as they may see it. */
export interface PetitionVisit extends Visit {
  readonly petition: Petition
  readonly look: Exclude<Look, 'none'>
}
