/** In UTF-16 units, as UCS-2 counts: alone 70, in a chain each part gives three to the heading that joins them. */
const alone = 70
const chained = 67
/** Longer letters are cut: each part costs, and few read on. */
const mostParts = 4

/** A text as it goes out, and how many parts it is billed as. */
export interface Billed {
  readonly text: string
  readonly parts: number
}

/** Cuts what is longer than `mostParts` at the end of a character, with a mark. */
export function billed(words: string): Billed {
  const text = words.replace(/\r\n?/g, '\n').trim()
  if (text.length <= alone) return { text, parts: 1 }
  const most = mostParts * chained
  const whole = text.length <= most ? text : `${upTo(text, most - 1)}…`
  return { text: whole, parts: Math.ceil(whole.length / chained) }
}

/** Never half of a pair, never a base without the marks that join it. */
function upTo(text: string, most: number): string {
  let kept = ''
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)) {
    if (kept.length + segment.length > most) break
    kept += segment
  }
  return kept
}
