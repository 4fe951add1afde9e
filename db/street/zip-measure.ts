import { inflateRaw } from 'node:zlib'

/** Why a workbook is not read. */
export type TooMuch = 'broken' | 'files' | 'bytes' | 'strings'

/** Excel writes some ten files, and a few for each sheet. */
const mostFiles = 1_000
/** A workbook of as many rows as we take unpacks to a tenth of it. */
const mostUnpacked = 80 * 1024 * 1024
/** Shared strings are read for each sheet anew, and cost a hundred times what they weigh. */
const mostStrings = 200_000

interface Packed {
  readonly bytes: Uint8Array
  readonly isPacked: boolean
  /** As the directory says. */
  readonly size: number
}

/**
 * What of a zip file would exhaust whoever reads it, measured by unpacking it: its directory may lie. null: nothing.
 */
export async function tooMuchIn(zip: Uint8Array): Promise<TooMuch | null> {
  const files = filesIn(zip)
  if (!Array.isArray(files)) return files
  if (files.reduce((sum, { size }) => sum + size, 0) > mostUnpacked) return 'bytes'
  let [left, strings] = [mostUnpacked, 0]
  for (const file of files) {
    const unpacked = await contentOf(file, left)
    if (typeof unpacked === 'string') return unpacked
    left -= unpacked.length
    strings += stringsIn(unpacked)
    if (left < 0) return 'bytes'
    if (strings > mostStrings) return 'strings'
  }
  return null
}

function filesIn(zip: Uint8Array): Packed[] | 'broken' | 'files' {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = endOf(view)
  if (end < 0) return 'broken'
  const count = view.getUint16(end + 10, true)
  if (count > mostFiles) return 'files'
  const files: Packed[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + 46 > zip.length || view.getUint32(at, true) !== 0x02014b50) return 'broken'
    const local = view.getUint32(at + 42, true)
    if (local + 30 > zip.length) return 'broken'
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    files.push({
      bytes: zip.subarray(from, from + view.getUint32(at + 20, true)),
      isPacked: view.getUint16(at + 10, true) !== 0,
      size: view.getUint32(at + 24, true),
    })
    const names = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    at += 46 + names.reduce((sum, length) => sum + length, 0)
  }
  return files
}

/** Where the directory's end stands: at most a comment of 65 535 bytes follows it. */
function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - 66_000)
  for (let at = view.byteLength - 22; at >= first; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at
  return -1
}

/** In a thread of the library's own. */
const contentOf = ({ bytes, isPacked }: Packed, most: number): Promise<Uint8Array | TooMuch> =>
  new Promise((tell) => {
    if (!isPacked) return tell(bytes)
    inflateRaw(bytes, { maxOutputLength: Math.max(1, most) }, (fault, unpacked) =>
      tell(fault ? (fault instanceof RangeError ? 'bytes' : 'broken') : unpacked),
    )
  })

/** Whatever the part is called: the workbook says which one holds them. Counts no further than it must. */
function stringsIn(part: Uint8Array): number {
  const text = Buffer.from(part.buffer, part.byteOffset, part.byteLength)
  let count = 0
  for (const sign of ['<si', ':si'])
    for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 3))
      if (++count > mostStrings) return count
  return count
}
