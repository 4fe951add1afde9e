import type { Mark } from './door-marks.ts'

/** The levels of a door, outermost first; `number` on a road and `group` in a village stand alone. */
export type DoorLevel = 'number' | 'group' | 'building' | 'unit' | 'floor' | 'room'

/** Where in a text something is said, end excluded. */
export type Span = readonly [from: number, to: number]

/** One door as it is said in one go: `5栋2单元301`, `三单元`, `16楼`, `108号`, `三组`; no level at all for `3到5楼`. */
export interface Door {
  readonly building: string | null
  readonly unit: string | null
  readonly floor: string | null
  readonly room: string | null
  readonly number: string | null
  readonly group: string | null
  /** Several buildings at once (`1-3栋`): none of them is the place. */
  readonly several: boolean
  /** All of them, one by one; empty unless there are several. */
  readonly buildings: readonly string[]
  /** `我是5栋的`: where the speaker lives, perhaps not what the matter is about. */
  readonly introduces: boolean
  readonly from: number
  readonly text: string
  /** Where each level was read, with its word (`5栋`). */
  readonly spans: { readonly [Level in DoorLevel]?: Span }
}

/** Which mark says which level, and the first mark after the door. */
export interface Reading {
  readonly parts: readonly (readonly [level: DoorLevel, mark: Mark])[]
  readonly next: number
  readonly buildings?: readonly string[]
}

const introduction = /(?:我|俺|咱)(?:是|住|家住|住在|家在|家是)[^,，。\s]{0,6}$/

/** Makes the door that was read from the marks of a text, the first of them at `at`. */
export function doorOf(
  { parts, next, buildings = [] }: Reading,
  at: number,
  marks: readonly Mark[],
  text: string,
): Door {
  const said: { [Level in DoorLevel]?: string } = {}
  const spans: { [Level in DoorLevel]?: Span } = {}
  for (const [level, mark] of parts) {
    said[level] = mark.value
    spans[level] = [mark.from, mark.to]
  }
  const from = marks[at]?.from ?? 0
  const { building = null, unit = null, floor = null, room = null } = said
  return {
    building,
    unit,
    floor,
    room,
    number: said.number ?? null,
    group: said.group ?? null,
    several: buildings.length > 0,
    buildings,
    introduces: introduction.test(text.slice(Math.max(0, from - 12), from)),
    from,
    text: text.slice(from, marks[next - 1]?.to ?? from),
    spans,
  }
}
