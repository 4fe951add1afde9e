import type { Door } from './door.ts'
import { has } from './gazetteer.ts'
import { nowhere, type Place } from './place.ts'
import type { NamedPlace } from './place-names.ts'
import type { Spot } from './spot.ts'

/**
 * Takes the doors that a place of this kind can have, the first of each level, as long as they do not contradict.
 * `roomMayPrecede`: a room that is said before the building lies in it.
 */
export function levelsOf(
  doors: readonly Door[],
  spot: Spot | undefined,
  named: readonly NamedPlace[],
  here: Place,
  roomMayPrecede = false,
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
    const isNext =
      place.building === null ||
      door.from >= start.from ||
      isNamedAfter(start, usable) ||
      (roomMayPrecede && isOnlyRoom(door, usable))
    if (same && below && isNext) {
      place = { ...place, ...withoutNull(pick(door)) }
    }
  }
  return named.length > 0 || here.name !== null || place.building !== null ? place : nowhere
}

/** `三单元一楼返水,9号楼的`: the building comes last, after the stair. */
const isNamedAfter = (start: Door, doors: readonly Door[]): boolean =>
  start === doors.at(-1) &&
  start.unit === null &&
  start.room === null &&
  doors.every((door) => door === start || (door.building === null && door.room === null)) &&
  doors.some((door) => door.unit !== null)

/** `401的毛师傅下岗了,就在3号楼2单元`: one room only, and the stair after it. */
const isOnlyRoom = (door: Door, doors: readonly Door[]): boolean =>
  door.room !== null && doors.every((other) => other === door || other.room === null)

const pick = ({ building, unit, floor, room }: Door) => ({ building, unit, floor, room })

/** Letters only where buildings have letters; `3-606` is building and room; a house number of an estate is none. */
function usableDoor(door: Door, spot: Spot | undefined): Door | null {
  if (door.number !== null || door.group !== null) return null
  if (door.building !== null && spot && /^[A-Z]/.test(door.building)) {
    if (!has(spot, door.building)) {
      // A区3幢 where the buildings have no letters
      const bare = door.building.slice(1)
      return spot.letters.length === 0 && bare !== '' && has(spot, bare)
        ? { ...door, building: bare }
        : null
    }
  }
  return door
}

const withoutNull = (place: Partial<Place>) =>
  Object.fromEntries(Object.entries(place).filter(([, value]) => value !== null))
