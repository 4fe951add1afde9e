import { hashOfGram } from '../../domain/intake/hash.ts'
import { randomFrom } from '../svm.ts'

/** Texts are nearly the same when they share at least this part of their three-character pieces. */
const alike = 0.6
/** Texts that agree in all hashes of one band are compared; of those at `alike`, all but one in 2,000 are. */
const bands = 32
const hashesPerBand = 3

/**
 * Puts texts that are nearly the same into one group, also over several steps: the number of a group is the position
 * of its first text. The same texts give the same groups. Takes texts as `codeOf` gives them.
 */
export function groupsOf(codes: readonly string[]): readonly number[] {
  const pieces = codes.map(piecesOf)
  const first = codes.map((_, i) => i)
  const groupOf = (i: number): number => {
    let at = i
    while ((first[at] ?? at) !== at) at = first[at] ?? at
    first[i] = at
    return at
  }
  for (const bucket of bucketsOf(pieces.map(signatureOf))) {
    for (const [at, i] of bucket.entries()) {
      for (const j of bucket.slice(0, at)) {
        const a = groupOf(i)
        const b = groupOf(j)
        if (a !== b && overlap(pieces[i] ?? none, pieces[j] ?? none) >= alike)
          first[Math.max(a, b)] = Math.min(a, b)
      }
    }
  }
  return codes.map((_, i) => groupOf(i))
}

/** The distinct three-character pieces of a text, as rising hashes; of a shorter text the whole. */
function piecesOf(code: string): Int32Array {
  const found = new Set<number>()
  for (let i = 0; i < Math.max(1, code.length - 2); i++) {
    found.add(hashOfGram(code.charCodeAt(i), code.charCodeAt(i + 1), code.charCodeAt(i + 2)))
  }
  return Int32Array.from(found).sort()
}

const random = randomFrom(7)
const factors = Int32Array.from(
  { length: bands * hashesPerBand },
  () => Math.floor(random() * 2 ** 32) | 1,
)

/** MinHash (Broder 1997): two texts agree in one number as likely as the part of their pieces that they share. */
function signatureOf(pieces: Int32Array): Uint32Array {
  return Uint32Array.from(factors, (factor) => {
    let least = 2 ** 32
    for (const piece of pieces) {
      const product = Math.imul(piece ^ factor, factor)
      const hash = (product ^ (product >>> 15)) >>> 0
      if (hash < least) least = hash
    }
    return least
  })
}

/** The positions of texts that agree in all numbers of a band. */
function bucketsOf(signatures: readonly Uint32Array[]): number[][] {
  return Array.from({ length: bands }, (_, band) => {
    const buckets = new Map<string, number[]>()
    signatures.forEach((signature, i) => {
      const key = signature.subarray(band * hashesPerBand, (band + 1) * hashesPerBand).join(' ')
      const bucket = buckets.get(key)
      if (bucket) bucket.push(i)
      else buckets.set(key, [i])
    })
    return [...buckets.values()].filter((bucket) => bucket.length > 1)
  }).flat()
}

const none = new Int32Array(0)

/** The part of all pieces of two texts that both have (Jaccard). */
function overlap(a: Int32Array, b: Int32Array): number {
  let both = 0
  let j = 0
  for (const piece of a) {
    while (j < b.length && (b[j] ?? 0) < piece) j++
    if (b[j] === piece) both++
  }
  return both / (a.length + b.length - both)
}
