import { isHan } from './text.ts'

/** Chinese characters of a text and pairs of them. */
export type Grams = ReadonlySet<string>

export function gramsOf(text: string): Grams {
  const found = new Set<string>()
  for (let at = 0; at < text.length; at++) {
    if (!isHan(text.charCodeAt(at))) continue
    found.add(text.charAt(at))
    if (isHan(text.charCodeAt(at + 1))) found.add(text.slice(at, at + 2))
  }
  return found
}

/**
 * What two texts have in common: how many grams, and which share of the one that says less (0..1). Grams count alike: weighing them by how rare they are in our corpus gained nothing on left-out pairs.
 */
export function shared(a: Grams, b: Grams) {
  let amount = 0
  for (const gram of a) if (b.has(gram)) amount++
  return {
    amount,
    share: amount / Math.max(1, Math.min(a.size, b.size)),
  }
}
