import type { UnitCode } from '../ids.ts'
import { type Gazetteer, gridOf } from './gazetteer.ts'
import { numeral, plain, readNumeral } from './numerals.ts'
import { nowhere } from './place.ts'
import { doorsIn } from './place-grammar.ts'

/** More buildings than this in one range are hardly meant one by one. */
const most = 40

/** The grid in which all buildings lie that a text names together (`1-3栋`, `7、8号楼`); null when they lie in several. */
export function gridOfAll(
  text: string,
  name: string | null,
  gazetteer: Gazetteer,
): UnitCode | null {
  const grids = new Set(
    buildingsIn(text).map((building) => gridOf({ ...nowhere, name, building }, gazetteer)),
  )
  const [only] = grids
  return grids.size === 1 ? (only ?? null) : null
}

function buildingsIn(text: string): readonly string[] {
  const doors = doorsIn(text)
  const groups = doors.filter(({ several }) => several)
  if (groups.length === 0) return []
  const alone = doors.flatMap(({ building }) => building ?? [])
  return [
    ...groups.flatMap((door) => [
      ...listedBefore(text.slice(0, door.from)),
      ...buildingsOf(door.text),
    ]),
    ...alone,
  ]
}

const list = new RegExp(`(?:${numeral}\\s*[、,，]\\s*)+$`)

/** The 1 of `1、5、6栋`. */
const listedBefore = (before: string): readonly string[] =>
  (list.exec(before)?.[0].match(new RegExp(numeral, 'g')) ?? []).flatMap((n) => plain(n) ?? [])

/** `1-3栋` is three buildings, `1、3栋` two. */
function buildingsOf(spoken: string): readonly string[] {
  const [from, to] = [...spoken.matchAll(new RegExp(numeral, 'g'))].map(([n]) => readNumeral(n))
  if (from === undefined || from === null || to === undefined || to === null) return []
  const isRange = /[-—–~到至]/.test(spoken) && to > from && to - from < most
  const count = isRange ? to - from + 1 : 2
  return Array.from({ length: count }, (_, at) =>
    String(isRange ? from + at : at === 0 ? from : to),
  )
}
