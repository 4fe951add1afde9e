import type { PersonId } from '../ids.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { Staff } from './roles.ts'

/**
 * Who is there of these people, each once: in place of somebody away their deputy, in that office and with its standing.
 * A deputy who is away, too, is followed by theirs.
 */
export function atWork(staff: readonly Staff[], book: Rulebook): readonly Staff[] {
  if (!book.away?.length) return staff
  const there = staff.flatMap((one) => {
    const deputy = inPlaceOf(one.id, book, [])
    if (!deputy) return []
    const { id, name, phone, accounts } = deputy
    return [{ ...one, id, name, phone, accounts }]
  })
  return [...new Map(there.map((one) => [one.id, one])).values()]
}

/** The offices that somebody fills besides their own: of those away whose deputy they are. */
export const actingFor = (person: PersonId, book: Rulebook): readonly Staff[] =>
  (book.away ?? []).flatMap(({ person: away }) =>
    away !== person && inPlaceOf(away, book, [])?.id === person
      ? book.staff.filter(({ id }) => id === away)
      : [],
  )

function inPlaceOf(person: PersonId, book: Rulebook, before: readonly PersonId[]): Staff | null {
  const absence = book.away?.find((one) => one.person === person)
  if (!absence) return book.staff.find(({ id }) => id === person) ?? null
  const { deputy } = absence
  if (deputy === null || before.includes(deputy)) return null
  return inPlaceOf(deputy, book, [...before, person])
}
