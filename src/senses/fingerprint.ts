import type { Fingerprint } from '../domain/photos/fingerprint.ts'

/** Pictures are looked at as squares of this many grey pixels a side. */
export const side = 32
/** So many of the lowest waves in each direction tell pictures apart; the first says only how bright it is. */
const waves = 8
/** Grey levels: below this much variation there is nothing to tell apart but noise. */
const plainBelow = 4

/**
 * The fingerprint of 32×32 grey pixels, row by row: which of their lowest waves (DCT-II) are stronger than the median.
 * null for a picture too plain to be told from others.
 */
export function fingerprintOf(grey: Uint8Array): Fingerprint | null {
  if (deviation(grey) < plainBelow) return null
  const strengths = lowWaves(grey)
  const median = [...strengths].sort((a, b) => a - b)[strengths.length >> 1] ?? 0
  const bits = strengths.map((strength) => (strength > median ? '1' : '0')).join('')
  return BigInt(`0b${bits}`).toString(16).padStart(16, '0')
}

/** 64 strengths: waves 1 to 8 across by waves 1 to 8 down; none that is constant in a direction. */
function lowWaves(grey: Uint8Array): number[] {
  const strengths: number[] = []
  for (let down = 1; down <= waves; down++)
    for (let across = 1; across <= waves; across++) {
      let sum = 0
      for (let y = 0; y < side; y++)
        for (let x = 0; x < side; x++)
          sum += (grey[y * side + x] ?? 0) * cosine(across, x) * cosine(down, y)
      strengths.push(sum)
    }
  return strengths
}

const cosines = Array.from({ length: (waves + 1) * side }, (_, i) =>
  Math.cos((Math.PI * Math.floor(i / side) * (2 * (i % side) + 1)) / (2 * side)),
)
const cosine = (wave: number, at: number) => cosines[wave * side + at] ?? 0

function deviation(grey: Uint8Array): number {
  let [sum, squares] = [0, 0]
  for (const level of grey) {
    sum += level
    squares += level * level
  }
  const mean = sum / grey.length
  return Math.sqrt(Math.max(0, squares / grey.length - mean * mean))
}
