import { commonness, type Gram, gramOf } from './grams.ts'
import { type Chars, charsOfClass, charsOfEscape, escapeAt, withCases } from './pattern-chars.ts'

/** What is known of all that a part of a pattern can match; `null`: nothing. */
interface Piece {
  readonly mayBeEmpty: boolean
  readonly first: Chars
  readonly last: Chars
  /** At least one of these is in every match. */
  readonly need: ReadonlySet<Gram> | null
}

/** More pairs than this say less than their first half alone. */
const mostPairs = 600

const empty: Piece = { mayBeEmpty: true, first: new Set(), last: new Set(), need: null }
const unknown: Piece = { mayBeEmpty: true, first: null, last: null, need: null }

/**
 * Grams of which every text that a pattern matches has at least one; `null` where no such can be said. Errs only towards
 * `null` and towards too many.
 */
export function needsOf({ source, flags }: RegExp): ReadonlySet<Gram> | null {
  const ignoresCase = flags.includes('i')
  const byPoint = flags.includes('u')
  let at = 0

  const piece = choice()
  return piece.mayBeEmpty ? null : piece.need

  function choice(): Piece {
    const branches = [sequence()]
    while (source[at] === '|') {
      at++
      branches.push(sequence())
    }
    return anyOf(branches)
  }

  function sequence(): Piece {
    const pieces: Piece[] = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      pieces.push(repeated(atom()))
    }
    return inRow(pieces)
  }

  function atom(): Piece {
    const char = source[at] ?? ''
    if (char === '(') return group()
    if (char === '[') {
      const end = endOfClass(source, at)
      const inside = source.slice(at + 1, end)
      at = end + 1
      return ofChars(inside.startsWith('^') ? null : charsOfClass(inside, byPoint))
    }
    if (char === '\\') {
      const escaped = escapeAt(source, at)
      at += escaped.length
      if (/^\\[bB]$/.test(escaped)) return empty
      if (/^\\(?:[1-9]|k<)/.test(escaped)) return unknown
      return ofChars(charsOfEscape(escaped))
    }
    at++
    if (char === '^' || char === '$') return empty
    if (char === '.') return ofChars(null)
    const low = byPoint ? source.charCodeAt(at) : 0
    if (low >= 0xdc00 && low <= 0xdfff) {
      at++
      return inRow([ofChars(new Set([char.charCodeAt(0)])), ofChars(new Set([low]))])
    }
    return ofChars(new Set([char.charCodeAt(0)]))
  }

  function group(): Piece {
    const opening = /^\((?:\?(?::|[=!]|<[=!]|<[^>]+>))?/.exec(source.slice(at, at + 40))?.[0] ?? '('
    at += opening.length
    const inside = choice()
    at++ // its bracket
    return /^\(\?<?[=!]/.test(opening) ? empty : inside
  }

  function repeated(piece: Piece): Piece {
    const found = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(source.slice(at, at + 12))
    if (!found) return piece
    at += found[0].length
    const least = found[0].startsWith('+') ? 1 : Number(found[1] ?? 0)
    return least > 0 ? piece : { ...piece, mayBeEmpty: true, need: null }
  }

  function ofChars(chars: Chars): Piece {
    const all = ignoresCase ? withCases(chars, byPoint) : chars
    return { mayBeEmpty: false, first: all, last: all, need: all }
  }
}

function endOfClass(source: string, from: number): number {
  let at = from + 1
  while (source[at] !== ']') at += source[at] === '\\' ? 2 : 1
  return at
}

function anyOf(branches: readonly Piece[]): Piece {
  const [only] = branches
  if (only && branches.length === 1) return only
  return {
    mayBeEmpty: branches.some(({ mayBeEmpty }) => mayBeEmpty),
    first: union(branches.map(({ first }) => first)),
    last: union(branches.map(({ last }) => last)),
    need: union(branches.map(({ need }) => need)),
  }
}

function inRow(pieces: readonly Piece[]): Piece {
  const needs = pieces.flatMap((piece, i) => [
    piece.mayBeEmpty ? null : piece.need,
    piece.mayBeEmpty ? null : pairs(piece.last, firstOf(pieces.slice(i + 1))),
  ])
  const said = needs.filter((need) => need !== null)
  const from = pieces.findLastIndex(({ mayBeEmpty }) => !mayBeEmpty)
  return {
    mayBeEmpty: from < 0,
    first: firstOf(pieces) ?? (from < 0 ? union(pieces.map(({ first }) => first)) : null),
    last: union(pieces.slice(Math.max(0, from)).map(({ last }) => last)),
    need: said.length === 0 ? null : said.reduce((a, b) => (commonness(b) < commonness(a) ? b : a)),
  }
}

/** What pieces in a row must begin with; `null` also where all of them may be empty. */
function firstOf(pieces: readonly Piece[]): Chars {
  const end = pieces.findIndex(({ mayBeEmpty }) => !mayBeEmpty)
  return end < 0 ? null : union(pieces.slice(0, end + 1).map(({ first }) => first))
}

function pairs(before: Chars, after: Chars): ReadonlySet<Gram> | null {
  if (!before || !after || before.size * after.size > mostPairs) return null
  const all = new Set<Gram>()
  for (const a of before) for (const b of after) all.add(gramOf(a, b))
  return all
}

function union(sets: readonly (ReadonlySet<number> | null)[]): ReadonlySet<number> | null {
  const all = new Set<number>()
  for (const set of sets) {
    if (!set) return null
    for (const one of set) all.add(one)
  }
  return all
}
