import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlap, parseRanges } from '../../db/street/parse-ranges.ts'
import type { NumberRange } from '../../src/domain/street/number-range.ts'

const range = (letter: string, from: number | null, to = from): NumberRange => ({
  letter,
  from,
  to,
})

test.each<[string, readonly NumberRange[]]>([
  ['', []],
  ['  ', []],
  ['1-4', [range('', 1, 4)]],
  ['7', [range('', 7)]],
  ['A1-A6,B1-B4', [range('A', 1, 6), range('B', 1, 4)]],
  ['A1-6', [range('A', 1, 6)]],
  ['A,B', [range('A', null), range('B', null)]],
  ['b3', [range('B', 3)]],
  ['一组,二组', [range('', 1), range('', 2)]],
  ['十组-十二组', [range('', 10, 12)]],
  ['二十三组', [range('', 23)]],
  ['1－4栋，６、8～9号楼', [range('', 1, 4), range('', 6), range('', 8, 9)]],
  ['1-199', [range('', 1, 199)]],
])('“%s” is read', (text, ranges) => {
  expect(parseRanges(text)).toEqual({ ok: true, value: ranges })
})

test.each([
  ['4-1', '“4-1”的起号比止号大'],
  ['A1-B3', '“A1-B3”两头的字母不一样'],
  ['1-2-3', '“1-2-3”看不懂，应写成 1-4、A1-A6、B 或 三组 这样，多段用逗号隔开'],
  ['东边那几栋', '“东边那几栋”看不懂，应写成 1-4、A1-A6、B 或 三组 这样，多段用逗号隔开'],
  ['1-4,,6', '“”看不懂，应写成 1-4、A1-A6、B 或 三组 这样，多段用逗号隔开'],
  ['栋', '“栋”看不懂，应写成 1-4、A1-A6、B 或 三组 这样，多段用逗号隔开'],
  ['一十百', '“一十百”看不懂，应写成 1-4、A1-A6、B 或 三组 这样，多段用逗号隔开'],
  ['一二', '“一二”看不懂，应写成 1-4、A1-A6、B 或 三组 这样，多段用逗号隔开'],
])('“%s” is refused', (text, problem) => {
  expect(parseRanges(text)).toEqual({ ok: false, problem })
})

test.each<[NumberRange, NumberRange, boolean]>([
  [range('', 1, 4), range('', 4, 8), true],
  [range('', 1, 4), range('', 5, 8), false],
  [range('A', 1, 4), range('B', 1, 4), false],
  [range('A', null), range('A', 3), true],
  [range('A', null), range('B', null), false],
  [range('', 2), range('', 1, 9), true],
])('%o and %o overlap: %s', (a, b, shared) => {
  expect(overlap(a, b)).toBe(shared)
  expect(overlap(b, a)).toBe(shared)
})

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseRanges(text)))
})
