import type { RoomId } from '../ids.ts'
import type { Gazetteer } from './gazetteer.ts'
import { nowhere, type Place } from './place.ts'
import { doorsIn } from './place-grammar.ts'
import { levelsOf } from './place-levels.ts'
import { placesNamed } from './place-names.ts'

/** The speaker's door as the alias in the group says it: `5-2-301刘`, `36号面馆`, `四组老覃`. */
export function homeOf(alias: string, room: RoomId, gazetteer: Gazetteer): Place {
  const scope = gazetteer.rooms.get(room)
  if (!scope) return nowhere
  const near = { units: scope.unit ? [scope.unit] : [], homes: [] }
  const named = alias === '' ? [] : placesNamed(alias, near, gazetteer)
  const name = named[0]?.spot.name ?? scope.place.name
  const spot = name === null ? undefined : gazetteer.spots.get(name)
  const doors = alias === '' ? [] : doorsIn(alias)
  const said = levelsOf(doors, spot, named, scope.place)
  return {
    ...said,
    name,
    building: said.building ?? (name === scope.place.name ? scope.place.building : null),
    group: said.group ?? (name === scope.place.name ? scope.place.group : null),
  }
}
