import type Sharp from 'sharp'
import type { Examined } from '../flows/ports/senses.ts'
import { fingerprintOf, side } from './fingerprint.ts'

/** Chat platforms send up to 12 megapixels, a few phones 40. */
const mostPixels = 40_000_000
const mostSeconds = 5

let opened: Promise<typeof Sharp> | null = null

/** Loaded with the first picture, for it takes a while, and there are machines that it does not run on. */
async function open(): Promise<typeof Sharp> {
  const { default: sharp } = await import('sharp')
  sharp.concurrency(1)
  sharp.cache(false)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: [
      'VipsForeignLoadJpegBuffer',
      'VipsForeignLoadPngBuffer',
      'VipsForeignLoadWebpBuffer',
      'VipsForeignLoadNsgifBuffer',
    ],
  })
  return sharp
}

/**
 * Looks at a picture. Its size is read from the header before anything is decoded, in threads of the library's own. A
 * photo lies as its camera says; of a moving picture only the first frame counts.
 */
export async function examinePicture(bytes: Uint8Array): Promise<Examined> {
  opened ??= open()
  const sharp = await opened.catch(() => null)
  if (!sharp) return { kind: 'picture', fingerprint: null }
  if (screenOf(bytes) > mostPixels) return { kind: 'unreadable', because: 'tooLarge' }
  const picture = () => sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
  try {
    const { width, height } = await picture().metadata()
    if (width * height > mostPixels) return { kind: 'unreadable', because: 'tooLarge' }
    const grey = await picture()
      .timeout({ seconds: mostSeconds })
      .autoOrient()
      .flatten({ background: 'white' })
      .greyscale()
      .resize(side, side, { fit: 'fill' })
      .raw()
      .toBuffer()
    return { kind: 'picture', fingerprint: fingerprintOf(grey) }
  } catch (fault) {
    const isLarge = fault instanceof Error && /pixel limit|too large/i.test(fault.message)
    return { kind: 'unreadable', because: isLarge ? 'tooLarge' : 'damaged' }
  }
}

/** Browsers make room for the screen that a GIF claims; the library here for its pictures only. 0: no GIF. */
function screenOf(bytes: Uint8Array): number {
  if (bytes[0] !== 0x47 || bytes.length < 10) return 0
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return view.getUint16(6, true) * view.getUint16(8, true)
}
