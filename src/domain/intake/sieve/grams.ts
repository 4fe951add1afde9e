/** One code unit, or two side by side as one 32-bit number: what a pattern may need to find. */
export type Gram = number

export const gramOf = (before: number, code: number): Gram => (before << 16) | code

/** How often a text has one of these, roughly: the rarer, the more a need for them says. */
export function commonness(grams: ReadonlySet<Gram>): number {
  let sum = 0
  for (const gram of grams) {
    const before = gram >>> 16
    const share = shareOf(gram & 0xffff)
    sum += before === 0 ? share : share * shareOf(before) * 0.02
  }
  return sum
}

const everywhere = new Set([...'的一是不了在有我他这个们来到大家你没都就还人上下要会说那也好去里'])

function shareOf(code: number): number {
  if (code === 32 || code === 44) return 30
  if (code >= 48 && code <= 57) return 5
  return everywhere.has(String.fromCharCode(code)) ? 8 : 1
}
