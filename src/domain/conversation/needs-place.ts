import type { Matter } from '../intake/matter.ts'
import type { Understanding } from '../intake/understanding.ts'

const needPlace = new Set(['report', 'complaint', 'request', 'dispute'])
const wholeEstate =
  /大门|门口|广场|中心花园|小区里|全小区|整个小区|全部|所有楼|每栋|路口|停车场|车库|围墙|物业费|物业公司|业委会|维修资金/

/**
 * Whether nobody could go there with what is known: no place at all, or an estate of several grids without a building,
 * unless the words are about the estate as a whole. Advice, questions and praise need no place.
 */
export function needsPlace(
  matter: Matter,
  words: string,
  { book, gazetteer }: Understanding,
): boolean {
  const place = matter.place.value
  const category = book.categories.find(({ code }) => code === matter.category.value)
  if (![matter.kind.value, category?.kind ?? 'report'].some((kind) => needPlace.has(kind)))
    return false
  if (place.name === null) return true
  if (matter.grid.value !== null) return false
  const spot = gazetteer.spots.get(place.name)
  return spot !== undefined && spot.parts.length > 1 && !wholeEstate.test(words)
}
