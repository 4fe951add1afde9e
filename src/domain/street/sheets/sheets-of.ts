import type { HouseholdHead } from '../../heads/household-head.ts'
import type { Staff } from '../../people/roles.ts'
import type { NumberRange } from '../number-range.ts'
import { polygonsOf } from '../outline.ts'
import type { Rulebook } from '../rulebook.ts'
import { policyLines } from './policy-lines.ts'
import { type Cells, type Sheets, separator } from './sheet.ts'

/** A rulebook as tables: what reading them makes again. */
export function sheetsOf(book: Rulebook): Sheets {
  const neighbours = neighboursIn(book)
  return {
    units: book.units.map((unit) => ({
      ...{ code: unit.code, parent: unit.parent ?? '', kind: unit.kind, name: unit.name },
      aliases: joined(unit.aliases),
    })),
    places: book.places.map((place) => ({
      ...{ grid: place.grid, kind: place.kind, name: place.name, aliases: joined(place.aliases) },
      ...{ range: rangesText(place.ranges), suffix: place.suffix },
      ...{ units: countText(place.units), floors: countText(place.floors) },
    })),
    shapes: Object.entries(book.shapes ?? {}).map(([unit, rings]) => ({
      unit,
      outline: JSON.stringify(polygonsOf(rings)),
    })),
    departments: book.departments.map((one) => ({
      ...{ code: one.code, name: one.name, aliases: joined(one.aliases), kind: one.kind },
      scope: one.estate === null ? 'street' : `estate:${one.estate}`,
    })),
    staff: book.staff.filter(({ id }) => !neighbours.has(id)).map(staffLine),
    absences: (book.absences ?? []).map(({ person, from, until, deputy }) => ({
      ...{ person, from, until, deputy: deputy ?? '' },
    })),
    duty: (book.duty ?? []).map(({ on, unit, person }) => ({
      on: typeof on === 'number' ? (weekdays[on] ?? '') : on,
      ...{ unit, person },
    })),
    heads: (book.heads ?? []).map((head) => headLine(head, neighbours.get(head.person))),
    rooms: book.rooms.map(({ id, topic, unit, defaultPlace }) => ({
      ...{ id, topic, unit: unit ?? '', default_place: defaultPlace ?? '' },
    })),
    categories: book.categories.map((category) => ({
      ...{ code: category.code, level1: category.level1, level2: category.level2 },
      ...{ kind: category.kind, lead_handler: category.leadHandler },
      ...{ deadline_policy: category.policy, confidential: category.confidential ? 'yes' : 'no' },
      assist_handlers: joined(category.assistHandlers ?? []),
      counted_only: category.countedOnly ? 'yes' : '',
    })),
    catalogue: (book.catalogue ?? []).map((line) => ({
      ...{ category: line.category, unit: line.unit, lead_handler: line.leadHandler },
      hours: line.hours ? `${line.hours.from}-${line.hours.to}` : '',
      ...{ assist_handlers: joined(line.assistHandlers ?? []), source: line.source },
    })),
    knowledge: book.knowledge.map((entry) => ({
      ...{ id: entry.id, questions: joined(entry.questions), answer: entry.answer },
      ...{ source: entry.source, categories: joined(entry.categories), units: joined(entry.units) },
      valid_until: entry.validUntil ?? '',
    })),
    texts: Object.entries(book.texts ?? {}).map(([key, text]) => ({ key, text })),
    ...policyLines(book.policies),
    calendar: [
      ...book.calendar.holidays.map((day) => ({ day, kind: 'holiday' })),
      ...book.calendar.makeUpDays.map((day) => ({ day, kind: 'make_up' })),
    ].sort((a, b) => (a.day < b.day ? -1 : 1)),
  }
}

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

const joined = (values: readonly string[]): string => values.join(separator)
const countText = (count: number | null): string => (count === null ? '' : String(count))

/** `A1-A6,B` */
const rangesText = (ranges: readonly NumberRange[]): string =>
  ranges
    .map(({ letter, from, to }) =>
      from === null || from === to
        ? `${letter}${from ?? ''}`
        : `${letter}${from}-${letter}${to ?? ''}`,
    )
    .join(',')

const staffLine = ({ accounts, ...person }: Staff): Cells => ({
  ...{ id: person.id, name: person.name, role: person.role, unit: person.unit },
  ...{ department: person.department ?? '', phone: person.phone },
  ...{ wechat_id: accounts.wechat ?? '', lark_id: accounts.lark ?? '' },
})

const headLine = (head: HouseholdHead, neighbour: Staff | undefined): Cells => ({
  ...{ person: head.person, name: neighbour?.name ?? '' },
  ...{ account: neighbour?.accounts.wechat ?? '', unit: head.unit, place: head.place },
  ...{ range: rangesText(head.ranges), entrances: joined(head.entrances) },
  ...{ rooms: rangesText(head.rooms), from: head.from, until: head.until ?? '' },
  confirmed_by: head.confirmedBy,
})

/** Heads who are no staff are named in the table of heads: neighbours, with nothing but an account in their chat. */
function neighboursIn({ staff, heads = [] }: Rulebook): ReadonlyMap<string, Staff> {
  const unitOf = new Map(heads.toReversed().map(({ person, unit }) => [person, unit]))
  const isNeighbour = (one: Staff) =>
    one.role === 'household_head' &&
    one.phone === '' &&
    one.department === null &&
    unitOf.get(one.id) === one.unit &&
    Object.keys(one.accounts).every((channel) => channel === 'wechat')
  return new Map(staff.filter(isNeighbour).map((one) => [one.id, one]))
}
