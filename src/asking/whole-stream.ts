import type { Readable } from 'node:stream'
import { TooLate } from './within.ts'

/** How much of a file is taken, and how slowly it may come. */
export interface FileLimits {
  readonly mostBytes: number
  /** For all of it. */
  readonly wholeMs: number
  /** In each such span at least `leastBytes` come, but for the last one. */
  readonly spanMs: number
  readonly leastBytes: number
}

/** 25 MB is more than a photo of any phone has; what drips by the byte is given up after ten seconds, not after a minute. */
export const fileLimits: FileLimits = {
  mostBytes: 25 * 1024 * 1024,
  wholeMs: 60_000,
  spanMs: 10_000,
  leastBytes: 50 * 1024,
}

/** There are more bytes than are taken. */
export class TooMuch extends Error {
  override readonly name = 'TooMuch'
  constructor() {
    super('more bytes than are taken')
  }
}

/**
 * All that a stream of bytes brings. Throws `TooMuch` with the first byte above the limit, `TooLate` for what comes too
 * slowly, and what the stream itself throws. Reads nothing more of it then.
 */
export async function wholeStream(stream: Readable, limits: FileLimits): Promise<Uint8Array> {
  const { mostBytes, wholeMs, spanMs, leastBytes } = limits
  let length = 0
  let before = 0
  const whole = setTimeout(() => stream.destroy(new TooLate(wholeMs)), wholeMs)
  const span = setInterval(() => {
    if (length - before < leastBytes) stream.destroy(new TooLate(spanMs))
    before = length
  }, spanMs)
  try {
    const parts: Uint8Array[] = []
    for await (const part of stream as AsyncIterable<Uint8Array>) {
      length += part.length
      if (length > mostBytes) throw new TooMuch()
      parts.push(part)
    }
    return new Uint8Array(Buffer.concat(parts))
  } finally {
    clearTimeout(whole)
    clearInterval(span)
    stream.destroy()
  }
}
