import { letterFor, letterOf, mostLetters } from './letters.ts'

export interface Matcher {
  /** Entry numbers of the longest word from each place on, in order; a word inside the one before it is passed over. */
  all(text: string): number[]
  /** Whether one of the words that `all` finds is of a sort; looks no further than to the first. */
  some(text: string, isOfSort: (entry: number) => boolean): boolean
}

/**
 * Finds any of many words in one pass over a text: a trie, packed, as it is a table too large for the processor's cache that
 * costs time. Entry numbers are positions in `list`; of equal words the first counts.
 */
export function matcherOf(list: readonly string[]): Matcher {
  const { chars, childStart, entryOf } = trieOf(list)
  /** The node that a first character leads to; 0: it begins no word. */
  const firstNode = new Uint16Array(mostLetters)
  for (let node = 1; node < (childStart[1] ?? 0); node++)
    firstNode[letterFor(chars[node] ?? 0)] = node
  /** Bits of the pairs that words begin with: most pairs of a text begin none. */
  const pairs = new Int32Array(2048)
  /** The nodes that pairs lead to, by the pair: a first character may have too many children to go through them. */
  const pairCount = (childStart[childStart[1] ?? 0] ?? 0) - (childStart[1] ?? 0)
  const size = 2 ** Math.ceil(Math.log2(2 * pairCount + 2))
  /** A pair and its node side by side. */
  const pairNodes = new Int32Array(2 * size)
  for (let node = 1; node < (childStart[1] ?? 0); node++) {
    const first = chars[node] ?? 0
    for (let child = childStart[node] ?? 0; child < (childStart[node + 1] ?? 0); child++) {
      const next = chars[child] ?? 0
      const bit = bitOf(first, next)
      pairs[bit >>> 5] = (pairs[bit >>> 5] ?? 0) | (1 << (bit & 31))
      const slot = slotOf((first << 16) | next)
      pairNodes[slot] = (first << 16) | next
      pairNodes[slot + 1] = child
    }
  }
  /** Where the word ends that was found last. */
  let wordEnd = 0

  /** The slot of a pair, or the free slot that it would have. */
  function slotOf(pair: number): number {
    const mask = pairNodes.length - 1
    let slot = (Math.imul(pair ^ (pair >>> 16), 0x9e3779b1) >>> 7) & mask & -2
    while (pairNodes[slot] !== 0 && pairNodes[slot] !== pair) slot = (slot + 2) & mask
    return slot
  }

  /** The node that a character leads to from another node; 0: none. */
  function childOf(node: number, code: number): number {
    const end = childStart[node + 1] ?? 0
    for (let child = childStart[node] ?? 0; child < end; child++) {
      if (chars[child] === code) return child
    }
    return 0
  }

  /** The longest word that begins at a place, and in `wordEnd` its end; -1: none. */
  function longestAt(text: string, from: number, node: number): number {
    let best = entryOf[node] ?? -1
    wordEnd = from + 1
    const first = text.charCodeAt(from)
    const next = text.charCodeAt(from + 1)
    const bit = bitOf(first, next)
    if ((((pairs[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 0) return best
    let at = from + 1
    let found = pairNodes[slotOf((first << 16) | next) + 1] ?? 0
    while (found !== 0) {
      const entry = entryOf[found] ?? -1
      at++
      if (entry >= 0) {
        best = entry
        wordEnd = at
      }
      found = childOf(found, text.charCodeAt(at))
    }
    return best
  }

  return {
    all(text) {
      const found: number[] = []
      let covered = 0
      for (let from = 0; from < text.length; from++) {
        const node = firstNode[letterOf(text.charCodeAt(from))] ?? 0
        const entry = node === 0 ? -1 : longestAt(text, from, node)
        if (entry < 0 || wordEnd <= covered) continue
        found.push(entry)
        covered = wordEnd
      }
      return found
    },

    some(text, isOfSort) {
      let covered = 0
      for (let from = 0; from < text.length; from++) {
        const node = firstNode[letterOf(text.charCodeAt(from))] ?? 0
        const entry = node === 0 ? -1 : longestAt(text, from, node)
        if (entry < 0 || wordEnd <= covered) continue
        if (isOfSort(entry)) return true
        covered = wordEnd
      }
      return false
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
