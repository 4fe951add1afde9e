import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'

/*
 * A backup is one gzip stream of sections. A section is a frame with its header in JSON, frames with its content, and an
 * empty frame; a frame is its length in four bytes, big-endian, and as many bytes. The first section says what it is, the
 * last one what must have come before it: a file that was cut off has none.
 */

export interface Migrations {
  readonly count: number
  /** When the last one was made, as its journal says. */
  readonly last: number
}

export type SectionHeader =
  | {
      readonly kind: 'head'
      readonly format: 1
      readonly madeAt: string
      readonly program: string
      readonly migrations: Migrations
    }
  /** Its content is a line of JSON for each row: its columns as the database writes them as text. */
  | { readonly kind: 'table'; readonly name: string; readonly columns: readonly string[] }
  /** A file of the data folder, with its path in it. */
  | { readonly kind: 'file'; readonly path: string }
  /** Its content is a `Manifest` in JSON. */
  | { readonly kind: 'manifest' }

export interface Manifest {
  readonly tables: Readonly<Record<string, { readonly rows: number; readonly sha256: string }>>
  /** The hash is over lines of path and SHA-256 of each file. */
  readonly files: { readonly count: number; readonly sha256: string }
}

const largestFrame = 1024 * 1024

/** A section as bytes. */
export async function* written(
  header: SectionHeader,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array> = [],
): AsyncGenerator<Uint8Array> {
  yield* framed(Buffer.from(JSON.stringify(header)))
  for await (const bytes of content)
    for (let at = 0; at < bytes.length; at += largestFrame)
      yield* framed(bytes.subarray(at, at + largestFrame))
  yield* framed(new Uint8Array())
}

function* framed(bytes: Uint8Array): Generator<Uint8Array> {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  yield length
  if (bytes.length > 0) yield bytes
}

interface Section {
  readonly header: SectionHeader
  /** To be read before the next section is asked for; what is left of it is passed over. */
  readonly content: AsyncGenerator<Uint8Array>
}

/** The sections of a file, one after another; throws where it is none, or is damaged. `onBytes` hears the file as it is. */
export async function* sectionsIn(
  file: string,
  onBytes: (bytes: Uint8Array) => void = () => {},
): AsyncGenerator<Section> {
  const stream = createReadStream(file)
  stream.on('data', (bytes) => onBytes(Buffer.from(bytes)))
  const unpacked = createGunzip()
  stream.on('error', (fault) => unpacked.destroy(fault))
  stream.pipe(unpacked)
  const frame = framesOf(unpacked)
  try {
    for (let head = await frame(); head; head = await frame()) {
      const content = contentOf(frame)
      yield { header: JSON.parse(Buffer.from(head).toString('utf8')), content }
      for await (const _ of content);
    }
  } finally {
    stream.destroy()
    unpacked.destroy()
  }
}

async function* contentOf(frame: () => Promise<Uint8Array | null>): AsyncGenerator<Uint8Array> {
  for (;;) {
    const bytes = await frame()
    if (!bytes) throw new Error('the file ends within a section')
    if (bytes.length === 0) return
    yield bytes
  }
}

/** Reads frame by frame; null at the end. */
function framesOf(stream: AsyncIterable<Buffer>) {
  const parts = stream[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  const exactly = async (count: number): Promise<Buffer | null> => {
    const chunks: Buffer[] = [rest]
    let length = rest.length
    while (length < count) {
      const { value, done } = await parts.next()
      if (done) break
      chunks.push(value)
      length += value.length
    }
    const all = chunks.length === 1 ? rest : Buffer.concat(chunks)
    if (all.length === 0 && count > 0) return null
    if (all.length < count) throw new Error('文件不完整，被截断了 [the file is cut off]')
    rest = all.subarray(count)
    return all.subarray(0, count)
  }
  return async (): Promise<Uint8Array | null> => {
    const length = await exactly(4)
    if (!length) return null
    const count = length.readUInt32BE()
    if (count > largestFrame) throw new Error('这不是邻里的备份 [this is no backup of ours]')
    return count === 0 ? new Uint8Array() : exactly(count)
  }
}
