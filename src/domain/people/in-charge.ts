import type { PersonId, UnitCode } from '../ids.ts'
import type { JointPart } from '../petition/joint/joint-work.ts'
import type { Standing } from '../petition/lifecycle.ts'
import { type Destination, isInHand, type Petition } from '../petition/petition.ts'
import { communityOf } from '../routing/route.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { Actor, Staff, StaffRole } from './roles.ts'

/** The people who receive what is sent to a destination. Empty only where a street has named nobody. */
export function staffAt(to: Destination, book: Rulebook): readonly Staff[] {
  const having = (role: StaffRole) =>
    book.staff.filter(
      (s) => s.role === role && (to.kind === 'department' ? s.department : s.unit) === to.code,
    )
  switch (to.kind) {
    case 'grid':
      return having('grid_worker')
    case 'department':
      return firstNonEmpty(having('department_officer'), having('mediator'))
    case 'community':
      return firstNonEmpty(having('community_dispatcher'), having('community_manager'))
    case 'street':
      return having('street_dispatcher')
  }
}

/** Who holds an office over a petition: those of its community, or of the street. */
export function holders(role: StaffRole, petition: Petition, book: Rulebook): readonly Staff[] {
  const all = book.staff.filter((s) => s.role === role)
  if (role !== 'community_manager' && role !== 'community_dispatcher') return all
  const community = communityOf(unitOf(petition, book), book)?.code
  const own = all.filter((s) => s.unit === community)
  return own.length > 0 ? own : book.staff.filter((s) => s.role === 'street_dispatcher')
}

/** The unit a petition belongs to: its grid, else that of the group it was said in. */
export const unitOf = (petition: Petition, book: Rulebook): UnitCode | null =>
  petition.grid ?? book.rooms.find(({ id }) => id === petition.reporter.room)?.unit ?? null

/** What an actor is to a petition; several at once is usual. */
export function standings(by: Actor, petition: Petition, book: Rulebook): ReadonlySet<Standing> {
  if (by.kind === 'clock') return new Set(['clock'])
  const is = new Set<Standing>(['anyone'])
  if (isPetitioner(by.id, petition)) is.add('petitioner')
  if (!by.staff) return is
  if (isHandler(by.id, petition, book)) is.add('handler')
  if (partsOf(by.id, petition, book).length > 0) is.add('assistant')
  const { role } = by.staff
  const dispatches = role === 'community_manager' || role === 'community_dispatcher'
  if (role === 'street_dispatcher') is.add('dispatcher')
  else if (dispatches && holders(role, petition, book).some(({ id }) => id === by.id))
    is.add('dispatcher')
  if (role === 'street_supervisor' || role === 'street_leader') is.add('supervisor')
  return is
}

/** The parts that somebody owes or has done, what is still owed first. */
export const partsOf = (
  person: PersonId,
  petition: Petition,
  book: Rulebook,
): readonly JointPart[] =>
  (isInHand(petition) ? (petition.joint?.parts ?? []) : [])
    .filter(
      ({ state, to }) => state !== 'released' && staffAt(to, book).some(({ id }) => id === person),
    )
    .sort((a, b) => Number(b.state === 'open') - Number(a.state === 'open'))

/** The part of which somebody speaks who has no other office over the petition; null for all others. */
export function assistedPart(
  by: Actor,
  is: ReadonlySet<Standing>,
  petition: Petition,
  book: Rulebook,
): JointPart | null {
  const isMore = is.has('handler') || is.has('dispatcher') || is.has('supervisor')
  return by.kind === 'person' && !isMore ? (partsOf(by.id, petition, book)[0] ?? null) : null
}

const isPetitioner = (person: PersonId, petition: Petition): boolean =>
  petition.reporter.person === person || petition.supporters.some((s) => s.person === person)

/** In whose hands it is: whoever accepted it, and all who receive what is sent there. */
export function isHandler(person: PersonId, petition: Petition, book: Rulebook): boolean {
  if (!('to' in petition)) return false
  if (petition.status === 'handling' && petition.handler === person) return true
  return mediatorsOf(petition, book).some(({ id }) => id === person)
}

/** All who receive what is sent there; of a quarrel the mediators of the place, too. */
export function mediatorsOf(petition: Petition, book: Rulebook): readonly Staff[] {
  if (!('to' in petition)) return []
  const { to, kind } = petition
  const here = staffAt(to, book)
  const mediators = book.staff.filter(
    ({ role, unit, department }) =>
      role === 'mediator' && (to.kind === 'department' ? department : unit) === to.code,
  )
  return kind === 'dispute' ? [...new Set([...here, ...mediators])] : here
}

const firstNonEmpty = <T>(first: readonly T[], second: readonly T[]) =>
  first.length > 0 ? first : second
