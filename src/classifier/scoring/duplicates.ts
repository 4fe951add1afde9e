/** A petition that says another one again: its key → the key of the earlier one, as `conversation-id#index`. */
export type Links = ReadonlyMap<string, string>

/**
 * Pairs "later = first of its chain": A of B, B of C makes A = C. `rename` gives the key under which a petition is
 * known on the other side.
 */
export const duplicatePairs = (links: Links, rename: (key: string) => string): Set<string> =>
  new Set([...links.keys()].map((key) => `${rename(key)} = ${rename(firstOf(key, links))}`))

function firstOf(key: string, links: Links): string {
  const seen = new Set<string>()
  let first = key
  for (let next = links.get(first); next !== undefined && !seen.has(first); ) {
    seen.add(first)
    first = next
    next = links.get(first)
  }
  return first
}
