import type { UnitCode } from '../ids.ts'
import { type Gazetteer, liesIn } from './gazetteer.ts'
import { type HeardName, heardAt } from './place-by-ear.ts'
import type { Spot } from './spot.ts'

/** A place named in a text. */
export interface NamedPlace {
  readonly spot: Spot
  readonly text: string
  readonly from: number
  readonly to: number
}

/** Who decides when a name stands for several places: the chat's unit first, then the speaker's homes. */
export interface Nearness {
  readonly units: readonly UnitCode[]
  readonly homes: readonly string[]
}

const door =
  /^(?:的|那个?|里的?|小区)?\s*(?:[A-Za-z]\d{0,2}|\d{1,3}|[一二三四五六七八九十]{1,3})(?:号|栋|幢|座|#|-|排|单元)?/
const beside =
  /^(?:这边|那边|里面|里头|这里|那里|这儿|那儿|那个|那条|门口|旁边|附近|对面|大门|北门|南门|东门|西门|里|的|物业|业主|整个|全)/
/** Names that are common nouns, too: after another word they belong to a place of another name (九江大厦, 登云水库). */
const commonNoun =
  /^(?:公园|广场|水库|菜?市场|夜市|小学|中学|幼儿园|医院|车站|步道|村委会|村部|大厦|新村|家属院|花园|公寓)$/
const free =
  /(?:^|[^\p{Script=Han}\w]|[在到去是有和跟从往的过进就来回住里边面旁近我咱俺们逛下]|那个|这个|我家|我妈|整个|门口|靠近|咱们?)$/u
const before = /(?:在|住|到|去|是|俺|我们|咱们?|就|来|回)$/

/** All places named in a text, in the order in which they are said; where several fit, the nearest, else none. */
export function placesNamed(
  text: string,
  near: Nearness,
  gazetteer: Gazetteer,
  asked = false,
): NamedPlace[] {
  const found: NamedPlace[] = []
  for (let at = 0; at < text.length; at++) {
    const named =
      writtenAt(text, at, gazetteer, asked) ?? soundingAt(text, at, near, gazetteer, asked)
    if (!named) continue
    const to = at + named.length
    const spot = nearest(named.name.spots, near, gazetteer)
    if (spot) found.push({ spot, text: text.slice(at, to), from: at, to })
    at = to - 1
  }
  return found
}

function writtenAt(
  text: string,
  at: number,
  gazetteer: Gazetteer,
  asked: boolean,
): HeardName | null {
  const name = gazetteer.spoken
    .get(text.charAt(at))
    ?.find(
      (candidate) =>
        text.startsWith(candidate.text, at) &&
        (!commonNoun.test(candidate.text) || free.test(text.slice(Math.max(0, at - 4), at))) &&
        (asked ||
          !candidate.weak ||
          stands(text, at, at + candidate.text.length, candidate.spots[0]?.kind)),
    )
  return name ? { name, length: name.text.length } : null
}

/** A name that is only sounded or mistyped counts where something else says that a place is meant. */
function soundingAt(
  text: string,
  at: number,
  near: Nearness,
  gazetteer: Gazetteer,
  asked: boolean,
): HeardName | null {
  const heard = heardAt(text, at, gazetteer.ear)
  if (!heard) return null
  const to = at + heard.length
  const after = text.slice(to, to + 8)
  const isFree = free.test(text.slice(Math.max(0, at - 4), at))
  if (commonNoun.test(heard.name.text))
    return isFree && stands(text, at, to, 'landmark') ? heard : null
  if (asked || doorAfter.test(after)) return heard
  if (hasTail(text.slice(at, to + 4), heard)) return heard.slipped && !isFree ? null : heard
  return isFree && (ends.test(after) || beside.test(after)) && isOwn(heard.name, near)
    ? heard
    : null
}

const ends = /^(?:$|[^\p{Script=Han}\w])/u
const doorAfter =
  /^(?:小区|的)?\s*(?:[A-Za-z]\d{0,2}|\d{1,3}|[一二三四五六七八九十甲乙]{1,3})\s*(?:号|栋|幢|座|#|-|排|单元|组)/
/** What names of places end with; one character alone says nothing. */
const tail =
  /(?:小区|社区|花园|公寓|大厦|家属院|宿舍|新村|名都|公园|广场|水库|市场|夜市|小学|中学|幼儿园|医院|车站|村委会)/

/** Whether the end of the name, or what follows it, is written out as places end. */
function hasTail(words: string, { name, length }: HeardName): boolean {
  const end = tail.exec(words)
  if (!end || end.index === 0) return false
  return end.index === length || (end.index < length && name.text.includes(end[0]))
}

const isOwn = ({ weak, spots }: HeardName['name'], near: Nearness): boolean =>
  !weak && spots.some(({ name }) => near.homes.includes(name))

function stands(text: string, from: number, to: number, kind: Spot['kind'] | undefined): boolean {
  const after = text.slice(to, to + 8)
  if (/(?:公办|民办|哪个|哪些|哪所|其他|别的|上)$/.test(text.slice(0, from))) return false
  return (
    door.test(after) ||
    (kind === 'landmark' && beside.test(after)) ||
    (before.test(text.slice(0, from)) && (after === '' || beside.test(after)))
  )
}

function nearest(spots: readonly Spot[], near: Nearness, gazetteer: Gazetteer): Spot | null {
  if (spots.length <= 1) return spots[0] ?? null
  const inUnits = spots.filter(({ parts }) =>
    parts.some(({ grid }) => near.units.some((unit) => liesIn(grid, unit, gazetteer))),
  )
  if (inUnits.length === 1) return inUnits[0] ?? null
  const homes = (inUnits.length > 0 ? inUnits : spots).filter(({ name }) =>
    near.homes.includes(name),
  )
  return homes.length === 1 ? (homes[0] ?? null) : null
}
