/** Code units that may stand at a place; `null`: more than are worth listing. */
export type Chars = ReadonlySet<number> | null

const mostInRange = 100

/** The whole escape that begins at a backslash: `\d`, `\u4e00`, `\p{Script=Han}`, `\k<who>`. */
export const escapeAt = (source: string, at: number): string =>
  /^\\(?:u\{[^}]+\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|[pP]\{[^}]+\}|k<[^>]+>|.)/su.exec(
    source.slice(at, at + 40),
  )?.[0] ?? '\\'

const named: Readonly<Record<string, string>> = {
  d: '0123456789',
  w: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_',
  s: '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
  n: '\n',
  t: '\t',
  r: '\r',
  v: '\v',
  f: '\f',
  0: '\0',
}

export function charsOfEscape(escaped: string): Chars {
  const sort = escaped.charAt(1)
  if (/^[DWSpPc]$/.test(sort)) return null
  const hex = /^\\[ux]\{?([\dA-Fa-f]+)\}?$/.exec(escaped)?.[1]
  if (hex !== undefined) {
    const point = Number.parseInt(hex, 16)
    return point > 0xffff ? null : new Set([point])
  }
  return unitsOf(named[sort] ?? sort)
}

/** What a class lists, given without its brackets; of pairs of surrogates nothing is said. */
export function charsOfClass(inside: string, byPoint: boolean): Chars {
  const all = new Set<number>()
  for (let at = 0; at < inside.length; ) {
    const [from, length] = memberAt(inside, at)
    at += length
    const [to, toLength] = inside[at] === '-' ? memberAt(inside, at + 1) : [null, 0]
    if (from === null || [...from].some((code) => byPoint && code >= 0xd800 && code <= 0xdfff))
      return null
    for (const code of from) all.add(code)
    if (inside[at] !== '-' || toLength === 0) continue
    at += 1 + toLength
    const [first = 0] = from
    const [last = 0] = to ?? []
    if (!to || from.size !== 1 || to.size !== 1 || last - first > mostInRange) return null
    for (let code = first; code <= last; code++) all.add(code)
  }
  return all
}

function memberAt(inside: string, at: number): [Chars, length: number] {
  if (at >= inside.length) return [null, 0]
  if (inside[at] !== '\\') return [new Set([inside.charCodeAt(at)]), 1]
  const escaped = escapeAt(inside, at)
  return [escaped === '\\b' ? new Set([8]) : charsOfEscape(escaped), escaped.length]
}

/** With small and capital letters; `null` where letters of another alphabet may be folded into one. */
export function withCases(chars: Chars, byPoint: boolean): Chars {
  if (!chars) return null
  const all = new Set<number>()
  for (const code of chars) {
    const char = String.fromCharCode(code)
    const isFolded = char.toLowerCase() !== char.toUpperCase()
    if (isFolded && (code > 127 || (byPoint && /[ks]/i.test(char)))) return null
    for (const one of [char, char.toLowerCase(), char.toUpperCase()]) all.add(one.charCodeAt(0))
  }
  return all
}

const unitsOf = (text: string): Chars =>
  new Set(Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)))
