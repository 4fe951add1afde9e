import { addressRule, isAddress } from './address-rule.ts'
import { type Door, doorOf, type Reading } from './door.ts'
import type { Marked } from './door-lists.ts'
import { marksIn } from './door-marks.ts'
import { rules } from './door-rules.ts'
import { withoutFalseDoors } from './place-guards.ts'

/** A digit, or a numeral or letter before a word of doors: a text without them has no door. */
const doorSigns =
  /\d|[零〇一二两三四五六七八九十百甲乙丙丁戊A-Za-z] {0,4}[号栋幢座#排楼层单门室房户弄组队社]/

export const mayHaveDoor = (text: string): boolean => doorSigns.test(text)

/** All doors of a text, in the order in which they are said. Money, dates and telephones are none. */
export function doorsIn(text: string): Door[] {
  if (!mayHaveDoor(text)) return []
  const clean = withoutFalseDoors(text)
  const marks = marksIn(clean)
  const said = { text: clean, marks }
  const address = isAddress(clean)
  const doors: Door[] = []
  for (let at = 0; at < marks.length; ) {
    const read = (address ? addressRule(clean, marks, at) : null) ?? readingAt(said, at)
    if (read) doors.push(doorOf(read, at, marks, text))
    at = read?.next ?? at + 1
  }
  return doors
}

function readingAt(said: Marked, at: number): Reading | null {
  for (const rule of rules) {
    const read = rule(said, at)
    if (read) return read
  }
  return null
}
