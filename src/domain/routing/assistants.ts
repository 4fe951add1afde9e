import type { Place } from '../intake/place.ts'
import type { Destination } from '../petition/destination.ts'
import type { Facts } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { catalogueLine, isCompany, routeTo, type Where } from './route.ts'

/**
 * Whom the catalogue names beside the lead, and why. A company is not asked where somebody wants not to be named: it may
 * be the one complained about.
 */
export function assistantsFor(
  { category, place, confidential }: Pick<Facts, 'category' | 'place' | 'confidential'>,
  where: Where,
  book: Rulebook,
): readonly { readonly to: Destination; readonly because: string }[] {
  const found = book.categories.find(({ code }) => code === category)
  const codes = catalogueLine(category, where, book)?.assistHandlers ?? found?.assistHandlers ?? []
  const label = found?.level2 ?? category
  return codes
    .map((code) => ({
      to: destinationFor(code, place, where, book),
      because: `派单目录：${label}的协办单位，请按职责配合主办单位`,
    }))
    .filter(({ to }) => !confidential || !isCompany(to, book))
}

/** Where one of the catalogue's handlers is found for a place. */
export const destinationFor = (
  handler: Parameters<typeof routeTo>[0],
  place: Pick<Place, 'name'>,
  where: Where,
  book: Rulebook,
): Destination => routeTo(handler, '', place, where, book).to
