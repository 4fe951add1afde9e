import type { Door } from './door.ts'
import { has } from './gazetteer.ts'
import { nowhere, type Place } from './place.ts'
import type { NamedPlace } from './place-names.ts'
import type { Spot } from './spot.ts'

/** Takes the doors that a place of this kind can have, the first of each level, as long as they do not contradict. */
export function levelsOf(
  doors: readonly Door[],
  spot: Spot | undefined,
  named: readonly NamedPlace[],
  here: Place,
): Place {
  const kind = spot?.kind ?? 'estate'
  if (kind === 'landmark') return nowhere
  if (kind === 'road') {
    const number = doors.find((door) => door.number !== null && (!spot || has(spot, door.number)))
    return { ...nowhere, number: number?.number ?? null }
  }
  if (kind === 'village_group') {
    return { ...nowhere, group: doors.find(({ group }) => group !== null)?.group ?? null }
  }
  if (doors.some(({ several }) => several)) return nowhere
  const usable = doors.flatMap((door) => usableDoor(door, spot) ?? [])
  const main =
    usable.find((d) => d.building !== null && !d.introduces) ??
    usable.find((d) => d.building !== null)
  const start = main ?? usable.find((d) => d.unit ?? d.floor ?? d.room)
  if (!start) return nowhere
  let place: Place = { ...nowhere, ...pick(start) }
  for (const door of usable) {
    const same = door.building === null || door.building === place.building
    const below = (['unit', 'floor', 'room'] as const).every(
      (level) => door[level] === null || place[level] === null || place[level] === door[level],
    )
    if (same && below && (place.building === null || door.from >= start.from)) {
      place = { ...place, ...withoutNull(pick(door)) }
    }
  }
  return named.length > 0 || here.name !== null || place.building !== null ? place : nowhere
}

const pick = ({ building, unit, floor, room }: Door) => ({ building, unit, floor, room })

/** Letters only where buildings have letters; `3-606` is building and room; a house number of an estate is none. */
function usableDoor(door: Door, spot: Spot | undefined): Door | null {
  if (door.number !== null || door.group !== null) return null
  if (door.building !== null && spot && /^[A-Z]/.test(door.building)) {
    if (!has(spot, door.building)) return null
  }
  return door
}

const withoutNull = (place: Partial<Place>) =>
  Object.fromEntries(Object.entries(place).filter(([, value]) => value !== null))
