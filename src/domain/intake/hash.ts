/** A 32-bit hash of one to three characters; absent ones before them are 0. */
export function hashOfGram(a: number, b: number, c: number): number {
  return mixed(Math.imul(a, 0x2c1b3c6d) + Math.imul(b, 0x297a2d39) + Math.imul(c, 0x1b56c4e9))
}

/** A 32-bit hash of any string, other than the hash of an n-gram of the same characters. */
export function hashOfWords(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  }
  return mixed(hash)
}

/** Never 0: that marks an empty slot. */
function mixed(value: number): number {
  let hash = value | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) | 0 || 1
}
