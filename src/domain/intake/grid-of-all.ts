import type { UnitCode } from '../ids.ts'
import type { Door } from './door.ts'
import { type Gazetteer, gridOf } from './gazetteer.ts'
import { nowhere } from './place.ts'

/** The grid in which all buildings lie that doors name together (`1-3栋`, `7、8号楼`); null when they lie in several. */
export function gridOfAll(
  doors: readonly Door[],
  name: string | null,
  gazetteer: Gazetteer,
): UnitCode | null {
  if (!doors.some(({ several }) => several)) return null
  const buildings = doors.flatMap(({ building, buildings }) => building ?? buildings)
  const grids = new Set(
    buildings.map((building) => gridOf({ ...nowhere, name, building }, gazetteer)),
  )
  const [only] = grids
  return grids.size === 1 ? (only ?? null) : null
}
