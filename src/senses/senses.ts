import type { Examined, Senses } from '../flows/ports/senses.ts'
import { mp3Length } from './mp3.ts'
import { examinePicture } from './picture.ts'
import { isSilk, silkDecoder } from './silk.ts'
import type { OpenTranscriber } from './transcriber.ts'
import { turnstile } from './turnstile.ts'
import { wavLength } from './wav.ts'

/** Senses that hold threads of their own until they are stopped. */
export interface OpenSenses extends Senses {
  stop(): Promise<void>
}

const mostBytes = 25 * 1024 * 1024
const picturesAtOnce = 2

/** Ears and eyes: what a file is, is told by its first bytes, whatever it was said to be. */
export function openSenses(transcriber: OpenTranscriber | null): OpenSenses {
  const silk = silkDecoder()
  const pictures = turnstile(picturesAtOnce)
  return {
    transcriber,
    async examine(bytes) {
      if (bytes.length > mostBytes) return { kind: 'unreadable', because: 'tooLarge' }
      if (isPicture(bytes)) return pictures(() => examinePicture(bytes))
      if (bytes.length > 0 && isSilk(bytes)) return silk.examine(bytes)
      if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WAVE', 8)) return asItIs(wavLength(bytes))
      if (startsWith(bytes, 'ID3') || bytes[0] === 0xff) return asItIs(mp3Length(bytes))
      return { kind: 'unreadable', because: 'unknownFormat' }
    },
    async stop() {
      transcriber?.stop()
      await silk.stop()
    },
  }
}

const asItIs = (ms: number | null): Examined =>
  ms === null ? { kind: 'unreadable', because: 'damaged' } : { kind: 'voice', wav: null, ms }

const isPicture = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xd8) ||
  startsWith(bytes, '\x89PNG') ||
  startsWith(bytes, 'GIF8') ||
  (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8))

const startsWith = (bytes: Uint8Array, word: string, at = 0): boolean =>
  [...word].every((letter, i) => bytes[at + i] === letter.charCodeAt(0))
