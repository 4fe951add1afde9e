import type { Day } from '../deadlines/limit.ts'
import type { UnitCode } from '../ids.ts'
import { streetOf } from '../routing/route.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { atWork } from './at-work.ts'
import type { Staff } from './roles.ts'

/** Units that have a roster, the street always. */
export const unitsOnDuty = (book: Rulebook): UnitCode[] => [
  ...new Set([streetOf(book), ...(book.duty ?? []).map(({ unit }) => unit)]),
]

/**
 * Who is leader on duty in a unit on a day (值班领导): a line for the very day goes before those for its weekday; where the
 * roster says nothing, the leaders of the street, or the manager of the community.
 */
export function onDuty(unit: UnitCode, day: Day, book: Rulebook): readonly Staff[] {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const lines = (book.duty ?? []).filter((line) => line.unit === unit)
  const named = [day, weekday].flatMap((on) => {
    const people = new Set(lines.filter((line) => line.on === on).map(({ person }) => person))
    const found = atWork(
      book.staff.filter(({ id }) => people.has(id)),
      book,
    )
    return found.length > 0 ? [found] : []
  })
  const usual = unit === streetOf(book) ? 'street_leader' : 'community_manager'
  const leaders = book.staff.filter((one) => one.unit === unit && one.role === usual)
  return named[0] ?? atWork(leaders, book)
}
