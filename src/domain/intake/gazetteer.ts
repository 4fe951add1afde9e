import type { RoomId, UnitCode } from '../ids.ts'
import type { NumberRange } from '../street/number-range.ts'
import type { OrgUnit, PlaceEntry, Room, Rulebook } from '../street/rulebook.ts'
import { readNumeral } from './numerals.ts'
import { nowhere, type Place } from './place.ts'
import { type Ear, earFor } from './place-by-ear.ts'
import type { SpokenName, Spot } from './spot.ts'

/** The place and unit that a group chat stands for. */
export interface RoomScope {
  readonly place: Place
  readonly unit: UnitCode | null
}

/** All places of a street by what people call them, and what each group chat stands for. */
export interface Gazetteer {
  readonly spots: ReadonlyMap<string, Spot>
  /** By first character, longest first. */
  readonly spoken: ReadonlyMap<string, readonly SpokenName[]>
  readonly ear: Ear
  readonly rooms: ReadonlyMap<RoomId, RoomScope>
  readonly parents: ReadonlyMap<UnitCode, UnitCode | null>
}

/** Prepares the rulebook's places for reading. */
export function gazetteerOf(book: Rulebook): Gazetteer {
  const spots = spotsOf(book.places)
  const parents = new Map(book.units.map(({ code, parent }) => [code, parent]))
  const spoken = spokenNames(book.places, spots)
  return {
    spots,
    spoken,
    ear: earFor([...spoken.values()].flat()),
    rooms: new Map(book.rooms.map((room) => [room.id, scopeOf(room, book.units, spots, parents)])),
    parents,
  }
}

/** The grid of a place; null where the place is unknown, or a whole estate that several grids share. */
export function gridOf(place: Place, gazetteer: Gazetteer): UnitCode | null {
  const spot = place.name === null ? undefined : gazetteer.spots.get(place.name)
  if (!spot) return null
  const grids = new Set(spot.parts.map(({ grid }) => grid))
  if (grids.size === 1) return spot.parts[0]?.grid ?? null
  const door = place.group ?? place.building ?? place.number
  if (door === null) return null
  return spot.parts.find(({ ranges }) => ranges.some((range) => inRange(door, range)))?.grid ?? null
}

/** Whether a unit lies in another, or is it. */
export function liesIn(unit: UnitCode, above: UnitCode, gazetteer: Gazetteer): boolean {
  for (let at: UnitCode | null = unit; at !== null; at = gazetteer.parents.get(at) ?? null) {
    if (at === above) return true
  }
  return false
}

/** Whether a building, house number or group is one that the place has, as far as the rulebook says. */
export function has(spot: Spot, door: string): boolean {
  const ranges = spot.parts.flatMap((part) => part.ranges)
  return ranges.length === 0 || ranges.some((range) => inRange(door, range))
}

function inRange(door: string, { letter, from, to }: NumberRange): boolean {
  const [, head = '', tail = ''] = /^([A-Z]?)(\d*)$/.exec(door) ?? []
  if (head !== (/^[A-Z]$/.test(letter) ? letter : '')) return false
  if (from === null) return tail === ''
  const number = readNumeral(tail)
  return number !== null && number >= from && number <= (to ?? from)
}

function spotsOf(places: readonly PlaceEntry[]): Map<string, Spot> {
  const byName = new Map<string, PlaceEntry[]>()
  for (const entry of places) byName.set(entry.name, [...(byName.get(entry.name) ?? []), entry])
  return new Map(
    [...byName].map(([name, entries]) => {
      const units = new Set(entries.map((entry) => entry.units))
      const ranges = entries.flatMap((entry) => entry.ranges)
      const spot: Spot = {
        name,
        kind: entries[0]?.kind ?? 'estate',
        parts: entries.map(({ grid, ranges }) => ({ grid, ranges })),
        units: units.size === 1 ? ([...units][0] ?? null) : null,
        letters: [...new Set(ranges.map(({ letter }) => letter).filter((l) => /^[A-Z]$/.test(l)))],
      }
      return [name, spot]
    }),
  )
}

const estateTails = /(?:小区|社区|花园|公寓|大厦|家属院|新村|苑|里|村)$/
const landmarkTail = /(?:公园|广场|水库|菜市场|市场|夜市|小学|中学|幼儿园|医院|车站|步道|村委会)$/

/** Names, aliases, and what people make of them: an estate without 小区, a landmark by its kind where it is the only one. */
function spokenNames(places: readonly PlaceEntry[], spots: ReadonlyMap<string, Spot>) {
  const said = new Map<string, { weak: boolean; spots: Set<Spot> }>()
  const add = (text: string, name: string, weak: boolean) => {
    const spot = spots.get(name)
    if (!spot || text.length < 2) return
    const known = said.get(text) ?? { weak, spots: new Set<Spot>() }
    known.spots.add(spot)
    said.set(text, { weak: known.weak && weak, spots: known.spots })
  }
  for (const { name, aliases, kind } of places) {
    add(name, name, false)
    for (const alias of aliases) {
      add(alias, name, kind === 'estate' && alias.length < 3)
      if (kind === 'road' && /[线路街巷]$/.test(alias)) add(alias.slice(0, -1), name, true)
    }
  }
  for (const spot of spots.values()) {
    const short = spot.kind === 'estate' ? spot.name.replace(estateTails, '') : ''
    if (short.length >= 2 && !said.has(short)) add(short, spot.name, true)
    const tail = spot.kind === 'landmark' ? landmarkTail.exec(spot.name)?.[0] : undefined
    const alone = [...spots.values()].filter(({ name }) => tail && name.endsWith(tail)).length === 1
    if (tail && alone && !said.has(tail)) add(tail, spot.name, true)
  }
  const byFirst = new Map<string, SpokenName[]>()
  for (const [text, { weak, spots }] of said) {
    const first = text.slice(0, 1)
    byFirst.set(first, [...(byFirst.get(first) ?? []), { text, weak, spots: [...spots] }])
  }
  for (const names of byFirst.values()) names.sort((a, b) => b.text.length - a.text.length)
  return byFirst
}

/** A room's default place; for a ten-household group the building or village group that its unit is named after. */
function scopeOf(
  room: Room,
  units: readonly OrgUnit[],
  spots: ReadonlyMap<string, Spot>,
  parents: ReadonlyMap<UnitCode, UnitCode | null>,
): RoomScope {
  if (room.defaultPlace !== null && room.defaultPlace !== '') {
    return { place: { ...nowhere, name: room.defaultPlace }, unit: room.unit }
  }
  const unit = units.find(({ code }) => code === room.unit)
  if (!unit || unit.kind === 'street') return { place: nowhere, unit: room.unit }
  const grid = unit.kind === 'household_group' ? parents.get(unit.code) : unit.code
  const here = [...spots.values()].filter(
    ({ kind, parts }) => kind !== 'landmark' && parts.some((part) => part.grid === grid),
  )
  const named = here.find(({ name }) => unit.name.includes(name)) ?? here.find(isDwelling)
  if (!named) return { place: nowhere, unit: room.unit }
  const [, building] = /(\d+|[一二三四五六七八九十]+)(?:号楼|栋|幢|座)/.exec(unit.name) ?? []
  const [, group] = /(\d+|[一二三四五六七八九十]+)组/.exec(unit.name) ?? []
  const number = (text: string | undefined) => (text ? String(readNumeral(text) ?? text) : null)
  return {
    place: { ...nowhere, name: named.name, building: number(building), group: number(group) },
    unit: room.unit,
  }
}

const isDwelling = ({ kind }: Spot) => kind === 'estate' || kind === 'village_group'
