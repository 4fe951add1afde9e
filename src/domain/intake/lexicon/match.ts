export interface Matcher {
  /** Entry numbers of the longest word from each place on, in order; a word inside the one before it is passed over. */
  all(text: string): number[]
}

/**
 * Finds any of many words in one pass over a text: a trie whose edges lie in one open-addressing table.
 * Entry numbers are positions in `list`; of equal words the first counts.
 */
export function matcherOf(list: readonly string[]): Matcher {
  const size = 2 ** Math.ceil(Math.log2(2 * list.reduce((sum, word) => sum + word.length, 1) + 2))
  const edges = new Int32Array(2 * size).fill(-1) // an edge, and the node that it leads to
  const ends: number[] = [-1]

  list.forEach((word, entry) => {
    let node = 0
    for (let i = 0; i < word.length; i++) {
      const key = node * 65_536 + word.charCodeAt(i)
      const slot = slotOf(key)
      if (edges[slot] === -1) {
        edges[slot] = key | 0
        edges[slot + 1] = ends.push(-1) - 1
      }
      node = edges[slot + 1] ?? 0
    }
    if (ends[node] === -1) ends[node] = entry
  })
  const entryAt = Int32Array.from(ends)

  function slotOf(key: number): number {
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & (size - 1)
    while (edges[2 * slot] !== -1 && edges[2 * slot] !== (key | 0)) slot = (slot + 1) & (size - 1)
    return 2 * slot
  }

  /** What most characters of a text are: the beginning of no word. */
  const begins = new Uint8Array(0x10000)
  for (const word of list) begins[word.charCodeAt(0)] = 1

  return {
    all(text) {
      const found: number[] = []
      let covered = 0
      for (let from = 0; from < text.length; from++) {
        if (begins[text.charCodeAt(from)] === 0) continue
        let node = 0
        let best = -1
        let end = from
        for (let at = from; at < text.length; at++) {
          const slot = slotOf(node * 65_536 + text.charCodeAt(at))
          if (edges[slot] === -1) break
          node = edges[slot + 1] ?? 0
          const entry = entryAt[node] ?? -1
          if (entry >= 0) {
            best = entry
            end = at + 1
          }
        }
        if (best >= 0 && end > covered) {
          found.push(best)
          covered = end
        }
      }
      return found
    },
  }
}
