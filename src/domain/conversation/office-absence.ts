import { dayOf, daysAfter, endOf, momentOf } from '../deadlines/calendar.ts'
import { withoutQuote } from '../intake/quote.ts'
import { readAbsence, readAbsenceDays, type SaidAbsence } from '../intake/read-absence.ts'
import type { Understanding } from '../intake/understanding.ts'
import type { Notice } from '../notices/notice.ts'
import type { Absence } from '../people/absence.ts'
import type { Staff } from '../people/roles.ts'
import { communityOf, isCompany } from '../routing/route.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { Move } from './move.ts'
import type { Situation } from './situation.ts'

/**
 * "我明天到周五请假，工作交给李四": what somebody in office says of their own absence, or a dispatcher of others'; said last, it takes
 * the place of what was said before of the same days. Null when nothing of it is said.
 */
export function officeAbsence(s: Situation, u: Understanding): readonly Move[] | null {
  const { staff } = s.speaker
  if (!staff || s.numbered) return null
  const said = readAbsence(s.words, s.at, u.book) ?? daysAfterAsking(s, u.book)
  if (!said) return null
  if (said.kind === 'unclear') return [says({ kind: 'absenceUnclear', what: said.what })]
  const person = said.person ?? staff
  if (!mayTell(staff, person, u.book)) return [says({ kind: 'absenceUnclear', what: 'notYours' })]
  const { name } = person
  const today = dayOf(s.at)
  const leaves = u.book.leaves?.filter((one) => one.person === person.id) ?? []
  if (said.kind !== 'away') {
    const over = leaves.filter(({ from }) => said.kind === 'cancelled' || from <= today)
    if (over.length === 0) return [says({ kind: 'absenceUnclear', what: 'none' })]
    const ended = over.map((one) => ({ ...one, until: daysAfter(today, -1) }))
    return [keeps(ended, { kind: 'absenceEnded', name })]
  }
  const { from, until, deputy } = said
  if (deputy?.id === person.id) return [says({ kind: 'absenceUnclear', what: 'deputy' })]
  if (deputy && isOfCompany(deputy, u.book) && deputy.department !== person.department)
    return [says({ kind: 'absenceUnclear', what: 'company' })]
  const replaced = leaves
    .filter((one) => one.from <= until && from <= one.until)
    .map((one) => ({ ...one, until: daysAfter(one.from > today ? one.from : from, -1) }))
  const absence = {
    ...{ id: `said/${s.message.id}`, person: person.id },
    ...{ from, until, deputy: deputy?.id ?? null },
  }
  return [
    keeps([...replaced, absence], {
      ...{ kind: 'absenceKept', name, deputy: deputy?.name ?? null },
      ...{ fromAt: momentOf(from, '00:00'), untilAt: endOf(until) },
    }),
  ]
}

const answeredWithinMs = 60 * 60_000

/** We asked from when to when, which the last thing that the speaker said here did not tell. */
function daysAfterAsking(
  { stretch, speaker, message, words, at }: Situation,
  book: Rulebook,
): SaidAbsence | null {
  const asked = stretch.messages.findLast(
    (one) =>
      one.from === speaker.id &&
      one.id !== message.id &&
      at.getTime() - one.at.getTime() <= answeredWithinMs,
  )
  return asked ? readAbsenceDays(withoutQuote(asked.text).own, words, at, book) : null
}

/** Complaints are often about a company: its people stand in for nobody of the street, who reads them all. */
const isOfCompany = ({ department }: Staff, book: Rulebook): boolean =>
  department !== null && isCompany({ kind: 'department', code: department }, book)

/** Their own; the community's dispatchers of its people, those of the street of everybody. */
function mayTell(by: Staff, of: Staff, book: Rulebook): boolean {
  if (by.id === of.id) return true
  switch (by.role) {
    case 'street_dispatcher':
    case 'street_supervisor':
    case 'street_leader':
      return true
    case 'community_dispatcher':
    case 'community_manager':
      return of.department === null && communityOf(of.unit, book)?.code === by.unit
    default:
      return false
  }
}

const says = (notice: Notice): Move => ({ kind: 'say', notice, outcome: notice.kind })

const keeps = (absences: readonly Absence[], notice: Notice): Move => ({
  ...{ kind: 'absence', absences, notice, outcome: notice.kind },
})
