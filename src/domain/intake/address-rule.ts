import type { DoorLevel, Reading } from './door.ts'
import type { Mark } from './door-marks.ts'

/** What stands before the numbers of an address: they mean different things after a road and after an estate. */
type Ground = 'road' | 'estate' | 'newVillage' | 'market' | 'village' | 'other'

const grounds: readonly (readonly [Ground, RegExp])[] = [
  [
    'estate',
    /(?:小区|工业区|家属院|宿舍|花园|[苑园庭府坊寓墅邸里]|[东西南北\d一二三四五六七八九十]区|期)$/,
  ],
  ['newVillage', /新村$/],
  ['road', /(?:[路街巷线]|大道|胡同)$/],
  ['market', /[场城厦楼心厅馆座]$/],
  ['village', /[村庄头桥山湾]$/],
]

const longestAddress = 60
/** Words of talk: an address has none. */
const talk = /[我你他她俺咱谁吗呢吧啊呀了没这那?？!！,，。;；\n]/
const region = /.[省市区县镇乡路街巷村弄苑园厦]|街道|小区|大道/

/** Whether a text is nothing but an address, so that bare numbers in it can only be doors. */
export const isAddress = (text: string): boolean =>
  text.length <= longestAddress && /\d/.test(text) && region.test(text) && !talk.test(text)

function groundBefore(text: string, mark: Mark): Ground {
  const name = text.slice(Math.max(0, mark.from - 5), mark.from).replace(/[\s_-]+$/, '')
  return grounds.find(([, words]) => words.test(name))?.[0] ?? 'other'
}

const joint = /^\s*[-—–_/.·~]?\s*$/

/** The numbers that stand together, as far as only dashes and spaces part them. */
function runFrom(text: string, marks: readonly Mark[], at: number): readonly Mark[] {
  let end = at + 1
  for (; end < marks.length; end++) {
    const last = marks[end - 1]
    const next = marks[end]
    // the 百 of a name after a number
    if (next?.word === null && next.form === 'han') break
    if (!last || !next || next.from - last.to > 3) break
    if (!joint.test(text.slice(last.to, next.from))) break
  }
  return marks.slice(at, end)
}

/** Of an address: `凤翔小区83-11-402`, `和平路12弄5号301`, `海天大厦2004`. Each number is what its word or its rank says. */
export function addressRule(text: string, marks: readonly Mark[], at: number): Reading | null {
  const first = marks[at]
  if (!first) return null
  const ground = groundBefore(text, first)
  const parts: (readonly [DoorLevel, Mark])[] = []
  const run = runFrom(text, marks, at)
  let used = 0
  while (used < run.length) {
    const [mark, next] = run.slice(used, used + 2)
    if (!mark || isOtherCount(text, mark)) break
    const last = parts.at(-1)
    if (next && isRoomWithLetter(mark, next)) {
      if (last && rank(last[0]) > rank('number')) parts.push(['room', { ...next, from: mark.from }])
      used += 2
      break
    }
    const level = levelAfter({
      text,
      ground,
      last,
      mark,
      next,
      many: parts.length > 1,
      length: run.length,
    })
    if (level === null || (last && rank(level) <= rank(last[0]) && level !== 'number')) break
    if (level === 'room' && next && isBeside(mark, next)) {
      parts.push([level, { ...mark, to: next.to }])
      used += 2
      break
    }
    parts.push([level, mark])
    used++
  }
  return used === 0 ? null : { parts, next: at + used }
}

/** `二期`, `3区`, `7街`, `320国道`: part of a name. */
const isOtherCount = (text: string, { word, end }: Mark): boolean =>
  word === null && /^[期区街道国路巷村高米号]/.test(text.charAt(end))

/** `A489` may be a room, or a building and a room. */
const isRoomWithLetter = (letter: Mark, number: Mark): boolean =>
  letter.form === 'lettered' && letter.value.length === 1 && number.from === letter.end

/** `807-811`: rooms beside each other. */
function isBeside(room: Mark, next: Mark): boolean {
  const distance = Number(next.value) - Number(room.value)
  return room.word === null && isLong(room) && isLong(next) && distance > 0 && distance < 20
}

const order: readonly DoorLevel[] = ['group', 'number', 'building', 'unit', 'floor', 'room']
const rank = (level: DoorLevel): number => order.indexOf(level)

interface Step {
  readonly text: string
  readonly ground: Ground
  readonly last: readonly [DoorLevel, Mark] | undefined
  readonly mark: Mark
  readonly next: Mark | undefined
  /** More than one number was read. */
  readonly many: boolean
  /** How many numbers stand together. */
  readonly length: number
}

function levelAfter(step: Step): DoorLevel | null {
  const { text, mark, last, ground } = step
  switch (mark.word) {
    case 'building':
      // 大学路167号6单元
      return mark.to - mark.end === 1 && text.charAt(mark.end) === '号' && ground !== 'estate'
        ? 'number'
        : 'building'
    case 'floor':
    case 'room':
    case 'unit':
      return mark.word
    case 'gate':
      return last?.[0] === 'building' ? 'unit' : null
    case 'lane':
      return 'number'
    case 'group':
      return null
    case 'number':
      return last ? levelOfNumbered(step, last) : levelOfFirstNumbered(step)
    case null:
      return last ? levelOfBare(step, last) : levelOfFirstBare(step)
  }
}

/** `12号`, at first. */
const firstNumbered: Readonly<Record<Ground, DoorLevel>> = {
  road: 'number',
  village: 'number',
  newVillage: 'number',
  other: 'number',
  estate: 'building',
  market: 'number',
}

const levelOfFirstNumbered = ({ mark, ground }: Step): DoorLevel | null =>
  ground === 'estate' && mark.digits > 3 ? null : firstNumbered[ground]

const isLong = ({ digits }: Mark): boolean => digits > 2

function levelOfNumbered(
  { mark, next, text }: Step,
  [level, before]: readonly [DoorLevel, Mark],
): DoorLevel | null {
  switch (level) {
    case 'number':
      return 'number'
    case 'building':
      return next || (!isLong(mark) && text.charAt(before.to) !== '-') ? 'unit' : 'room'
    case 'unit':
    case 'floor':
      return 'room'
    case 'room':
    case 'group':
      return null
  }
}

function levelOfBare(
  { mark, next, text, many }: Step,
  [level, before]: readonly [DoorLevel, Mark],
): DoorLevel | null {
  switch (level) {
    case 'number':
      // of 48号3-296 nobody knows whether the 3 is a building or a stair
      return !next && isLong(mark) && (many || text.charAt(before.to) !== '-') ? 'room' : 'number'
    case 'building':
      if (next && isBeside(mark, next)) return 'room'
      return next || (mark.digits > 0 && !isLong(mark)) ? 'unit' : 'room'
    case 'unit':
    case 'floor':
      return 'room'
    case 'room':
    case 'group':
      return null
  }
}

function levelOfFirstBare({ mark, next, ground, length }: Step): DoorLevel | null {
  if (mark.form === 'han' || mark.form === 'stem') return null
  if (ground === 'road' || ground === 'village') return mark.digits > 0 ? 'number' : null
  if (next && isBeside(mark, next)) return 'room'
  const isDwelling = ground === 'estate' || ground === 'newVillage'
  if (next) return isDwelling || isLong(next) || length > 2 ? 'building' : null
  if (ground === 'newVillage') return mark.digits < 4 ? 'building' : null
  if (isLong(mark)) return ground === 'other' ? null : 'room'
  return ground === 'estate' ? 'building' : null
}
