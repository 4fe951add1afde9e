import type { Readable } from 'node:stream'
import { type FileLimits, fileLimits, TooMuch, wholeStream } from '../../src/asking/whole-stream.ts'
import { TooLate } from '../../src/asking/within.ts'
import { LarkFault } from './faults.ts'
import { mostBytes } from './http.ts'

/** What the SDK answers for a download. */
interface Download {
  getReadableStream(): Readable
  readonly headers: unknown
}

/** The whole file. Throws a `LarkFault` when it breaks off, is too long, or takes too long. */
export async function readFile(
  download: Download,
  limits: FileLimits = { ...fileLimits, mostBytes },
): Promise<{ readonly bytes: Uint8Array; readonly mime: string }> {
  const headers = (download.headers ?? {}) as Readonly<Record<string, unknown>>
  const bytes = await wholeStream(download.getReadableStream(), limits).catch((fault: unknown) => {
    // neither gets shorter or faster by being asked for again
    const isHopeless = fault instanceof TooMuch || fault instanceof TooLate
    throw new LarkFault(isHopeless ? 'tooLong' : 'link', -1)
  })
  const announced = headers['content-length']
  if (announced !== undefined && Number(announced) !== bytes.length) throw new LarkFault('link', -1)
  const mime = String(headers['content-type'] ?? '').split(';')[0]
  return { bytes, mime: mime || 'application/octet-stream' }
}
