import { mayEnter } from '../domain/console/areas.ts'
import type { PersonId } from '../domain/ids.ts'
import { staffRoles } from '../domain/people/roles.ts'
import { no, ok, type Result } from '../domain/result.ts'
import type { AmendedBy, Amendment, Draft } from '../domain/street/amendment.ts'
import { handedOn } from '../domain/street/handed-on.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import {
  type Change,
  changesBetween,
  withChanges,
  withoutChanges,
} from '../domain/street/sheets/changes.ts'
import { type PlacedSheets, placed, type Sheets } from '../domain/street/sheets/sheet.ts'
import { sheetsOf } from '../domain/street/sheets/sheets-of.ts'
import type { StreetFault } from '../domain/street/street-fault.ts'
import { type AccessDesk, endAccess } from './end-access.ts'
import type { Drafts } from './ports/drafts.ts'
import type { StreetTables } from './ports/street-tables.ts'
import type { Desk } from './ports.ts'

export type AmendingDesk = Pick<Desk, 'rulebooks' | 'clock'> & {
  readonly drafts: Drafts
  readonly streetTables: StreetTables
}

/** Why changes are not prepared or applied. */
export type NotAmended =
  | { readonly kind: 'faulty'; readonly faults: readonly StreetFault[] }
  /** They are about lines that have changed since. */
  | { readonly kind: 'stale' }

interface Who {
  readonly person: PersonId
  readonly by: AmendedBy
}

/**
 * Prepares what these tables change in the rulebook in force, those that are not given staying as they are: a draft, or null
 * where nothing changes. Nothing is in force before `applyDraft`.
 */
export async function prepareTables(
  tables: Partial<PlacedSheets>,
  who: Who,
  desk: AmendingDesk,
): Promise<Result<Draft | null, NotAmended>> {
  const current = await desk.rulebooks.current()
  return prepared({ ...placed(sheetsOf(current)), ...tables }, current, who, desk)
}

/** Lines of a version that was to be undone, and that were changed again since. */
export interface Overtaken {
  readonly kind: 'overtaken'
  readonly changes: readonly Change[]
}

/** Prepares the earlier state of what a version changed to be put back; what was changed beside it since stays. */
export async function prepareUndo(
  { version, changes }: Amendment,
  person: PersonId,
  desk: AmendingDesk,
): Promise<Result<Draft | null, NotAmended | Overtaken>> {
  const current = await desk.rulebooks.current()
  const sheets = withoutChanges(sheetsOf(current), changes)
  if (!sheets.ok) return no({ kind: 'overtaken', changes: sheets.problem })
  return prepared(placed(sheets.value), current, { person, by: { kind: 'undo', version } }, desk)
}

async function prepared(
  tables: PlacedSheets,
  current: Rulebook,
  { person, by }: Who,
  { streetTables, drafts, clock }: AmendingDesk,
): Promise<Result<Draft | null, NotAmended>> {
  const read = judged(tables, streetTables)
  if (!read.ok) return no({ kind: 'faulty', faults: read.problem })
  const changes = changesBetween(sheetsOf(current), sheetsOf(read.value))
  if (changes.length === 0) return ok(null)
  const { version } = current
  return ok(await drafts.keep({ person, by, madeAt: clock(), version, changes }))
}

/**
 * Puts a draft in force, through the same checks once more. Refuses a draft that was prepared against an older version.
 * Applied twice, it answers the same. Who loses their line, or whose line bears another name now, is signed out
 * everywhere, with all programs in their name (`endAccess`); not who applies it. That happens before and after: whoever is
 * killed in between leaves nobody at another's desk.
 */
export async function applyDraft(
  draft: Draft,
  desk: AmendingDesk & AccessDesk,
): Promise<Result<Amendment, NotAmended>> {
  const { rulebooks, streetTables, clock } = desk
  const end = async (changes: readonly Change[]) => {
    for (const person of handedOn(changes))
      if (person !== draft.person) await endAccess(person, desk)
  }
  if ((await rulebooks.current()).version === draft.version) await end(draft.changes)
  let why: NotAmended = { kind: 'stale' }
  await rulebooks.amend(
    (current) => {
      const sheets = current.version === draft.version && changed(current, draft)
      if (!sheets) return current
      const read = judged(placed(sheets), streetTables)
      if (read.ok) return replacing(current, read.value)
      why = { kind: 'faulty', faults: read.problem }
      return current
    },
    { person: draft.person, at: clock(), by: draft.by, draft: draft.id },
  )
  const amendment = await rulebooks.amendment({ draft: draft.id })
  await end(amendment?.changes ?? [])
  return amendment ? ok(amendment) : no(why)
}

const changed = (current: Rulebook, { changes }: Draft): Sheets | undefined =>
  withChanges(sheetsOf(current), changes)

/** What the tables say of everything they are about; what they know nothing of stays. */
const replacing = (
  { catalogue: _, shapes: __, texts: ___, ...current }: Rulebook,
  read: Rulebook,
): Rulebook => ({
  ...current,
  ...read,
  tenant: current.tenant,
  version: current.version,
})

function judged(tables: PlacedSheets, street: StreetTables): Result<Rulebook, StreetFault[]> {
  const isKept = tables.staff.some(({ cells }) =>
    staffRoles.some((role) => role === cells.role && mayEnter(role, 'settings')),
  )
  const read = street.read(tables)
  if (isKept) return read
  const message = '至少要留一位街道调度员，不然没有人能再改设置'
  const locked: StreetFault = { file: 'staff.csv', line: null, column: 'role', message }
  return no([locked, ...(read.ok ? [] : read.problem)])
}
