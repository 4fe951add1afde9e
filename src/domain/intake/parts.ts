import type { Heard } from './heard.ts'

/** Where one message begins to speak of another thing. */
const borders =
  /(?:^|[ ,，。;；.!！\n])(?=(?:第[二三四五]|其次|另外|再(?:一个|就是|有)|还有(?:个|就是|一(?:个|件)|件)?(?!人|没|事吗|完)|顺便(?:说|问|反映|提)|[二三四五]是|[2-5][.、)](?!\d)))/g

/** A part is no shorter. */
const shortest = 8

/** Splits a message that speaks of several things at its own marks (`一是…二是…`, `另外…`); each part has some length. */
export function partsOf(text: string): readonly string[] {
  if (text.length < 2 * shortest) return [text]
  const cuts = [...text.matchAll(borders)].map((found) => (found.index ?? 0) + found[0].length)
  const parts: string[] = []
  let from = 0
  for (const cut of cuts) {
    if (cut - from < shortest || text.length - cut < shortest) continue
    parts.push(text.slice(from, cut))
    from = cut
  }
  parts.push(text.slice(from))
  return parts
}

/** Parts of one message are several matters only when the best guess of each is another. */
export function areApart(parts: readonly Heard[]): boolean {
  const codes = parts.map(({ verdict }) => verdict.categories[0])
  return (
    new Set(codes.map((best) => best?.code)).size === parts.length &&
    codes.every((best) => (best?.p ?? 0) > 0.3)
  )
}
