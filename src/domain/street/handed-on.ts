import { type PersonId, personId } from '../ids.ts'
import type { Change } from './sheets/changes.ts'

/** Whose line of the table of people is gone, or bears another name now: who sat there may not be who it names. */
export const handedOn = (changes: readonly Change[]): readonly PersonId[] =>
  changes.flatMap(({ sheet, before, after }) =>
    sheet === 'staff' && before?.id && before.name !== after?.name ? [personId(before.id)] : [],
  )
