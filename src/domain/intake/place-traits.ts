import type { Place } from './place.ts'

/** How two places in the same estate, road or village lie to each other: exactly one holds. */
export const placeTraits = [
  'sameUnit',
  'otherRoom',
  'sameBuilding',
  'sameSpot',
  'sameName',
  'oneUnsaid',
  'otherUnit',
  'otherBuilding',
] as const
export type PlaceTrait = (typeof placeTraits)[number]

/** null when the places have different names, or one has none: nothing can be said then. */
export function nearness(a: Place, b: Place): PlaceTrait | null {
  if (a.name === null || a.name !== b.name) return null
  const both = (level: keyof Place) => a[level] !== null && b[level] !== null
  const same = (level: keyof Place) => both(level) && a[level] === b[level]
  const differ = (level: keyof Place) => both(level) && a[level] !== b[level]
  if (differ('building') || differ('number') || differ('group')) return 'otherBuilding'
  if (differ('unit')) return 'otherUnit'
  if (differ('room') || differ('floor')) return 'otherRoom'
  if (same('room') || same('unit')) return 'sameUnit'
  if (same('building')) return 'sameBuilding'
  if (same('number') || same('group')) return 'sameSpot'
  const isWide = (place: Place) => (place.building ?? place.number ?? place.group) === null
  return isWide(a) && isWide(b) ? 'sameName' : 'oneUnsaid'
}

/** For people. */
export const placeWords: Readonly<Record<PlaceTrait, string>> = {
  sameUnit: '同一单元',
  otherRoom: '同一单元不同楼层或住户',
  sameBuilding: '同一栋',
  sameSpot: '同一处',
  sameName: '同一小区或道路',
  oneUnsaid: '同一小区或道路，一处没说到楼',
  otherUnit: '同栋不同单元',
  otherBuilding: '同小区不同楼栋',
}
