import type { Readable } from 'node:stream'
import { LarkFault } from './faults.ts'
import { mostBytes } from './http.ts'

const fileMs = 60_000

/** What the SDK answers for a download. */
interface Download {
  getReadableStream(): Readable
  readonly headers: unknown
}

/** The whole file. Throws a `LarkFault` when it breaks off, is too long, or takes more than a minute. */
export async function readFile(
  download: Download,
): Promise<{ readonly bytes: Uint8Array; readonly mime: string }> {
  const headers = (download.headers ?? {}) as Readonly<Record<string, unknown>>
  const stream = download.getReadableStream()
  const timer = setTimeout(() => stream.destroy(new LarkFault('link', -1)), fileMs)
  try {
    const parts: Buffer[] = []
    let length = 0
    for await (const part of stream as AsyncIterable<Buffer>) {
      length += part.length
      if (length > mostBytes) throw new LarkFault('tooLong', -1)
      parts.push(part)
    }
    const announced = headers['content-length']
    if (announced !== undefined && Number(announced) !== length) throw new LarkFault('link', -1)
    const mime = String(headers['content-type'] ?? '').split(';')[0]
    return { bytes: new Uint8Array(Buffer.concat(parts)), mime: mime || 'application/octet-stream' }
  } catch (fault) {
    throw fault instanceof LarkFault ? fault : new LarkFault('link', -1)
  } finally {
    clearTimeout(timer)
    stream.destroy()
  }
}
