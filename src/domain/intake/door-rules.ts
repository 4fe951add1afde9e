import type { Reading } from './door.ts'
import { gap, type Marked, type Rule, several } from './door-lists.ts'
import type { Mark } from './door-marks.ts'
import { isDwellerAt } from './door-words.ts'

const isTight = (between: string): boolean => /^\s*[-—–]?\s*$/.test(between)
const isSeparator = (between: string): boolean => /^\s*[-—–_/.·~ ]\s*$/.test(between)
const isDash = (between: string): boolean => /^\s*[-—–_~]\s*$/.test(between)

const charBefore = ({ text }: Marked, mark: Mark): string => text.charAt(mark.from - 1)
/** Not the tail of a longer number (`2026-3-201`, `1.3-201`). */
const standsAlone = (said: Marked, mark: Mark): boolean => !/[\w.-]/.test(charBefore(said, mark))

/** `3`, `12`, `A3`, without a word. */
const isBareBuilding = (mark: Mark): boolean =>
  mark.word === null && (mark.form === 'lettered' || (mark.digits > 0 && mark.digits < 3))
const isBareUnit = (mark: Mark | undefined): mark is Mark =>
  mark !== undefined && mark.word === null && mark.digits > 0 && mark.digits < 3
const isRoom = ({ digits, word }: Mark): boolean =>
  digits > 2 && (word === null || word === 'room' || word === 'number')
const isReadOut = (said: Marked, { form, from, end, word }: Mark): boolean =>
  form === 'han' &&
  (word === null || word === 'room') &&
  /^[零〇一二三四五六七八九]{3,4}$/.test(said.text.slice(from, end))

/** `5-2-301`, `A3-1-1902`, `5/2/301`, `5 2 301`. */
const threeNumbers: Rule = (said, at) => {
  const [building, unit, room] = said.marks.slice(at, at + 3)
  if (!building || !unit || !room) return null
  if (!isBareBuilding(building) || !isBareUnit(unit) || !isRoom(room)) return null
  if (!isSeparator(gap(said, building, unit)) || !isSeparator(gap(said, unit, room))) return null
  if (!standsAlone(said, building)) return null
  return {
    parts: [
      ['building', building],
      ['unit', unit],
      ['room', room],
    ],
    next: at + 3,
  }
}

/** `5栋2单元301`, `五号楼`, `A3座`, `11#4门`, `3栋5楼`, `2号楼2204`, `6#3-1102`, `5楼2单元`. */
const buildingFirst: Rule = (said, at) => {
  const building = said.marks[at]
  if (!building || building.form === 'stem') return null
  const isFloorBeforeUnit =
    building.word === 'floor' && said.text.charAt(building.to - 1) === '楼' && unitFollows(said, at)
  if (building.word !== 'building' && !isFloorBeforeUnit) return null
  return below(said, at + 1, [['building', building]])
}

const unitFollows = (said: Marked, at: number): boolean => {
  const next = said.marks[at + 1]
  return next?.word === 'unit' && /^\s*$/.test(gap(said, said.marks[at], next))
}

/** `2单元301`, `甲单元`, `3单元一楼`. */
const unitFirst: Rule = (said, at) => {
  const unit = said.marks[at]
  return unit?.word === 'unit' ? below(said, at + 1, [['unit', unit]]) : null
}

/** Stair, floor and room, as far as they follow. */
function below(said: Marked, from: number, above: Reading['parts']): Reading {
  const { marks } = said
  const parts = [...above]
  let next = from
  const between = () => gap(said, marks[next - 1], marks[next])
  if (above[0]?.[0] === 'building') {
    const unit = marks[next]
    const room = marks[next + 1]
    if (isBareUnit(unit) && room && isTight(between()) && isRoom(room)) {
      if (isSeparator(gap(said, unit, room))) {
        return { parts: [...parts, ['unit', unit], ['room', room]], next: next + 2 }
      }
    }
    const named = /^\s*[-—–]?\s*(?:的|第)?$/.test(between())
    const list = named ? several(said, next) : null
    if (list && !list.buildings) return { parts, next: list.next }
    if (unit && named && (unit.word === 'unit' || unit.word === 'gate')) {
      parts.push(['unit', unit])
      next++
    }
  }
  const floor = above[0]?.[0] === 'floor' ? undefined : marks[next]
  if (floor?.word === 'floor' && isTight(between()) && !unitFollows(said, next)) {
    if (floor.listed.length > 0) return { parts, next: next + 1 }
    parts.push(['floor', floor])
    next++
  }
  const room = marks[next]
  if (room && isTight(between()) && (isRoom(room) || isReadOut(said, room))) {
    parts.push(['room', room])
    next++
  }
  return { parts, next }
}

