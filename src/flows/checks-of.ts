import { isAskedToLook } from '../domain/console/own-view.ts'
import { headships } from '../domain/heads/head.ts'
import type { PersonId } from '../domain/ids.ts'
import type { Petition } from '../domain/petition/petition.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import type { Desk } from './ports.ts'

/** So long after it was registered a head's look is still of use. */
export const usefulMs = 120 * 24 * 3_600_000
const mostOfGrid = 500

/** Petitions that a household head was asked to look at and has not yet; empty for everybody else. */
export async function checksOf(
  person: PersonId,
  book: Rulebook,
  { petitions, clock }: Pick<Desk, 'petitions' | 'clock'>,
): Promise<Petition[]> {
  const heads = headships(person, clock(), book)
  if (heads.length === 0) return []
  const grids = new Set(heads.map(({ unit }) => gridOf(unit, book)))
  const lists = await Promise.all(
    [...grids].map((grid) =>
      petitions.list({
        grid,
        looksAt: person,
        statuses: ['resolved', 'closed'],
        registeredSince: new Date(clock().getTime() - usefulMs),
        limit: mostOfGrid,
      }),
    ),
  )
  return lists.flat().filter((petition) => isAskedToLook(petition, person))
}

/** A household group lies in its grid. */
function gridOf(unit: string, book: Rulebook): string {
  const found = book.units.find(({ code }) => code === unit)
  return found?.kind === 'household_group' && found.parent ? found.parent : unit
}
