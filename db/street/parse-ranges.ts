import { no, ok, type Result } from '../../src/domain/result.ts'
import type { NumberRange } from '../../src/domain/street/number-range.ts'

/**
 * Buildings or numbers as `places.csv` states them: `1-4`, `A1-A6,B1-B4`, `A,B`, `三组,四组`. Empty: the whole place.
 * Full-width signs, Chinese numerals below a hundred and the word after the number are taken as they come.
 * Refuses with a sentence about the first part that cannot be read.
 */
export function parseRanges(text: string): Result<readonly NumberRange[], string> {
  const ranges: NumberRange[] = []
  if (text.trim() === '') return ok(ranges)
  for (const part of text.normalize('NFKC').split(/[,、;]/)) {
    const range = parseRange(part.trim())
    if (typeof range === 'string') return no(range)
    ranges.push(range)
  }
  return ok(ranges)
}

/** Whether two ranges of one place share a building. */
export const overlap = (a: NumberRange, b: NumberRange): boolean =>
  a.letter === b.letter &&
  (a.from ?? 0) <= (b.to ?? Number.POSITIVE_INFINITY) &&
  (b.from ?? 0) <= (a.to ?? Number.POSITIVE_INFINITY)

const end =
  /^([A-Z]?)(\d{1,5}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])?(?:[栋幢座号组]|号楼)?$/

function parseRange(part: string): NumberRange | string {
  const unreadable = `“${part}”看不懂，应写成 1-4、A1-A6、B 或 三组 这样，多段用逗号隔开`
  const ends = part.toUpperCase().split(/\s*[-~–—至到]\s*/)
  const [first, last] = ends.map((text) => end.exec(text))
  if (!first?.[0] || ends.length > 2) return unreadable
  const letter = first[1] ?? ''
  const from = numberOf(first[2])
  if (ends.length === 1) return from === null && !letter ? unreadable : { letter, from, to: from }
  const to = numberOf(last?.[2])
  if (!last || from === null || to === null) return unreadable
  if (last[1] && last[1] !== letter) return `“${part}”两头的字母不一样`
  return from <= to ? { letter, from, to } : `“${part}”的起号比止号大`
}

function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null
  if (/^\d+$/.test(text)) return Number(text)
  if (!text.includes('十')) return digit(text)
  const [tens, ones] = text.split('十')
  return (tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0)
}

const digit = (character: string): number => '零一二三四五六七八九'.indexOf(character)
