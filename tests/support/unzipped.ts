import { inflateRawSync } from 'node:zlib'

/** One file of a zip archive (a .docx is one), as text; throws where it is not there. */
export function unzipped(archive: Buffer, name: string): string {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  let entry = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = archive.readUInt16LE(entry + 28)
    if (archive.toString('utf8', entry + 46, entry + 46 + nameLength) === name) {
      const local = archive.readUInt32LE(entry + 42)
      const begins =
        local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
      const bytes = archive.subarray(begins, begins + archive.readUInt32LE(entry + 20))
      return (archive.readUInt16LE(entry + 10) === 0 ? bytes : inflateRawSync(bytes)).toString()
    }
    entry += 46 + nameLength + archive.readUInt16LE(entry + 30) + archive.readUInt16LE(entry + 32)
  }
  throw new Error(`no ${name} in the archive`)
}
