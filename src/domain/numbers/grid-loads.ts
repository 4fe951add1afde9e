import type { UnitCode } from '../ids.ts'
import { unitOf } from '../people/in-charge.ts'
import type { OrgUnit, Rulebook } from '../street/rulebook.ts'
import type { Counting } from './counting.ts'
import { inHandAtEnd } from './handling.ts'
import { registered } from './registered.ts'
import { isWithin } from './scope.ts'
import { lateAtEnd } from './today.ts'

/** What a map is coloured by: still open at the end of the span, late then, registered in it. */
export const shades = ['inHand', 'late', 'registered'] as const
export type Shade = (typeof shades)[number]

/** What lies in one grid, by the numbers of the petitions. */
export interface GridLoad {
  readonly grid: OrgUnit
  readonly numbers: Readonly<Record<Shade, readonly number[]>>
}

/** The load of every grid in the unit of the scope, as the measures of the same names count it. */
export function gridLoads(counting: Counting): readonly GridLoad[] {
  const { stories, scope, book } = counting
  const gridByNumber = new Map(
    stories.map(({ petition }) => [petition.number, gridAbove(unitOf(petition, book), book)]),
  )
  const counted: Readonly<Record<Shade, readonly number[]>> = {
    inHand: inHandAtEnd(counting).counted,
    late: lateAtEnd(counting),
    registered: registered(counting).counted,
  }
  const of = (shade: Shade, grid: UnitCode) =>
    counted[shade].filter((number) => gridByNumber.get(number) === grid)
  return book.units
    .filter(({ code, kind }) => kind === 'grid' && isWithin(code, scope.unit, book))
    .map((grid) => ({
      grid,
      numbers: {
        inHand: of('inHand', grid.code),
        late: of('late', grid.code),
        registered: of('registered', grid.code),
      },
    }))
}

/** A household group lies in a grid; communities and streets in none. */
function gridAbove(code: UnitCode | null, book: Rulebook): UnitCode | null {
  const unit = book.units.find((one) => one.code === code)
  if (!unit) return null
  return unit.kind === 'grid' ? unit.code : gridAbove(unit.parent, book)
}
