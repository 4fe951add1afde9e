import type { Context } from 'hono'

/** A browser hears why its form is not taken only when it has sent it: so far we let it go on, and keep nothing. In bytes. */
const mostDiscarded = 64 * 1024 * 1024

/** What a form may bring. */
export interface FormLimit {
  /** Bytes in all. */
  readonly bytes: number
  /** For whoever brought more. */
  readonly says: string
}

/** Fields and files of one form: more take seconds to be taken apart, during which nobody else is answered. */
const mostFields = 1_000

/** All that is only typed: a page of the queue ticked in bulk, the longest line of a table. */
export const typedForm: FormLimit = {
  bytes: 1024 * 1024,
  says: '一次填写的内容最多 1 MB，请分几次提交。',
}
/** A photo of a phone is 3 to 8 MB. */
export const photoForm: FormLimit = {
  bytes: 10 * 1024 * 1024,
  says: '图片太大了，请发送 10 MB 以内的图片。',
}
export const tableForm: FormLimit = { bytes: 4 * 1024 * 1024, says: '文件太大，最多 4 MB。' }

/**
 * Takes in the body of a request, as far as the limit: from here on the request holds it. Answers why it is not taken, as a
 * sentence, or null. Of a longer one nothing is kept.
 */
export async function bodyTaken(c: Context, { bytes, says }: FormLimit): Promise<string | null> {
  const request = c.req.raw
  if (!request.body) return null
  if (Number(request.headers.get('Content-Length') ?? 0) > mostDiscarded) return says
  const body = await wholeOf(request, bytes)
  if (!body) return says
  if (fieldsIn(body, request.headers.get('Content-Type') ?? '') > mostFields)
    return `一次最多填写 ${mostFields} 项，请分几次提交。`
  const { method, url, headers } = request
  c.req.raw = new Request(url, { method, headers, body })
  return null
}

async function wholeOf(request: Request, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = request.body?.getReader()
  const parts: Uint8Array[] = []
  let length = 0
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    length += read.value.length
    if (length > most) parts.length = 0
    else parts.push(read.value)
    if (length > mostDiscarded) break
  }
  if (length > most) return null
  return Uint8Array.from(Buffer.concat(parts))
}

/** No browser sends more than one; each is looked for in all that came. */
const mostBoundaries = 3

/** At least so many as it will be taken apart into, whatever else calls itself a boundary. */
function fieldsIn(body: Uint8Array, type: string): number {
  const said = [...type.matchAll(/boundary=("(?:[^"\\]|\\.)*"?|[^;]*)/gi)]
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  if (!/^multipart/i.test(type)) return timesIn(bytes, '&')
  if (said.length > mostBoundaries) return mostFields + 1
  return Math.max(
    0,
    ...said.map(([, boundary = '']) => timesIn(bytes, `--${unquoted(boundary.trim())}`)),
  )
}

const unquoted = (text: string): string =>
  text.startsWith('"') ? text.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1') : text

/** Counts no further than it must. */
function timesIn(bytes: Buffer, sign: string): number {
  let count = 0
  for (let at = bytes.indexOf(sign); at >= 0; at = bytes.indexOf(sign, at + sign.length)) {
    count += 1
    if (count > mostFields) break
  }
  return count
}
