import { dayOf } from '../deadlines/calendar.ts'
import type { PersonId } from '../ids.ts'
import type { Place } from '../intake/place.ts'
import type { Petition } from '../petition/petition.ts'
import type { NumberRange } from '../street/number-range.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { HouseholdHead } from './household-head.ts'

/** Rulebooks that were kept before there were heads have none. */
export const headsIn = ({ heads }: Rulebook): readonly HouseholdHead[] => heads ?? []

const inTerm = ({ from, until }: HouseholdHead, at: Date): boolean =>
  from <= dayOf(at) && (until === null || dayOf(at) <= until)

/** What somebody is head of at a moment; empty for everybody else. */
export const headships = (person: PersonId, at: Date, book: Rulebook): readonly HouseholdHead[] =>
  headsIn(book).filter((head) => head.person === person && inTerm(head, at))

/**
 * The head of the households that a petition is about, at a moment: the one whose part is smallest. Null where there is
 * none, or the place is not known so far down that it could only be theirs.
 */
export function headOf(petition: Petition, at: Date, book: Rulebook): HouseholdHead | null {
  return headAt(withReportersDoor(petition), at, book)
}

/** The head of the households of a place, like `headOf`. */
export function headAt(place: Place, at: Date, book: Rulebook): HouseholdHead | null {
  const fitting = headsIn(book).filter((head) => inTerm(head, at) && covers(head, place))
  return fitting.sort((a, b) => narrowness(b) - narrowness(a))[0] ?? null
}

function covers({ place, ranges, entrances, rooms }: HouseholdHead, where: Place): boolean {
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
