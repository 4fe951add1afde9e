import type { RoomId } from '../ids.ts'
import type { Door } from './door.ts'
import type { Gazetteer } from './gazetteer.ts'
import { homeOf } from './home-of.ts'
import type { Field } from './matter.ts'
import { atOwnShopOrField, type Reach, reachOf } from './own-home.ts'
import { nowhere, type Place } from './place.ts'
import type { Depth } from './place-depth.ts'
import { doorsIn } from './place-grammar.ts'
import { levelsOf } from './place-levels.ts'
import { type NamedPlace, placesNamed } from './place-names.ts'
import type { Spot } from './spot.ts'

/** Where something is said: the group and the speaker's alias there; for a private chat all groups of the speaker. */
export interface PlaceContext {
  readonly rooms: readonly { readonly room: RoomId; readonly alias: string }[]
  /** The words in which `我家` counts, where only some of the text states the matter. */
  readonly own?: string
  /** How deep matters of its category lie; where it is absent, only the words say. */
  readonly depth?: Depth
  /** We asked where it is: a bare name or number is the answer. */
  readonly asked?: boolean
}

type Level = 'building' | 'unit' | 'floor' | 'room'
const levels: readonly Level[] = ['building', 'unit', 'floor', 'room']

/**
 * The place that a text means, down to the level that is said. What the text leaves out above that level comes from
 * the speaker's door in the group, then from the group itself; never what is below.
 */
export function placeIn(text: string, context: PlaceContext, gazetteer: Gazetteer): Field<Place> {
  const words = corrected(text.slice(0, 600))
  const scopes = context.rooms.flatMap(({ room }) => gazetteer.rooms.get(room) ?? [])
  const homes = context.rooms.map(({ alias, room }) => homeOf(alias, room, gazetteer))
  const near = {
    units: scopes.flatMap(({ unit }) => unit ?? []),
    homes: homes.flatMap(({ name }) => name ?? []),
  }
  const named = placesNamed(words, near, gazetteer, context.asked)
  const here = scopes.length > 0 ? sharedPlace(scopes.map(({ place }) => place)) : nowhere
  const doors = doorsIn(
    context.asked
      ? inFull(words, gazetteer.spots.get(here.name ?? ''))
      : withoutLetters(words, named),
  )
  const name = chosenName(named, doors, here, gazetteer)
  const spot = name === null ? undefined : gazetteer.spots.get(name)
  const levels = levelsOf(doors, spot, named, here, context.depth?.flat)
  const said = { ...levels, name, floor: context.depth?.floor === false ? null : levels.floor }
  const home = homeIn(homes, name)
  const open = named.length === 0 && doors.length === 0 && !everywhere.test(words)
  const means = meantOwn(context.own ?? words, fits(home, said) ? home : nowhere, context, open)
  return settle(said, home, here, means, context, named[0]?.text)
}

/** Asked where it is, `303` is a room and `5` a building; on a road both are house numbers, in a village `5` is a group. */
function inFull(text: string, here: Spot | undefined): string {
  const number = text.trim()
  if (!/^(?:[A-Za-z]?\d{1,2}|\d{3,4})$/.test(number)) return text
  if (here?.kind === 'road') return `${number}号`
  if (here?.kind === 'village_group') return `${number}组`
  return number.length > 2 && !/^[A-Za-z]/.test(number) ? `${number}室` : `${number}栋`
}

/** `xfl5-2-301`: letters that name a place belong to no door. */
const withoutLetters = (text: string, named: readonly NamedPlace[]): string =>
  named.reduce(
    (rest, { text: name, from, to }) =>
      /^[A-Za-z]/.test(name) ? rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to) : rest,
    text,
  )

/** Of the speaker's homes the one in the place that is meant; where none is said, the only one that has a door. */
function homeIn(homes: readonly Place[], name: string | null): Place {
  const fitting = homes.filter(
    (home) => home.name !== null && (name === null || home.name === name),
  )
  const withDoor = fitting.filter(({ building, number, group }) => building ?? number ?? group)
  if (name !== null) return withDoor[0] ?? fitting[0] ?? nowhere
  return withDoor.length === 1 ? (withDoor[0] ?? nowhere) : nowhere
}

/** 小区里好多电梯, 东门的杆子: nobody's own. */
const everywhere =
  /小区|院[里子]|全[院村街]|各[栋幢楼座]|[哪每][栋幢座个]|[东南西北]门|岗亭|道闸|杆|保安|车库/
/** 我们三栋整条线: not one flat, whatever is said of 我家. */
const wide = /整(?:条线|[栋幢座层]|个?单元)|[一这][栋幢]楼[^,，。]{0,6}(?:都|没)/

const unsaid = '没说，照类别'

interface Meant {
  readonly reach: Reach
  readonly word: string
}

