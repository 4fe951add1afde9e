import { nowhere, type Place } from '../intake/place.ts'

/** What was said of a place, completed by what was known of it before; another estate or building takes its own levels. */
export function placeOf(known: Place, said: Place): Place {
  if (said.name !== null && said.name !== known.name) return said
  const moved = said.building !== null && said.building !== known.building
  const kept = moved ? { ...nowhere, name: known.name } : known
  return {
    name: said.name ?? kept.name,
    building: said.building ?? kept.building,
    unit: said.unit ?? kept.unit,
    floor: said.floor ?? kept.floor,
    room: said.room ?? kept.room,
    number: said.number ?? kept.number,
    group: said.group ?? kept.group,
  }
}
