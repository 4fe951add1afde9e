/** Pictures and sounds come from outside: what they are is read from their first bytes, never believed from a header. */

type Signature = readonly [mime: string, bytes: readonly (number | null)[]]

const pictures: readonly Signature[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  // RIFF, four bytes of length, WEBP
  ['image/webp', [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50]],
]

const sounds: readonly Signature[] = [
  ['audio/wav', [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x41, 0x56, 0x45]],
  ['audio/mpeg', [0x49, 0x44, 0x33]],
  ['audio/mpeg', [0xff, 0xfb]],
  ['audio/mpeg', [0xff, 0xf3]],
]

/** The type of a picture that browsers show, by its first bytes; undefined for anything else. */
export const pictureType = (bytes: Uint8Array): string | undefined => typeIn(pictures, bytes)

/** The same for a sound that browsers play. */
export const soundType = (bytes: Uint8Array): string | undefined => typeIn(sounds, bytes)

const typeIn = (signatures: readonly Signature[], bytes: Uint8Array): string | undefined =>
  signatures.find(([, wanted]) =>
    wanted.every((byte, i) => byte === null || bytes[i] === byte),
  )?.[0]
