import { dayOf } from '../deadlines/calendar.ts'
import type { Day } from '../deadlines/limit.ts'
import type { PersonId, UnitCode } from '../ids.ts'
import type { Place } from '../intake/place.ts'
import type { Petition } from '../petition/petition.ts'
import type { NumberRange, Rulebook } from '../street/rulebook.ts'

/** Whose head (户长) somebody is, and for how long: one line of `household_heads.csv`. A volunteer, with no powers. */
export interface HouseholdHead {
  readonly person: PersonId
  /** The household group or grid that the households lie in. */
  readonly unit: UnitCode
  readonly place: string
  /** Buildings or village groups; empty: the whole place. */
  readonly ranges: readonly NumberRange[]
  /** Entrances (单元); empty: all of them. */
  readonly entrances: readonly string[]
  /** Flats, or house numbers in a village; empty: all of them. */
  readonly rooms: readonly NumberRange[]
  readonly from: Day
  /** The last day of the term; null: until somebody else is chosen. */
  readonly until: Day | null
  /** The community that confirmed the choice: its office looks after the heads. */
  readonly confirmedBy: UnitCode
}

/** Rulebooks that were kept before there were heads have none. */
export const headsIn = ({ heads }: Rulebook): readonly HouseholdHead[] => heads ?? []

export const inTerm = ({ from, until }: HouseholdHead, at: Date): boolean =>
  from <= dayOf(at) && (until === null || dayOf(at) <= until)

/** What somebody is head of at a moment; empty for everybody else. */
export const headships = (person: PersonId, at: Date, book: Rulebook): readonly HouseholdHead[] =>
  headsIn(book).filter((head) => head.person === person && inTerm(head, at))

/**
 * The head of the households that a petition is about, at a moment: the one whose part is smallest. Null where there is
 * none, or the place is not known so far down that it could only be theirs.
 */
export function headOf(petition: Petition, at: Date, book: Rulebook): HouseholdHead | null {
  const place = withReportersDoor(petition)
  const fitting = headsIn(book).filter((head) => inTerm(head, at) && covers(head, place))
  return fitting.sort((a, b) => narrowness(b) - narrowness(a))[0] ?? null
}

export function covers({ place, ranges, entrances, rooms }: HouseholdHead, where: Place): boolean {
  if (where.name !== place) return false
  if (ranges.length > 0 && !within(where.building ?? where.group ?? where.number, ranges))
    return false
  if (entrances.length > 0 && (where.unit === null || !entrances.includes(where.unit))) return false
  const door = where.room ?? (where.group === null ? null : where.number)
  return rooms.length === 0 || door === null || within(door, rooms)
}

const narrowness = ({ ranges, entrances, rooms }: HouseholdHead) =>
  Number(ranges.length > 0) + Number(entrances.length > 0) + Number(rooms.length > 0)

function within(said: string | null, ranges: readonly NumberRange[]): boolean {
  const [, letter = '', digits = ''] = /^([A-Z]?)(\d*)$/.exec(said ?? '') ?? []
  if (said === null || letter + digits === '') return false
  return ranges.some(
    (range) =>
      range.letter === letter &&
      (range.from === null || (digits !== '' && range.from <= Number(digits))) &&
      (range.to === null || (digits !== '' && Number(digits) <= range.to)),
  )
}

/** What is said of a building only is, in a private home, the reporter's own entrance and flat. */
function withReportersDoor({ place, reporter }: Petition): Place {
  const [, building, unit, room] = /\/([A-Z]?\d+)-(\d+)-(\d+)$/.exec(reporter.household) ?? []
  if (place.unit !== null || place.building === null || place.building !== building) return place
  return { ...place, unit: unit ?? null, room: place.room ?? room ?? null }
}
