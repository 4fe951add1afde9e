/** Texts by the pieces they are made of: single characters and pairs of them. */
export interface Neighbours {
  readonly idOf: ReadonlyMap<number, number>
  /** By piece: the texts that have it. */
  readonly having: readonly (readonly number[])[]
  /** By text: its pieces. */
  readonly pieces: readonly Int32Array[]
  /** Scratch paper, by text: all zero between questions. */
  readonly shared: Uint16Array
}

/** From this cosine of their pieces on, two texts say nearly the same (facts: near-identical texts of one street). */
const close = 0.92
/** Shorter texts are the same or they are not. */
const shortest = 5

export const isNearlyAll = (text: string): boolean => text.length >= shortest

export function neighboursOf(texts: readonly string[]): Neighbours {
  const idOf = new Map<number, number>()
  const having: number[][] = []
  const pieces = texts.map((text, at) => {
    const ids = piecesOf(text).map((piece) => {
      const id = idOf.get(piece) ?? idOf.size
      idOf.set(piece, id)
      return id
    })
    for (const id of ids) {
      const list = having[id]
      if (list) list.push(at)
      else having[id] = [at]
    }
    return Int32Array.from(ids)
  })
  return { idOf, having, pieces, shared: new Uint16Array(texts.length) }
}

/**
 * The position of the text that is nearest, the latest of equals; -1 when none is near enough. A near text must share one
 * of the rarest pieces, so only the texts that have those are looked at.
 */
export function nearest(text: string, { idOf, having, pieces, shared }: Neighbours): number {
  const all = piecesOf(text)
  const known = all.flatMap((piece) => idOf.get(piece) ?? [])
  // what shares none of so many pieces is too far away
  const unknown = all.length - known.length
  const telling = Math.floor((1 - close * close) * all.length) + 1 - unknown
  if (telling <= 0) return -1
  const rarity = (id: number) => having[id]?.length ?? 0
  const rarest = known.toSorted((a, b) => rarity(a) - rarity(b)).slice(0, telling)
  const found: number[] = []
  for (const id of rarest)
    for (const at of having[id] ?? []) {
      if (shared[at] === 0) found.push(at)
      shared[at] = (shared[at] ?? 0) + 1
    }

  const mine = new Set(known)
  let best = -1
  let most = close
  for (const at of found) {
    const count = shared[at] ?? 0
    shared[at] = 0
    const theirs = pieces[at] ?? none
    const size = Math.sqrt(all.length * theirs.length)
    if (count + known.length - rarest.length < most * size - 1e-9) continue
    let same = 0
    for (const id of theirs) if (mine.has(id)) same++
    const cosine = same / size
    if (cosine > most || (cosine === most && at > best)) {
      best = at
      most = cosine
    }
  }
  return best
}

const none = new Int32Array(0)

/** Each once; a pair and a character never have the same number. */
function piecesOf(text: string): number[] {
  const pieces = new Set<number>()
  for (let i = 0; i < text.length; i++) {
    pieces.add(text.charCodeAt(i))
    if (i > 0) pieces.add(0x10000 * text.charCodeAt(i - 1) + text.charCodeAt(i))
  }
  return [...pieces]
}
