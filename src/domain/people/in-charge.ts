import type { PersonId, UnitCode } from '../ids.ts'
import type { JointPart } from '../petition/joint/joint-work.ts'
import type { Standing } from '../petition/lifecycle.ts'
import { type Destination, isInHand, type Petition } from '../petition/petition.ts'
import { communityOf, streetOf, type Where } from '../routing/route.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { isAccused, recusing } from './accused.ts'
import { actingFor, atWork } from './at-work.ts'
import { type Actor, rolesAbove, type Staff, type StaffRole } from './roles.ts'

/**
 * The people who receive what is sent to a destination: those named there who are at work, or their deputies; where there
 * is nobody, one level up, and at last who is named though away. Empty only where a street has named nobody.
 */
export function staffAt(to: Destination, book: Rulebook): readonly Staff[] {
  const named = namedAt(to, book)
  const there = atWork(named, book)
  if (there.length > 0) return there
  const up = to.kind === 'street' ? [] : staffAt(levelUp(to, book), book)
  return up.length > 0 ? up : named
}

/** Where it would go if there were nobody: from a grid to its community, from there and from departments to the street. */
function levelUp(to: Destination, book: Rulebook): Destination {
  const community = to.kind === 'grid' ? communityOf(to.code, book) : undefined
  return community
    ? { kind: 'community', code: community.code }
    : { kind: 'street', code: streetOf(book) }
}

/** All desks whose petitions somebody receives at present. */
export const desksReceivedBy = (person: PersonId, book: Rulebook): readonly Destination[] =>
  [
    ...book.units.flatMap(({ kind, code }): Destination[] => {
      if (kind === 'household_group') return []
      return [{ kind: kind === 'village' ? 'community' : kind, code }]
    }),
    ...book.departments.map(({ code }): Destination => ({ kind: 'department', code })),
  ].filter((to) => staffAt(to, book).some(({ id }) => id === person))

