/** What a picture looks like at a glance, as 16 hex digits: those of one scene differ in few of their 64 bits. */
export type Fingerprint = string

const alikeUpTo = 6

/** Whether two fingerprints are of one picture: also when it was scaled, recoloured or compressed again. */
export const isAlike = (a: Fingerprint, b: Fingerprint): boolean => differingBits(a, b) <= alikeUpTo

export function differingBits(a: Fingerprint, b: Fingerprint): number {
  let bits = 0
  for (let rest = BigInt(`0x${a}`) ^ BigInt(`0x${b}`); rest > 0n; rest &= rest - 1n) bits += 1
  return bits
}
