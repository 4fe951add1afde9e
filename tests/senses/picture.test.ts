import { readFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { differingBits, isAlike } from '../../src/domain/photos/fingerprint.ts'
import type { Examined } from '../../src/flows/ports/senses.ts'
import { openSenses } from '../../src/senses/senses.ts'

const senses = openSenses(null)
afterAll(() => senses.stop())

const names = ['bright-stairs', 'dark-stairs', 'leak', 'pothole', 'rubbish'] as const
const photo = (name: string) => readFileSync(`src/http/assets/pictures/${name}.png`)
const printOf = async (bytes: Uint8Array): Promise<string> => {
  const examined = await senses.examine(bytes)
  if (examined.kind !== 'picture' || !examined.fingerprint) throw new Error('no fingerprint')
  return examined.fingerprint
}

describe('a picture is known again', () => {
  const changes: Record<string, (bytes: Uint8Array) => Promise<Uint8Array>> = {
    'as a JPEG of low quality': (bytes) => sharp(bytes).jpeg({ quality: 30 }).toBuffer(),
    'at a third of its size': (bytes) => sharp(bytes).resize(213).jpeg().toBuffer(),
    'stretched to a square': (bytes) => sharp(bytes).resize(400, 400, { fit: 'fill' }).toBuffer(),
    'in grey': (bytes) => sharp(bytes).greyscale().toBuffer(),
    'in another tint': (bytes) => sharp(bytes).tint('#ffb060').jpeg().toBuffer(),
    darker: (bytes) => sharp(bytes).linear(0.6, 0).webp().toBuffer(),
    'lying, with a note of the camera how it stands': (bytes) =>
      sharp(bytes).rotate(270).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
  }
  test.each(names.flatMap((name) => Object.keys(changes).map((change) => [name, change] as const)))(
    '%s %s',
    async (name, change) => {
      const changed = await changes[change]?.(photo(name))
      expect(isAlike(await printOf(photo(name)), await printOf(changed ?? photo(name)))).toBe(true)
    },
  )

  test('and not taken for another: those of the sandbox differ in 20 bits and more', async () => {
    const prints = await Promise.all(names.map((name) => printOf(photo(name))))
    const bits = prints.flatMap((a, i) => prints.slice(i + 1).map((b) => differingBits(a, b)))
    expect(Math.min(...bits)).toBeGreaterThan(20)
  })

  test('nor is one that shows nothing: all dark photos would be the same', async () => {
    const dark = await sharp({
      create: { width: 640, height: 480, channels: 3, background: '#050505' },
    })
      .jpeg()
      .toBuffer()
    expect(await senses.examine(dark)).toEqual({ kind: 'picture', fingerprint: null })
  })
})

const jpeg = await sharp(photo('leak')).jpeg().toBuffer()
const small = { width: 1, height: 1, channels: 3, background: '#fff' } as const
const tiny = await sharp({ create: small }).png().toBuffer()
const fifty = await sharp({
  create: { width: 8_000, height: 6_500, channels: 3, background: '#ccc' },
})
  .png()
  .toBuffer()

describe('what is no sound picture is refused at once', () => {
  /** The header of a PNG that claims this size, with its checksum right. */
  const claiming = (png: Uint8Array, width: number, height: number) => {
    const lie = Buffer.from(png)
    lie.writeUInt32BE(width, 16)
    lie.writeUInt32BE(height, 20)
    lie.writeUInt32BE(crc32(lie.subarray(12, 29)), 29)
    return lie
  }
  /** A JPEG's size stands behind the mark of its frame. */
  const claimingJpeg = () => {
    const lie = Buffer.from(jpeg)
    const frame = lie.indexOf(Buffer.from([0xff, 0xc0]))
    lie.writeUInt16BE(65_000, frame + 5)
    lie.writeUInt16BE(65_000, frame + 7)
    return lie
  }
  const cases: [string, () => Uint8Array, Examined][] = [
    ['a real one of 52 megapixels', () => fifty, { kind: 'unreadable', because: 'tooLarge' }],
    [
      'a PNG that claims 2 500 megapixels',
      () => claiming(tiny, 50_000, 50_000),
      { kind: 'unreadable', because: 'tooLarge' },
    ],
    [
      'a JPEG that claims 4 225 megapixels',
      claimingJpeg,
      { kind: 'unreadable', because: 'tooLarge' },
    ],
    [
      'a JPEG cut off in the middle',
      () => jpeg.subarray(0, jpeg.length / 2),
      { kind: 'unreadable', because: 'damaged' },
    ],
    [
      'a PNG cut off in the middle',
      () => photo('leak').subarray(0, 3_000),
      { kind: 'unreadable', because: 'damaged' },
    ],
    [
      'a head without a body',
      () => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0),
      { kind: 'unreadable', because: 'damaged' },
    ],
    [
      'an SVG',
      () => readFileSync('src/http/assets/pictures/leak.svg'),
      { kind: 'unreadable', because: 'unknownFormat' },
    ],
    [
      'a PDF',
      () => new TextEncoder().encode('%PDF-1.7\n'),
      { kind: 'unreadable', because: 'unknownFormat' },
    ],
  ]
  test.each(cases)('%s', async (_, bytes, expected) => {
    const made = bytes()
    const begun = performance.now()
    expect(await senses.examine(made)).toEqual(expected)
    expect(performance.now() - begun).toBeLessThan(2_000)
  })
})
