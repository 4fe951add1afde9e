export interface Matcher {
  /** Entry numbers of the longest word from each place on, in order; a word inside the one before it is passed over. */
  all(text: string): number[]
}

/**
 * Finds any of many words in one pass over a text: a trie, packed, as it is a table too large for the processor's cache that
 * costs time. Entry numbers are positions in `list`; of equal words the first counts.
 */
export function matcherOf(list: readonly string[]): Matcher {
  const { chars, childStart, entryOf } = trieOf(list)
  /** The node that a first character leads to; 0: it begins no word. */
  const firstNode = new Uint16Array(0x10000)
  for (let node = 1; node < (childStart[1] ?? 0); node++) firstNode[chars[node] ?? 0] = node
  /** Bits of the pairs that words begin with: most pairs of a text begin none. */
  const pairs = new Int32Array(2048)
  for (const word of list) {
    if (word.length < 2) continue
    const bit = bitOf(word.charCodeAt(0), word.charCodeAt(1))
    pairs[bit >>> 5] = (pairs[bit >>> 5] ?? 0) | (1 << (bit & 31))
  }

  /** The node that a character leads to from another node; 0: none. */
  function childOf(node: number, code: number): number {
    const end = childStart[node + 1] ?? 0
    for (let child = childStart[node] ?? 0; child < end; child++) {
      if (chars[child] === code) return child
    }
    return 0
  }

  return {
    all(text) {
      const found: number[] = []
      let covered = 0
      for (let from = 0; from < text.length; from++) {
        const first = text.charCodeAt(from)
        let node = firstNode[first] ?? 0
        if (node === 0) continue
        let best = entryOf[node] ?? -1
        let end = from + 1
        const bit = bitOf(first, text.charCodeAt(end))
        const last = (((pairs[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1 ? text.length : end
        for (let at = end; at < last; at++) {
          node = childOf(node, text.charCodeAt(at))
          if (node === 0) break
          const entry = entryOf[node] ?? -1
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

/** One of 65536 bits. `next` may be NaN, at the end of a text. */
const bitOf = (first: number, next: number): number => (Math.imul(first, 0x9e37) + next) & 0xffff

/** Nodes level by level from the root, 0: the children of one lie side by side, from `childStart` on to that of the next. */
function trieOf(list: readonly string[]) {
  const sorted = list
    .map((word, entry) => ({ word, entry }))
    .sort((a, b) => (a.word < b.word ? -1 : a.word > b.word ? 1 : a.entry - b.entry))
  const nodes = [{ code: 0, depth: 0, from: 0, to: sorted.length }]
  const childStart: number[] = []
  const entryOf: number[] = []
  for (const { depth, from, to } of nodes) {
    const start = nodes.length
    childStart.push(start)
    const itself = sorted[from]
    entryOf.push(depth > 0 && itself?.word.length === depth ? itself.entry : -1)
    for (let at = from; at < to; at++) {
      const code = sorted[at]?.word.charCodeAt(depth)
      if (code === undefined || Number.isNaN(code)) continue
      const last = nodes.at(-1)
      if (nodes.length > start && last?.code === code) last.to++
      else nodes.push({ code, depth: depth + 1, from: at, to: at + 1 })
    }
  }
  return {
    chars: Uint16Array.from(nodes, ({ code }) => code),
    childStart: Int32Array.from([...childStart, nodes.length]),
    entryOf: Int32Array.from(entryOf),
  }
}
