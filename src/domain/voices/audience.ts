import type { RoomId, UnitCode } from '../ids.ts'
import { isWithin } from '../numbers/scope.ts'
import { actingFor } from '../people/at-work.ts'
import type { Staff } from '../people/roles.ts'
import { no, ok, type Result } from '../result.ts'
import { communityOf, streetOf } from '../routing/route.ts'
import type { Room, Rulebook } from '../street/rulebook.ts'

/** Whom something is said to: a unit, or part of it, by its groups. */
export interface Audience {
  readonly name: string
  readonly unit: UnitCode
  readonly rooms: readonly RoomId[]
}

/**
 * The groups that somebody in office means by `幸福里`, `本网格`, `阳光花园邻里群`, `全街道`; without a word their own unit.
 * Refuses with `unknownUnit` for what is no unit, estate or group, with `notYours` where their office does not reach, with
 * `noRooms` where the unit has no group.
 */
export function audienceFor(
  said: string,
  by: Staff,
  book: Rulebook,
): Result<Audience, 'unknownUnit' | 'notYours' | 'noRooms'> {
  const found = meant(said.replace(/[\s“”"'「」]/g, ''), by, book)
  if (!found) return no('unknownUnit')
  if (!mayAddress(by, found.unit, book)) return no('notYours')
  return found.rooms.length > 0 ? ok(found) : no('noRooms')
}

/** A community speaks to all of its own, a grid worker to the grid, the dispatcher of the street to everybody. */
export const mayAddress = (by: Staff, unit: UnitCode, book: Rulebook): boolean =>
  [by, ...actingFor(by.id, book)].some((office) => {
    switch (office.role) {
      case 'street_dispatcher':
        return true
      case 'community_dispatcher':
      case 'community_manager':
      case 'grid_worker':
        return isWithin(unit, office.unit, book)
      default:
        return false
    }
  })

const own = /^(?:给|向)?(?:我们?|本|咱们?|全|整个)?(?:社区|村|网格|辖区|街道|片区)?(?:里|的|全体)*$/
const everybody = /^(?:全街道|本街道|整个街道|全部|所有)(?:的)?(?:社区|群|居民)?$/
const groupWord =
  /(?:的?(?:全体|各位|所有)?(?:居民|业主|邻居|村民|住户))?(?:微信)?(?:各|大)?群里?$|的?(?:全体|各位|所有)(?:居民|业主|邻居|村民|住户)$/

function meant(said: string, by: Staff, book: Rulebook): Audience | null {
  const room = book.rooms.find(({ topic }) => plain(topic) === plain(said))
  if (room?.unit) return { name: room.topic, unit: room.unit, rooms: [room.id] }
  if (everybody.test(said)) return groupsOfUnit(streetOf(book), book)
  const name = said.replace(groupWord, '')
  if (own.test(name)) return groupsOfUnit(by.unit, book)
  const unit = book.units.find((one) => one.name === name || one.aliases.includes(name))
  if (unit) return groupsOfUnit(unit.code, book)
  const place = book.places.find((one) => one.name === name || one.aliases.includes(name))
  if (place) return ofPlace(place.name, book)
  const like = book.rooms.filter(({ topic }) => name.length > 1 && topic.includes(name))
  const [only] = like
  return only?.unit && like.length === 1
    ? { name: only.topic, unit: only.unit, rooms: [only.id] }
    : null
}

/** Circled numbers of groups, and their last word, are left out as often as not. */
const plain = (topic: string) => topic.replace(/[①-⑳\s]/g, '').replace(/群$/, '')

/** All groups in which the residents of a unit are. */
export function groupsOfUnit(code: UnitCode, book: Rulebook): Audience {
  const within = book.rooms.filter((room) => isForResidents(room, book) && liesIn(room, code, book))
  const name = book.units.find((unit) => unit.code === code)?.name ?? code
  const rooms = within.length > 0 ? within : ofPlacesIn(code, book)
  return { name, unit: code, rooms: rooms.map(({ id }) => id) }
}

/** An estate that several grids share is its community's. */
function ofPlace(place: string, book: Rulebook): Audience | null {
  const grids = new Set(book.places.filter(({ name }) => name === place).map(({ grid }) => grid))
  const [grid] = grids
  if (!grid) return null
  const unit = grids.size === 1 ? grid : (communityOf(grid, book)?.code ?? streetOf(book))
  const rooms = book.rooms.filter(({ defaultPlace }) => defaultPlace === place)
  return { name: place, unit, rooms: rooms.map(({ id }) => id) }
}

const liesIn = ({ unit }: Room, whole: UnitCode, book: Rulebook): boolean =>
  unit !== null && isWithin(unit, whole, book)

/** A grid without a group of its own is reached by that of its estate. */
const ofPlacesIn = (grid: UnitCode, { rooms, places }: Rulebook): readonly Room[] =>
  rooms.filter(({ defaultPlace }) =>
    places.some((place) => place.grid === grid && place.name === defaultPlace),
  )

/** A group of the whole street that stands for no place is that of its staff. */
const isForResidents = ({ unit, defaultPlace }: Room, book: Rulebook): boolean =>
  defaultPlace !== null || unit !== streetOf(book)