/** What of the speaker's own the words mean, or the category where they leave it `open`. */
function meantOwn(text: string, own: Place, { depth }: PlaceContext, open: boolean): Meant | null {
  const said = reachOf(text) ?? aroundOwn(text, own)
  if (said?.reach === 'room' && depth?.flat === false && depth.own) {
    return { ...said, reach: depth.own }
  }
  if (said?.reach === 'room' && wide.test(text)) return { ...said, reach: 'building' }
  if (said || !open || !depth) return said
  const isSpot = own.number !== null || own.group !== null
  const reach = isSpot ? depth.spot && 'building' : depth.own
  return reach ? { reach, word: unsaid } : null
}

/** Above the level that is said, the speaker's own door and the group fill in; below it only `我家` does. */
function settle(
  said: Place,
  home: Place,
  here: Place,
  means: Meant | null,
  { depth }: PlaceContext,
  spoken?: string,
): Field<Place> {
  const own = fits(home, said) ? home : nowhere
  const top = levels.find((level) => said[level] !== null)
  const name = said.name ?? (means || top ? own.name : null) ?? here.name
  const around = here.name === name ? here : nowhere
  const reach = own.name === name ? means : null
  if (said.number !== null || said.group !== null) {
    return field({ ...said, name }, 0.9, `${spoken ?? ''}${said.number ?? said.group}`)
  }
  if (top) {
    const above = (level: Level) => levels.indexOf(level) < levels.indexOf(top)
    const below = reach?.reach === 'room' && depth?.flat !== false
    return field(
      {
        ...said,
        name,
        building: said.building ?? own.building ?? around.building,
        unit: said.unit ?? (above('unit') || below ? own.unit : null),
        room: said.room ?? (below ? own.room : null),
      },
      0.9,
      `${spoken ?? ''}${doorText(said)}`,
    )
  }
  if (reach)
    return field(
      { ...nowhere, name, ...ownDoor(own, reach.reach) },
      reach.word === unsaid ? 0.6 : 0.8,
      `${reach.word}（门牌）`,
    )
  const rest = { ...nowhere, name, building: around.building, group: around.group }
  if (spoken) return field(rest, 0.85, spoken)
  return name === null ? field(rest, 0, '没说') : field(rest, 0.5, '本群')
}

/** Of a home that is a house number or a village group. */
function aroundOwn(text: string, own: Place): Meant | null {
  const word = own.number !== null || own.group !== null ? atOwnShopOrField(text) : null
  return word === null ? null : { reach: 'building', word }
}

const field = (value: Place, confidence: number, because: string): Field<Place> => ({
  value,
  confidence,
  because,
})

const doorText = (p: Place) =>
  [p.building && `${p.building}栋`, p.unit && `${p.unit}单元`, p.floor && `${p.floor}楼`, p.room]
    .filter(Boolean)
    .join('')

function ownDoor(home: Place, reach: 'room' | 'unit' | 'building'): Partial<Place> {
  const upTo = { building: 1, unit: 2, room: 4 }[reach]
  const door = Object.fromEntries(
    levels.slice(0, upTo).flatMap((level) => (level === 'floor' ? [] : [[level, home[level]]])),
  )
  return { ...door, group: home.group, number: home.number }
}

/** Whether what is said can be at the speaker's own door. */
function fits(home: Place, said: Place): boolean {
  if (said.name !== null && home.name !== said.name) return false
  return (['building', 'unit', 'number', 'group'] as const).every(
    (level) => said[level] === null || home[level] === null || home[level] === said[level],
  )
}

/** The first place named, unless it is only where the speaker lives and the next one has a door. */
function chosenName(
  named: readonly NamedPlace[],
  doors: readonly Door[],
  here: Place,
  gazetteer: Gazetteer,
): string | null {
  const first =
    named.find(({ to }) =>
      doors.some(({ from, introduces }) => !introduces && from >= to && from - to <= 3),
    ) ?? named[0]
  if (first) return first.spot.name
  const spot = here.name === null ? undefined : gazetteer.spots.get(here.name)
  const grouped = doors.find(({ group }) => group !== null)
  if (grouped && spot?.kind !== 'village_group') {
    const villages = [...gazetteer.spots.values()].filter(({ kind }) => kind === 'village_group')
    if (villages.length === 1) return villages[0]?.name ?? here.name
  }
  return here.name
}

/** `不是5栋 是6栋` means 6栋; after `不对` or `打错了` counts what follows. */
function corrected(text: string): string {
  if (!/不是|不对|错/.test(text)) return text
  const negated = text.replace(/不是[^,，。\s是]{1,12}[,，。\s]*(?:而)?是/g, '是')
  const slip = /(?:不对|错了|打错|说错|写错|记错)(?:了|字)?[\s,，。:：]*/.exec(negated)
  if (!slip) return negated
  const at = slip.index + slip[0].length
  const after = negated.slice(at)
  if (doorsIn(after).length === 0) return negated
  return `${negated.slice(0, at).replace(/[\d一二三四五六七八九十甲乙丙A-D]/g, '某')}${after}`
}

/** What all groups of a private speaker have in common. */
function sharedPlace(places: readonly Place[]): Place {
  const first = places[0]
  if (!first) return nowhere
  return places.every(({ name }) => name === first.name)
    ? places.length === 1
      ? first
      : { ...nowhere, name: first.name }
    : nowhere
}
