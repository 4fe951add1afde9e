import { carryOut } from '../carry-out.ts'
import type { AddressedNotice } from '../notices/notice.ts'
import { theClock } from '../people/roles.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { OtherWay } from './elsewhere.ts'
import type { PetitionEvent } from './event.ts'
import type { Petition } from './petition.ts'
import { type Registration, register } from './register.ts'

/**
 * What is out of scope gets its number and its record, goes to nobody, and its reporter is told in private where it
 * belongs; a plain sentence has it handled all the same. Null where it may not end so.
 */
export function registerElsewhere(
  of: Registration,
  way: OtherWay,
  at: Date,
  book: Rulebook,
): {
  readonly petition: Petition
  readonly events: readonly PetitionEvent[]
  readonly notices: readonly AddressedNotice[]
} | null {
  const { petition, event } = register({ ...of, placeMissing: true }, at, book)
  if (petition.status !== 'received') return null
  const done = carryOut({ kind: 'redirect', way, reason: '' }, petition, theClock, at, book)
  if (!done.ok) return null
  return {
    petition: { ...done.value.petition, version: petition.version },
    events: [event, done.value.event],
    notices: done.value.notices,
  }
}
