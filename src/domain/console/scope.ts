import type { PersonId, RoomId, UnitCode } from '../ids.ts'
import { isWithin } from '../numbers/scope.ts'
import { isAccused } from '../people/accused.ts'
import { dispatchesIn, handlesAt, staffAt, supervises } from '../people/in-charge.ts'
import type { Staff } from '../people/roles.ts'
import { type Destination, isInHand, type Petition, petitioners } from '../petition/petition.ts'
import { streetOf } from '../routing/route.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { Look } from './look.ts'
import { isAskedToLook } from './own-view.ts'

/** A part of the street: its units, and the groups bound to them for what has no grid. */
export interface Part {
  readonly units: readonly UnitCode[]
  readonly rooms: readonly RoomId[]
}

/** A desk as one word: `grid/QS-XF-02`. */
export type DeskKey = `${Destination['kind']}/${string}`
export const deskKey = ({ kind, code }: Destination): DeskKey => `${kind}/${code}`

/**
 * What `lookOf` answers for everything, written down as lists that a database can look for. `everywhere`: also what is of
 * no known unit.
 */
export interface Scope {
  readonly person: PersonId
  /** Everything that lies there is seen in full. */
  readonly full: Part | 'everywhere'
  /** All that was sent there is theirs, of quarrels also what was sent to `quarrelDesks`. */
  readonly desks: readonly DeskKey[]
  readonly quarrelDesks: readonly DeskKey[]
  /** Whose parts they owe. */
  readonly partDesks: readonly DeskKey[]
  /** That it is there is seen unless it is confidential. */
  readonly outline: Part | 'everywhere'
  /** What their office is for. */
  readonly own: Part | 'everywhere'
}

/** The scope of somebody in office, of today's people and places. */
export function scopeOf(staff: Staff, book: Rulebook): Scope {
  const keysWhere = (isTheirs: (to: Destination) => boolean) =>
    desksOf(staff, book).filter(isTheirs).map(deskKey)
  const own = within(staff.unit, book)
  return {
    person: staff.id,
    full:
      dispatchesIn(staff, null, book) || supervises(staff, book)
        ? 'everywhere'
        : partOf((unit) => dispatchesIn(staff, unit, book), book),
    desks: keysWhere((to) => handlesAt(staff.id, to, false, book)),
    quarrelDesks: keysWhere((to) => handlesAt(staff.id, to, true, book)),
    partDesks: keysWhere((to) => staffAt(to, book).some(({ id }) => id === staff.id)),
    outline: staff.role === 'grid_worker' ? own : { units: [], rooms: [] },
    own,
  }
}

const within = (whole: UnitCode, book: Rulebook): Part | 'everywhere' =>
  whole === streetOf(book)
    ? 'everywhere'
    : partOf((unit) => isWithin(unit, whole, book), book, whole)

function partOf(holds: (unit: UnitCode) => boolean, book: Rulebook, own?: UnitCode): Part {
  const known = new Set([...book.units.map(({ code }) => code), ...(own ? [own] : [])])
  const units = [...known].filter(holds)
  const rooms = book.rooms.filter(({ unit }) => unit !== null && units.includes(unit))
  return { units, rooms: rooms.map(({ id }) => id) }
}

/** All desks there are, and those that only this office names. */
const desksOf = ({ unit, department }: Staff, book: Rulebook): readonly Destination[] => [
  ...[...new Set([...book.units.map(({ code }) => code), unit])].flatMap((code): Destination[] => [
    { kind: 'grid', code },
    { kind: 'community', code },
    { kind: 'street', code },
  ]),
  ...[
    ...new Set([...book.departments.map(({ code }) => code), ...(department ? [department] : [])]),
  ].map((code): Destination => ({ kind: 'department', code })),
]

/** Whether it lies there: in a unit, or without a grid said in a group of one. */
export const liesIn = (petition: Petition, part: Part | 'everywhere'): boolean =>
  part === 'everywhere' ||
  (petition.grid !== null
    ? part.units.includes(petition.grid)
    : petition.reporter.room !== null && part.rooms.includes(petition.reporter.room))

export const isPetitioner = (petition: Petition, { person }: Scope): boolean =>
  petitioners(petition).some((one) => one.person === person)

/** Whether it is, or was, in their hands. */
export const isTheirs = (petition: Petition, scope: Scope): boolean => {
  if (!('to' in petition)) return false
  if (petition.status === 'handling' && petition.handler === scope.person) return true
  const key = deskKey(petition.to)
  return (petition.kind === 'dispute' ? scope.quarrelDesks : scope.desks).includes(key)
}

/** Whether they owe a part of it, or did one. */
const assists = (petition: Petition, { partDesks }: Scope): boolean =>
  isInHand(petition) &&
  (petition.joint?.parts ?? []).some(
    ({ state, to }) => state !== 'released' && partDesks.includes(deskKey(to)),
  )

/** The same as `lookOf`. */
export function lookWithin(petition: Petition, scope: Scope): Look {
  if (isAccused(scope.person, petition)) return isPetitioner(petition, scope) ? 'full' : 'none'
  if (reads(petition, scope) || isPetitioner(petition, scope)) return 'full'
  const knows = liesIn(petition, scope.outline) || isAskedToLook(petition, scope.person)
  return knows && !petition.confidential ? 'outline' : 'none'
}

/** Whether they see its words by their office, not only because they joined it. */
export const reads = (petition: Petition, scope: Scope): boolean =>
  liesIn(petition, scope.full) ||
  isTheirs(petition, scope) ||
  assists(petition, scope) ||
  petition.reporter.person === scope.person
