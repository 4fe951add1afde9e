const headerBytes = 44
const bytesPerSample = 2

/** A WAV of 16-bit samples of one channel. */
export function wavOf(samples: Uint8Array, rate: number): Uint8Array {
  const wav = new Uint8Array(headerBytes + samples.length)
  const view = new DataView(wav.buffer)
  const text = (at: number, word: string) => wav.set(new TextEncoder().encode(word), at)
  text(0, 'RIFF')
  view.setUint32(4, wav.length - 8, true)
  text(8, 'WAVEfmt ')
  view.setUint32(16, 16, true) // length of what follows
  view.setUint16(20, 1, true) // PCM
  view.setUint16(22, 1, true)
  view.setUint32(24, rate, true)
  view.setUint32(28, rate * bytesPerSample, true)
  view.setUint16(32, bytesPerSample, true)
  view.setUint16(34, bytesPerSample * 8, true)
  text(36, 'data')
  view.setUint32(40, samples.length, true)
  wav.set(samples, headerBytes)
  return wav
}

/** How long a WAV sounds, in ms, by its header; null for what is none. */
export function wavLength(bytes: Uint8Array): number | null {
  if (bytes.length < headerBytes) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const bytesPerSecond = view.getUint32(28, true)
  if (bytesPerSecond === 0) return null
  return Math.round(((bytes.length - headerBytes) / bytesPerSecond) * 1_000)
}
