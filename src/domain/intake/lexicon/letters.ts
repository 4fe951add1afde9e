/**
 * Small numbers for the characters that words and patterns are made of, the same for all tables: a table by these numbers
 * stays in the processor's cache, one by all characters there are does not.
 */
const numbers = new Uint16Array(0x10000)
let count = 0

/** A table by the numbers of characters has so many places; 0 is any character that nothing is made of. */
export const mostLetters = 8192

/** The number of a character by which tables are read. */
export const letterOf = (code: number): number => numbers[code] ?? 0

/** The number of a character that a table is made for. Throws when there are more characters than tables have places. */
export function letterFor(code: number): number {
  const known = letterOf(code)
  if (known !== 0) return known
  if (count + 1 === mostLetters) throw new Error('more characters than tables have places for')
  numbers[code] = ++count
  return count
}