function namedAt(to: Destination, book: Rulebook): readonly Staff[] {
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

/** Who holds an office over a petition: those of its community, or of the street; where all are away, the next above. */
export function holders(role: StaffRole, petition: Petition, book: Rulebook): readonly Staff[] {
  const named = namedHolders(role, unitOf(petition, book), book)
  const there = atWork(named, recusing(petition, book))
  if (there.length > 0 || named.length === 0) return there
  const next = ranks[ranks.indexOf(role) + 1]
  const up = next ? holders(next, petition, book) : []
  return up.length > 0 ? up : named
}

const ranks: readonly StaffRole[] = rolesAbove

function namedHolders(role: StaffRole, unit: UnitCode | null, book: Rulebook): readonly Staff[] {
  const all = book.staff.filter((s) => s.role === role)
  if (role !== 'community_manager' && role !== 'community_dispatcher') return all
  const community = communityOf(unit, book)?.code
  const own = all.filter((s) => s.unit === community)
  return own.length > 0 ? own : book.staff.filter((s) => s.role === 'street_dispatcher')
}

/** The unit a petition belongs to: its grid, else that of the group it was said in. */
export const unitOf = (petition: Petition, book: Rulebook): UnitCode | null =>
  petition.grid ?? book.rooms.find(({ id }) => id === petition.reporter.room)?.unit ?? null

/** Where a petition lies, and when it was reported: what the catalogue goes by, also when it is sent anew later. */
export const whereOf = (petition: Petition, book: Rulebook): Where => ({
  grid: petition.grid,
  unit: unitOf(petition, book),
  at: petition.registeredAt,
})

/** What an actor is to a petition; several at once is usual. */
export function standings(by: Actor, petition: Petition, book: Rulebook): ReadonlySet<Standing> {
  if (by.kind === 'clock') return new Set(['clock'])
  const is = new Set<Standing>(['anyone'])
  if (isPetitioner(by.id, petition)) is.add('petitioner')
  if (!by.staff || isAccused(by.id, petition)) return is
  if (isHandler(by.id, petition, book)) is.add('handler')
  if (partsOf(by.id, petition, book).length > 0) is.add('assistant')
  if (dispatchesIn(by.staff, unitOf(petition, book), book)) is.add('dispatcher')
  if (supervises(by.staff, book)) is.add('supervisor')
  return is
}

/** Whether somebody dispatches what lies in a unit, or stands in for who does. */
export const dispatchesIn = (staff: Staff, unit: UnitCode | null, book: Rulebook): boolean =>
  [staff, ...actingFor(staff.id, book)].some(({ id: holder, role }) => {
    if (role === 'street_dispatcher') return true
    const ofCommunity = role === 'community_manager' || role === 'community_dispatcher'
    return ofCommunity && namedHolders(role, unit, book).some(({ id }) => id === holder)
  })

/** Whether somebody supervises the street, or stands in for who does. */
export const supervises = (staff: Staff, book: Rulebook): boolean =>
  [staff, ...actingFor(staff.id, book)].some(
    ({ role }) => role === 'street_supervisor' || role === 'street_leader',
  )

/** The parts that somebody owes or has done, what is still owed first. */
export const partsOf = (
  person: PersonId,
  petition: Petition,
  book: Rulebook,
): readonly JointPart[] =>
  (isInHand(petition) ? (petition.joint?.parts ?? []) : [])
    .filter(({ state, to }) => state !== 'released' && receives(person, to, petition, book))
    .sort((a, b) => Number(b.state === 'open') - Number(a.state === 'open'))

/** Whether they have what is sent there for a petition, never of those it complains of: then who dispatches it has it. */
export function receives(
  person: PersonId,
  to: Destination,
  petition: Petition,
  book: Rulebook,
): boolean {
  if (isAccused(person, petition)) return false
  if (staffAt(to, book).some(({ id }) => id === person)) return true
  const instead = petition.accused ? staffAt(to, recusing(petition, book)) : []
  return isInstead(person, instead, petition, book)
}

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

/** Whether somebody in office has it in hand, dispatches where it is, or supervises. */
export function looksAfter(staff: Staff, petition: Petition, book: Rulebook): boolean {
  const is = standings({ kind: 'person', id: staff.id, staff }, petition, book)
  return is.has('handler') || is.has('dispatcher') || is.has('supervisor')
}

/** In whose hands it is: whoever accepted it, and all who receive what is sent there; never whom it complains of. */
export function isHandler(person: PersonId, petition: Petition, book: Rulebook): boolean {
  if (!('to' in petition) || isAccused(person, petition)) return false
  if (petition.status === 'handling' && petition.handler === person) return true
  return (
    handlesAt(person, petition.to, petition.kind === 'dispute', book) ||
    standsIn(person, petition, book)
  )
}

/** Whether somebody who dispatches there has it because those whose it would be are complained of. */
const standsIn = (person: PersonId, petition: Petition, book: Rulebook): boolean =>
  petition.accused !== undefined && isInstead(person, mediatorsOf(petition, book), petition, book)

const isInstead = (
  person: PersonId,
  instead: readonly Staff[],
  petition: Petition,
  book: Rulebook,
): boolean =>
  instead.some((one) => one.id === person && dispatchesIn(one, unitOf(petition, book), book))

/** Whether what is sent there is in somebody's hands, at work or away. */
export function handlesAt(
  person: PersonId,
  to: Destination,
  isQuarrel: boolean,
  book: Rulebook,
): boolean {
  const everybody = { ...book, away: [] }
  return [...handlersAt(to, isQuarrel, everybody), ...handlersAt(to, isQuarrel, book)].some(
    ({ id }) => id === person,
  )
}

/** All who receive what is sent there; of a quarrel the mediators of the place, too. */
export const mediatorsOf = (petition: Petition, book: Rulebook): readonly Staff[] =>
  'to' in petition
    ? handlersAt(petition.to, petition.kind === 'dispute', recusing(petition, book))
    : []

function handlersAt(to: Destination, isQuarrel: boolean, book: Rulebook): readonly Staff[] {
  const here = staffAt(to, book)
  const mediators = atWork(
    book.staff.filter(
      ({ role, unit, department }) =>
        role === 'mediator' && (to.kind === 'department' ? department : unit) === to.code,
    ),
    book,
  )
  return isQuarrel ? [...new Set([...here, ...mediators])] : here
}

const firstNonEmpty = <T>(first: readonly T[], second: readonly T[]) =>
  first.length > 0 ? first : second
