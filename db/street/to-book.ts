import type { Calendar } from '../../src/domain/deadlines/limit.ts'
import type { HouseholdHead } from '../../src/domain/heads/household-head.ts'
import { departmentCode, type TenantId } from '../../src/domain/ids.ts'
import type { Staff } from '../../src/domain/people/roles.ts'
import type { Policies } from '../../src/domain/street/policy.ts'
import type {
  CatalogueLine,
  Category,
  Handler,
  Rulebook,
} from '../../src/domain/street/rulebook.ts'
import type { Row } from './tables.ts'

interface Parsed {
  readonly units: { readonly rows: readonly Row<'org_units.csv'>[] }
  readonly departments: { readonly rows: readonly Row<'departments.csv'>[] }
  readonly places: { readonly rows: readonly Row<'places.csv'>[] }
  readonly categories: { readonly rows: readonly Row<'categories.csv'>[] }
  readonly catalogue: { readonly rows: readonly Row<'catalogue.csv'>[] }
  readonly rooms: { readonly rows: readonly Row<'rooms.csv'>[] }
  readonly staff: { readonly rows: readonly Row<'staff.csv'>[] }
  readonly heads: { readonly rows: readonly Row<'household_heads.csv'>[] }
  readonly knowledge: { readonly rows: readonly Row<'knowledge.csv'>[] }
  readonly duty: { readonly rows: readonly Row<'duty.csv'>[] }
  readonly absences: { readonly rows: readonly Row<'absences.csv'>[] }
}

/** Faultless tables as a rulebook of version 0. */
export const toBook = (
  parsed: Parsed,
  policies: Policies,
  calendar: Calendar,
  tenant: TenantId,
): Rulebook => ({
  tenant,
  version: 0,
  units: parsed.units.rows,
  departments: parsed.departments.rows.map(({ scope, ...department }) => ({
    ...department,
    estate: scope.startsWith('estate:') ? scope.slice('estate:'.length) : null,
  })),
  places: parsed.places.rows.map(({ range, ...place }) => ({ ...place, ranges: range })),
  categories: parsed.categories.rows.map(toCategory),
  ...(parsed.catalogue.rows.length > 0 && { catalogue: parsed.catalogue.rows.map(toLine) }),
  rooms: parsed.rooms.rows.map(({ default_place, ...room }) => ({
    ...room,
    defaultPlace: default_place,
  })),
  staff: [...parsed.staff.rows.map(toStaff), ...neighboursIn(parsed)],
  heads: parsed.heads.rows.map(
    ({ name: _, account: __, range, confirmed_by, ...head }): HouseholdHead => ({
      ...head,
      ranges: range,
      confirmedBy: confirmed_by,
    }),
  ),
  knowledge: parsed.knowledge.rows.map(({ valid_until, ...entry }) => ({
    ...entry,
    validUntil: valid_until,
  })),
  duty: parsed.duty.rows,
  absences: parsed.absences.rows.map((line) => ({
    id: `file/${line.person}/${line.from}/${line.until}/${line.deputy ?? ''}`,
    ...line,
  })),
  policies,
  calendar,
})

function toCategory(row: Row<'categories.csv'>): Category {
  const { lead_handler, deadline_policy, assist_handlers, counted_only, ...category } = row
  return {
    ...category,
    leadHandler: handler(lead_handler),
    policy: deadline_policy,
    ...(assist_handlers.length > 0 && { assistHandlers: assist_handlers.map(handler) }),
    ...(counted_only && { countedOnly: true }),
  }
}

const toLine = (row: Row<'catalogue.csv'>): CatalogueLine => ({
  ...{ category: row.category, unit: row.unit, source: row.source },
  ...(row.hours && { hours: row.hours }),
  leadHandler: handler(row.lead_handler),
  ...(row.assist_handlers.length > 0 && { assistHandlers: row.assist_handlers.map(handler) }),
})

const handler = (said: string): Handler =>
  said === 'GRID' || said === 'COMMUNITY' || said === 'PROPERTY' ? said : departmentCode(said)
/** Heads who are no staff: neighbours, known by the account that they speak by. */
function neighboursIn({ staff, heads }: Parsed): Staff[] {
  const known = new Set(staff.rows.map(({ id }) => id))
  const others = heads.rows.filter(({ person }) => !known.has(person))
  return [...new Map(others.map((head) => [head.person, head])).values()].map((head) => ({
    id: head.person,
    name: head.name,
    role: 'household_head',
    unit: head.unit,
    department: null,
    phone: '',
    accounts: head.account ? { wechat: head.account } : {},
  }))
}

function toStaff({ wechat_id, lark_id, ...person }: Row<'staff.csv'>): Staff {
  return {
    ...person,
    accounts: {
      ...(wechat_id && { wechat: wechat_id }),
      ...(lark_id && { lark: lark_id }),
      ...(person.phone && { sms: person.phone }),
    },
  }
}
