/** Source of a pattern for any of some words, longest first, written apart by spaces. */
export const oneOf = (...lists: readonly string[]): string =>
  `(?:${lists
    .flatMap((list) => list.split(' '))
    .sort((a, b) => b.length - a.length)
    .join('|')})`
