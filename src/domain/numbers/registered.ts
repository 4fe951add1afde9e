import { tradeOf } from '../intake/same-trade.ts'
import { households, type Petition } from '../petition/petition.ts'
import type { Counting } from './counting.ts'
import { type Figure, figure } from './figure.ts'
import { belongs } from './scope.ts'
import { isSetAside, type Story } from './story.ts'

/** Registered in the span. A petition merged into another is set aside: its households stand behind the other one. */
export function registered(counting: Counting): Figure {
  const { kept, setAside } = registeredIn(counting)
  return figure(kept, null, { setAside })
}

/** The households behind what was registered, each once a petition. */
export function householdsBehind(counting: Counting): Figure {
  const { kept } = registeredIn(counting)
  const size = kept.reduce((sum, { petition }) => sum + households(petition), 0)
  return { ...figure(kept), size }
}

const repeatMs = 30 * 24 * 3_600_000

/**
 * Registered in the span, at the same place (down to the entrance) and of the same trade as another one that was
 * registered in the 30 days before it; out of those whose place is known.
 */
export function repeated(counting: Counting): Figure {
  const { kept } = registeredIn(counting)
  const known = kept.filter(({ petition }) => petition.place.name !== null)
  const placeUnknown = kept.filter(({ petition }) => petition.place.name === null)
  const byPlace = bySpot(counting.stories)
  const again = known.filter(({ petition }) =>
    byPlace.get(spotOf(petition))?.some((other) => isShortlyBefore(other, petition)),
  )
  return figure(again, known, { placeUnknown })
}

const spots = new WeakMap<readonly Story[], ReadonlyMap<string, readonly Petition[]>>()

/** What was told of each place: the same for all the parts of a street whose repeats are counted out of it. */
function bySpot(stories: readonly Story[]): ReadonlyMap<string, readonly Petition[]> {
  const known = spots.get(stories)
  if (known) return known
  const found = new Map<string, Petition[]>()
  for (const story of stories) {
    if (isSetAside(story)) continue
    const spot = spotOf(story.petition)
    const there = found.get(spot)
    if (there) there.push(story.petition)
    else found.set(spot, [story.petition])
  }
  spots.set(stories, found)
  return found
}

function registeredIn({ stories, span, scope, book }: Counting) {
  const all = stories.filter(
    (story) =>
      story.petition.registeredAt >= span.from &&
      story.petition.registeredAt < span.until &&
      belongs(story, scope, book),
  )
  return {
    kept: all.filter((story) => !isSetAside(story)),
    setAside: all.filter((story) => isSetAside(story)),
  } satisfies Record<string, Story[]>
}

const spotOf = ({ place, category }: Petition): string =>
  JSON.stringify([
    ...[place.name, place.group, place.number, place.building, place.unit],
    tradeOf(category),
  ])

function isShortlyBefore(earlier: Petition, later: Petition): boolean {
  const gap = later.registeredAt.getTime() - earlier.registeredAt.getTime()
  return earlier.id !== later.id && earlier.number < later.number && gap >= 0 && gap <= repeatMs
}
