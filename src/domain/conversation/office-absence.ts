import { dayOf, daysAfter, endOf, momentOf } from '../deadlines/calendar.ts'
import { readAbsence } from '../intake/read-absence.ts'
import type { Understanding } from '../intake/understanding.ts'
import type { Notice } from '../notices/notice.ts'
import type { Staff } from '../people/roles.ts'
import { communityOf } from '../routing/route.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { Move } from './move.ts'
import type { Situation } from './situation.ts'

/**
 * "我明天到周五请假，工作交给李四": what somebody in office says of their own absence, or a dispatcher of others'. In private only,
 * for it is nobody else's matter. Null when nothing of it is said.
 */
export function officeAbsence(s: Situation, u: Understanding): readonly Move[] | null {
  const { staff } = s.speaker
  if (!staff || s.room || s.numbered) return null
  const said = readAbsence(s.words, s.at, u.book)
  if (!said) return null
  if (said.kind === 'unclear') return [says({ kind: 'absenceUnclear', what: said.what })]
  const person = said.person ?? staff
  if (!mayTell(staff, person, u.book)) return [says({ kind: 'absenceUnclear', what: 'notYours' })]
  const { name } = person
  const today = dayOf(s.at)
  if (said.kind === 'back') {
    const absence = u.book.away?.find((one) => one.person === person.id)
    if (!absence) return [says({ kind: 'absenceUnclear', what: 'none' })]
    const ended = { ...absence, until: daysAfter(today, -1) }
    return [keeps(ended, { kind: 'absenceEnded', name })]
  }
  const { from, until, deputy } = said
  if (deputy?.id === person.id) return [says({ kind: 'absenceUnclear', what: 'deputy' })]
  const absence = {
    ...{ id: `said/${s.message.id}`, person: person.id },
    ...{ from, until, deputy: deputy?.id ?? null },
  }
  return [
    keeps(absence, {
      ...{ kind: 'absenceKept', name, deputy: deputy?.name ?? null },
      ...{ fromAt: momentOf(from, '00:00'), untilAt: endOf(until) },
    }),
  ]
}

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

const keeps = (absence: Extract<Move, { kind: 'absence' }>['absence'], notice: Notice): Move => ({
  ...{ kind: 'absence', absence, notice, outcome: notice.kind },
})