/** `3-606`. */
const buildingAndRoom: Rule = (said, at) => {
  const [building, room] = said.marks.slice(at, at + 2)
  if (!building || !room || !isBareBuilding(building) || !isRoom(room)) return null
  if (!/[\dA-Z]/.test(building.value) || !isDash(gap(said, building, room))) return null
  if (building.digits === 0 && building.value.length < 2) return null
  if (!standsAlone(said, building) || said.text.charAt(room.to) === '-') return null
  return {
    parts: [
      ['building', building],
      ['room', room],
    ],
    next: at + 2,
  }
}

/** `A3`, `B1`. */
const letterAndNumber: Rule = (said, at) => {
  const mark = said.marks[at]
  if (mark?.form !== 'lettered' || !/^[A-D]\d/.test(mark.value)) return null
  return mark.word === null ? { parts: [['building', mark]], next: at + 1 } : null
}

/** `三组`, `5组`, `二队`. */
const villageGroup: Rule = (said, at) => {
  const group = said.marks[at]
  if (group?.word !== 'group' || /[小班哪每]/.test(charBefore(said, group))) return null
  return { parts: [['group', group]], next: at + 1 }
}

/** `52号`. */
const houseNumber: Rule = (said, at) => {
  const number = said.marks[at]
  if (number?.word !== 'number') return null
  if (/(?:月\s?|第)$/.test(said.text.slice(Math.max(0, number.from - 2), number.from))) return null
  return { parts: [['number', number]], next: at + 1 }
}

/** `120-126号`: no single one of them is meant. */
const severalNumbers: Rule = (said, at) => {
  const [first, last] = said.marks.slice(at, at + 2)
  if (!first || last?.word !== 'number' || (first.word ?? 'number') !== 'number') return null
  const isRange = /^\s*[-—–~～到至]\s*$/.test(gap(said, first, last))
  const isCounted = first.digits > 1 && first.digits === last.digits && last.value > first.value
  return isRange && isCounted ? { parts: [], next: at + 2 } : null
}

/** `16楼`, `六层`; not `爬到5楼`, `一共6层`, `负一楼`. */
const floorAlone: Rule = (said, at) => {
  const floor = said.marks[at]
  if (floor?.word !== 'floor' || !/^\d/.test(floor.value)) return null
  const before = said.text.slice(Math.max(0, floor.from - 2), floor.from)
  if (/(?:[到至负往爬每有共从几]|地下|下[了的]?)$/.test(before)) return null
  return below(said, at + 1, [['floor', floor]])
}

const livingIn = /(?:住|楼上|楼下|隔壁|对门|屋里)(?:的|那个)?$/

/** `301室`, `302张奶奶`, `202的窗户`, `住201`, `楼上那个503`. */
const roomAlone: Rule = (said, at) => {
  const room = said.marks[at]
  if (!room || room.digits < 3 || !standsAlone(said, room)) return null
  const isSomebodys =
    isDwellerAt(said.text, room.end) ||
    livingIn.test(said.text.slice(Math.max(0, room.from - 4), room.from))
  if (room.word !== 'room' && !(room.word === null && isSomebodys)) return null
  return { parts: [['room', room]], next: at + 1 }
}

/** How doors are written, most specific first; the first that fits at a place wins. */
export const rules: readonly Rule[] = [
  several,
  threeNumbers,
  buildingFirst,
  unitFirst,
  buildingAndRoom,
  letterAndNumber,
  villageGroup,
  severalNumbers,
  houseNumber,
  floorAlone,
  roomAlone,
]
