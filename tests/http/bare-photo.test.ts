import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { barePhoto } from '../../src/http/bare-photo.ts'

const photo = readFileSync('src/http/assets/pictures/leak.png')
const source = await sharp(photo).resize(40, 30).png().toBuffer()
const where = 'home of whoever took it'
const written = { IFD0: { Artist: where, Model: where }, IFD3: { GPSDateStamp: '2026:03:02' } }
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/">${where}</x:xmpmeta>`
const told = () => sharp(source).withExif(written).withXmp(xmp)
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const pixels = (bytes: Uint8Array) => sharp(bytes).autoOrient().raw().toBuffer()

const photos = [
  ['image/jpeg', await told().jpeg().toBuffer()],
  ['image/jpeg', await told().jpeg({ progressive: true }).toBuffer()],
  ['image/png', await told().png().toBuffer()],
  ['image/webp', await told().webp().toBuffer()],
] as const

test.each(photos)(
  'of %s nothing is told but the picture, and that is whole',
  async (type, bytes) => {
    expect(text(bytes)).toContain(where)
    const bare = barePhoto(bytes, type)
    expect(text(bare)).not.toContain(where)
    expect(text(bare)).not.toMatch(/Exif|xmp/)
    expect(await pixels(bare)).toEqual(await pixels(bytes))
    expect(barePhoto(bare, type)).toEqual(Buffer.from(bare))
  },
)

test.each([1, 3, 6, 8])('which way is up stays: %i', async (orientation) => {
  const bytes = await told().withMetadata({ orientation }).jpeg().toBuffer()
  const bare = barePhoto(bytes, 'image/jpeg')
  expect((await sharp(bare).metadata()).orientation ?? 1).toBe(orientation)
  expect(await pixels(bare)).toEqual(await pixels(bytes))
  expect(text(bare)).not.toContain(where)
})

test('a second picture behind the first, as phones put their depth there, goes with all of its own', async () => {
  const [, second] = photos[0]
  const first = await sharp(source).jpeg().toBuffer()
  expect(barePhoto(Buffer.concat([first, second]), 'image/jpeg')).toEqual(first)
})

test.each([photos[2], photos[3]])('nor does %s that broke off', (type, whole) => {
  const bytes = whole.subarray(0, whole.length - 30)
  expect(text(bytes)).toContain(where)
  const bare = barePhoto(bytes, type)
  expect(text(bare)).not.toContain(where)
  expect(bare.length).toBeGreaterThan(300)
})

test('one that broke off on its way is shown as far as it came, and tells nothing either', () => {
  const [, jpeg] = photos[0]
  const bare = text(barePhoto(jpeg.subarray(0, jpeg.length - 30), 'image/jpeg'))
  expect(bare).not.toContain(where)
  expect(bare.endsWith(text(jpeg.subarray(jpeg.length - 200, jpeg.length - 30)))).toBe(true)
})

test('an Exif that cannot be read is no reason to tell the rest', () => {
  const [, jpeg] = photos[0]
  const broken = Buffer.from('ffe1001045786966000049492a00ff000000', 'hex')
  const bytes = Buffer.concat([jpeg.subarray(0, 2), broken, jpeg.subarray(2)])
  const bare = text(barePhoto(bytes, 'image/jpeg'))
  expect(bare).not.toContain(where)
  expect(bare.length).toBeGreaterThan(300)
})

test('what cannot be taken apart stays as it is', () => {
  const [, jpeg] = photos[0]
  for (const [type, bytes] of [
    ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff])],
    ['image/gif', Buffer.from('GIF89a')],
    [
      'image/jpeg',
      Buffer.concat([jpeg.subarray(0, 2), Buffer.from('ffe100084578696600004949', 'hex')]),
    ],
  ] as const)
    expect(barePhoto(bytes, type)).toEqual(bytes)
})
