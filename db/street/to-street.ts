import { type RoomId, tenantId } from '../../src/domain/ids.ts'
import { no, ok, type Result } from '../../src/domain/result.ts'
import type { Policies } from '../../src/domain/street/policy.ts'
import type { Rulebook } from '../../src/domain/street/rulebook.ts'
import type { StreetFault } from '../../src/domain/street/street-fault.ts'
import { checkHeads } from './check-heads.ts'
import { checkKnowledge } from './check-knowledge.ts'
import { checkLinks } from './check-links.ts'
import { checkPlaces, checkScopes } from './check-places.ts'
import { checkAbsences, checkPolicyNames, checkStaff } from './check-staff.ts'
import { checkTexts } from './check-texts.ts'
import { checkKinds, checkUnits } from './check-units.ts'
import { readOutlines } from './outlines.ts'
import { parseRows } from './parse-rows.ts'
import type { readCalendar } from './read-calendar.ts'
import type { Table } from './read-table.ts'
import { type FileName, type Row, tables } from './tables.ts'
import { toBook } from './to-book.ts'
import type { Offices } from './to-policies.ts'

/** Somebody who lives in the street, by the account on the chat platform. */
export interface Resident {
  readonly account: string
  readonly nickname: string
}

/** Who is in which group, and the name used there: for residents often the door, `5-2-301刘`. */
export interface Member {
  readonly room: RoomId
  /** A resident's account, or the WeChat account of a member of staff. */
  readonly account: string
  readonly alias: string
}

export interface Street {
  /** Version 0: what a street that never changed anything goes by. The tenant is the street's own code. */
  readonly book: Rulebook
  readonly residents: readonly Resident[]
  readonly members: readonly Member[]
}

/** A street from its tables, be they files or lines of an upload: all or nothing, with everything that is wrong in any. */
export function toStreet(
  table: Readonly<Record<FileName, Table>>,
  policiesFor: (offices: Offices | null) => Result<Policies, readonly StreetFault[]>,
  calendar: Awaited<ReturnType<typeof readCalendar>>,
): Result<Street, StreetFault[]> {
  const rows = <File extends FileName>(name: File) =>
    parseRows<Row<File>>(table[name], tables[name].row as never, tables[name].unique)
  const parsed = {
    units: rows('org_units.csv'),
    departments: rows('departments.csv'),
    places: rows('places.csv'),
    categories: rows('categories.csv'),
    catalogue: rows('catalogue.csv'),
    rooms: rows('rooms.csv'),
    staff: rows('staff.csv'),
    heads: rows('household_heads.csv'),
    knowledge: rows('knowledge.csv'),
    duty: rows('duty.csv'),
    absences: rows('absences.csv'),
    shapes: rows('grids.geojson'),
    texts: rows('texts.csv'),
    residents: rows('residents.csv'),
    members: rows('members.csv'),
  }
  /** A file that could not be read is not held against those that point at it. */
  const isPeopled = () =>
    [table['staff.csv'], table['departments.csv']].every(({ readable }) => readable) &&
    parsed.staff.faults.length + parsed.departments.faults.length === 0
  const outlines = readOutlines(table['grids.geojson'])
  const policies = policiesFor(isPeopled() ? officesIn(parsed) : null)
  const faults: StreetFault[] = [
    ...Object.values(table).flatMap((t) => t.faults),
    ...Object.values(parsed).flatMap((p) => p.faults),
    ...checkLinks(table),
    ...checkUnits(table['org_units.csv']),
    ...checkKinds(table['org_units.csv'], table['places.csv'], () => {
      return { column: 'grid', kinds: ['grid'], who: '地点' }
    }),
    ...checkStaff(table),
    ...checkHeads(table, parsed.heads.rows),
    ...checkPlaces(table['places.csv']),
    ...checkScopes(table['departments.csv']),
    ...checkKnowledge(table['knowledge.csv']),
    ...checkAbsences(table),
    ...outlines.faults,
    ...checkTexts(table['texts.csv']),
    ...(policies.ok ? checkPolicyNames(table['categories.csv'], policies.value) : policies.problem),
    ...calendar.faults,
  ]
  const street = parsed.units.rows.find(({ kind }) => kind === 'street')
  if (faults.length > 0 || !policies.ok || !street) return no(faults.sort(byFileAndLine))
  return ok({
    book: {
      ...toBook(parsed, policies.value, calendar.calendar, tenantId(street.code)),
      ...(Object.keys(outlines.shapes).length > 0 && { shapes: outlines.shapes }),
      ...(parsed.texts.rows.length > 0 && {
        texts: Object.fromEntries(parsed.texts.rows.map(({ key, text }) => [key, text])),
      }),
    },
    residents: parsed.residents.rows.map(({ id, nickname }) => ({ account: id, nickname })),
    members: parsed.members.rows.map(({ room, person, alias }) => ({
      room,
      account: person,
      alias,
    })),
  })
}

const officesIn = ({
  units,
  staff,
  departments,
}: {
  readonly units: {
    readonly rows: readonly Row<'org_units.csv'>[]
    readonly faults: readonly unknown[]
  }
  readonly staff: { readonly rows: readonly Row<'staff.csv'>[] }
  readonly departments: { readonly rows: readonly Row<'departments.csv'>[] }
}): Offices => ({
  roles: new Set(staff.rows.map(({ role }) => role)),
  departments: new Set(departments.rows.map(({ code }) => code)),
  communities:
    units.rows.length === 0 || units.faults.length > 0
      ? null
      : new Set(
          units.rows.flatMap(({ code, kind }) =>
            kind === 'community' || kind === 'village' ? [code] : [],
          ),
        ),
})

const byFileAndLine = (a: StreetFault, b: StreetFault): number =>
  a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0)
