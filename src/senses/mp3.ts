/** Bits per second in thousands, MPEG 1 and MPEG 2 layer III, by the index in the frame's header. */
const kilobits = {
  one: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  two: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const
/** Samples per second of MPEG 1; MPEG 2 has half of it, 2.5 a quarter. */
const rates = [44_100, 48_000, 32_000] as const

/** How long an MP3 sounds, in ms: its frames are counted; null when it has none. */
export function mp3Length(bytes: Uint8Array): number | null {
  let at = afterTag(bytes)
  let seconds = 0
  while (at + 4 <= bytes.length) {
    const frame = frameAt(bytes, at)
    if (!frame) break
    seconds += frame.seconds
    at += frame.length
  }
  return seconds > 0 ? Math.round(seconds * 1_000) : null
}

/** Players put a tag before the sound: `ID3`, and its length in four times seven bits. */
function afterTag(bytes: Uint8Array): number {
  const isTag = bytes[0] === 0x49 && bytes[1] === 0x44 && bytes[2] === 0x33
  if (!isTag) return 0
  return 10 + bytes.subarray(6, 10).reduce((length, seven) => length * 128 + (seven & 0x7f), 0)
}

function frameAt(bytes: Uint8Array, at: number) {
  const [sync = 0, kind = 0, index = 0] = bytes.subarray(at, at + 3)
  if (sync !== 0xff || (kind & 0xe6) !== 0xe2) return null // eleven ones, layer III
  const version = (kind >> 3) & 3 // 3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5
  const bitRate = kilobits[version === 3 ? 'one' : 'two'][index >> 4]
  const base = rates[(index >> 2) & (3 as 0 | 1 | 2)]
  if (version === 1 || !bitRate || !base) return null
  const rate = base / (version === 3 ? 1 : version === 2 ? 2 : 4)
  const samples = version === 3 ? 1_152 : 576
  const padding = (index >> 1) & 1
  const length = Math.floor(((samples / 8) * bitRate * 1_000) / rate) + padding
  return { length, seconds: samples / rate }
}
