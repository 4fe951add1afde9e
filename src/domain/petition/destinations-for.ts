import { unitOf } from '../people/in-charge.ts'
import { communityOf } from '../routing/route.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { sameDestination } from './destination.ts'
import type { Destination, Petition } from './petition.ts'

/**
 * Where a petition can be transferred to by choosing from a list: the departments of the street and the company of its own
 * estate, its community with the grids of it, the street office. Not where it is.
 */
export function destinationsFor(petition: Petition, book: Rulebook): Destination[] {
  const community = communityOf(unitOf(petition, book), book)
  const departments = book.departments
    .filter(({ estate }) => estate === null || estate === petition.place.name)
    .map(({ code }): Destination => ({ kind: 'department', code }))
  const units = book.units.flatMap((unit): Destination[] => {
    if (unit.kind === 'street') return [{ kind: 'street', code: unit.code }]
    if (unit.code === community?.code) return [{ kind: 'community', code: unit.code }]
    const isNear = unit.kind === 'grid' && unit.parent === community?.code
    return isNear ? [{ kind: 'grid', code: unit.code }] : []
  })
  return [...departments, ...units].filter(
    (to) => !('to' in petition && sameDestination(to, petition.to)),
  )
}
