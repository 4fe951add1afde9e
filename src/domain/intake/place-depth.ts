import type { Reach } from './own-home.ts'

/** How deep into a building matters of a category lie, where the words leave it open. */
export interface Depth {
  /** What of the speaker's own is meant where nothing is said; null where it may be anywhere. */
  readonly own: Reach | null
  /** Whether that is so of a shop on a road and of fields in a village, too. */
  readonly spot: boolean
  /** Whether 我家 beside a door that is said means the flat: of a stair door it only says who is troubled. */
  readonly flat: boolean
  /** Whether a floor that is named is where it is: a lift is on none. */
  readonly floor: boolean
}

const listed = (codes: string): ReadonlySet<string> => new Set(codes.split(' '))

/** Counted in the marked conversations that are learnt from. */
const ownFlat = listed('0201 0204 0304 0305 0906')
const ownStair = listed('0301 0302 0303 0306 0805')
const ownBuilding = listed('0203 0205')
const ownSpot = listed('0201 0205 0405 0504 0601 0807 0809 1301 1303')
const publicThings = listed(
  '0101 0102 0103 0104 0105 0106 0301 0302 0303 0306 0307 0308 0309 0401 0402 0403 0404 0405 0503 0504 0505 0506 0601 0602 0603 0604 0701 0702 0703 0704 0801 0805 0806 0807 0810 1101 1102',
)
const onNoFloor = listed(
  '0101 0102 0103 0104 0105 0106 0302 0303 0307 0308 0309 0401 0403 0404 0501 0503 0504 0505 0506 0601 0602 0603 0604 0701 0702 0703 0704 1503',
)

/** By the code of its category. */
export const depthOf = (category: string): Depth => ({
  own: ownFlat.has(category)
    ? 'room'
    : ownStair.has(category)
      ? 'unit'
      : ownBuilding.has(category)
        ? 'building'
        : null,
  spot: ownSpot.has(category),
  flat: !publicThings.has(category),
  floor: !onNoFloor.has(category),
})
