/** WeChat writes a quote as `「name：words」`, a line of dashes, and the answer; some clients leave the dashes out. */
const ways = [
  /^「([^:：\n]{1,24})[:：][\s\S]*?」\s*\n[-—– ]{5,}\n/,
  /^「([^:：\n]{1,24})[:：][^」]*」\s*(?:[-—– ]{3,}\s*)?/,
  /^["“]([^:：\n]{1,24})[:：][^"”]*["”]\s*(?:[-—– ]{3,}\s*)?/,
]

const opensQuote = new Set([...'「"“'].map((mark) => mark.charCodeAt(0)))

/** The speaker's own words, without what is quoted before them; a text that only quotes stays as it is. */
export function withoutQuote(text: string): {
  readonly own: string
  /** Name of who is quoted. */
  readonly quoted: string | null
} {
  if (!opensQuote.has(text.charCodeAt(0))) return { own: text, quoted: null }
  for (const way of ways) {
    const found = way.exec(text)
    const own = text.slice(found?.[0].length ?? 0)
    if (found?.[1] && own.trim() !== '') return { own, quoted: found[1].trim() }
  }
  return { own: text, quoted: null }
}
