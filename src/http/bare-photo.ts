/**
 * A picture without what a phone wrote beside it: where and when it was taken, by whose phone, what it showed before it was
 * cut. Who asks not to be known would be known by that. Which way is up stays. What cannot be taken apart stays as it is.
 */
export function barePhoto(bytes: Uint8Array, type: string): Uint8Array {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (type === 'image/jpeg') return bareJpeg(whole)
    if (type === 'image/png') return barePng(whole)
    if (type === 'image/webp') return bareWebp(whole)
  } catch {
    // it ends before it should
  }
  return bytes
}

/** APP1: Exif and XMP; APP13: what Photoshop writes. */
const telling = new Set([0xe1, 0xed])
/** Within the picture itself: a stuffed zero, restarts. */
const isPicture = (marker: number) => marker === 0 || (marker >= 0xd0 && marker <= 0xd7)

function bareJpeg(whole: Buffer): Buffer {
  const kept = [whole.subarray(0, 2)]
  let at = 2
  for (;;) {
    const marker = whole.readUInt8(at) === 0xff ? whole.readUInt8(at + 1) : null
    if (marker === null) throw new RangeError('no marker')
    if (marker === 0xff) {
      at += 1 // as many as one likes may stand before a marker
      continue
    }
    if (marker === 0xd9) return Buffer.concat([...kept, whole.subarray(at, at + 2)]) // more pictures may follow, with all of theirs
    let end = at + 2 + whole.readUInt16BE(at + 2)
    const segment = whole.subarray(at, end)
    if (marker === 0xda) {
      end = whole.indexOf(0xff, end)
      while (isPicture(whole.readUInt8(end + 1))) end = whole.indexOf(0xff, end + 2)
      if (end < at) return Buffer.concat([...kept, segment, whole.subarray(at + segment.length)]) // it broke off on its way
      kept.push(whole.subarray(at, end))
    } else if (!telling.has(marker)) kept.push(segment)
    else kept.push(onlyTurned(segment))
    at = end
  }
}

/** Of Exif the one thing that a picture is wrong without. */
function onlyTurned(segment: Buffer): Buffer {
  const turned = turnIn(segment)
  if (turned === 1) return Buffer.alloc(0)
  const exif = Buffer.from(
    'ffe100224578696600004d4d002a00000008000101120003000000010000000000000000',
    'hex',
  )
  exif.writeUInt16BE(turned, 28)
  return exif
}

/** 1 also where its list breaks off: what stands behind it in the photo is not kept for that. */
function turnIn(segment: Buffer): number {
  try {
    return turnOf(segment)
  } catch {
    return 1
  }
}

const orientation = 0x0112

/** 1 to 8, as Exif counts; 1: as it lies. */
function turnOf(segment: Buffer): number {
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0') return 1
  const tiff = segment.subarray(10)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  const entries = Array.from({ length: short(first) }, (_, i) => first + 2 + 12 * i)
  const found = entries.find((at) => short(at) === orientation)
  const turned = found === undefined ? 1 : short(found + 8)
  return turned >= 1 && turned <= 8 ? turned : 1
}

const spokenOf = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'])

function barePng(whole: Buffer): Buffer {
  const kept = [whole.subarray(0, 8)]
  for (let at = 8; at + 8 <= whole.length; ) {
    const kind = whole.toString('latin1', at + 4, at + 8)
    const end = at + 12 + whole.readUInt32BE(at)
    if (!spokenOf.has(kind)) kept.push(whole.subarray(at, end))
    if (kind === 'IEND') break
    at = end
  }
  return Buffer.concat(kept)
}

/** That Exif and XMP are there, in the head of a longer WebP. */
const flags = 0x08 | 0x04

function bareWebp(whole: Buffer): Buffer {
  const end = 8 + whole.readUInt32LE(4)
  const kept: Buffer[] = []
  for (let at = 12; at < end; ) {
    const kind = whole.toString('latin1', at, at + 4)
    const length = whole.readUInt32LE(at + 4)
    const next = at + 8 + length + (length % 2)
    const chunk = Buffer.from(whole.subarray(at, next))
    if (kind === 'VP8X') chunk.writeUInt8(chunk.readUInt8(8) & ~flags, 8)
    if (kind !== 'EXIF' && kind !== 'XMP ') kept.push(chunk)
    at = next
  }
  const head = Buffer.from(whole.subarray(0, 12))
  head.writeUInt32LE(4 + kept.reduce((sum, { length }) => sum + length, 0), 4)
  return Buffer.concat([head, ...kept])
}
