import { nowhere, type Place } from '../intake/place.ts'
import { placeText } from '../notices/brief.ts'
import type { AddressedNotice } from '../notices/notice.ts'
import { holders } from '../people/in-charge.ts'
import type { Petition } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { HotSpot } from './hot-spot.ts'

/** The staff of the community and the leaders of the street hear of a hot spot; each once. */
export function hotSpotNotices(
  spot: HotSpot,
  newest: Petition,
  recent: readonly Petition[],
  book: Rulebook,
): AddressedNotice[] {
  const told = (['community_dispatcher', 'community_manager', 'street_leader'] as const).flatMap(
    (role) => holders(role, newest, book),
  )
  const places = recent
    .filter(({ number }) => spot.numbers.includes(number))
    .map(({ place }) => place)
  const notice = {
    kind: 'hotSpot',
    grid: book.units.find(({ code }) => code === spot.grid)?.name ?? spot.grid,
    category: book.categories.find(({ code }) => code === newest.category)?.level2 ?? '诉求',
    place: placeText(common(places), book, true),
    numbers: spot.numbers,
    households: spot.households,
    beganAt: spot.beganAt,
    grown: spot.level > 1,
  } as const
  return [...new Set(told.map(({ id }) => id))].map((person) => ({
    to: { kind: 'person', person },
    notice,
    haste: 'news',
  }))
}

/** The levels that all of them share. */
function common(places: readonly Place[]): Place {
  const all = (level: 'name' | 'building' | 'number' | 'group') => {
    const said = new Set(places.map((place) => place[level]))
    const [only] = said
    return said.size === 1 && only !== undefined ? only : null
  }
  const name = all('name')
  if (name === null) return nowhere
  return { ...nowhere, name, building: all('building'), number: all('number'), group: all('group') }
}
