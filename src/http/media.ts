import type { MediaId } from '../domain/ids.ts'
import type { Desk } from '../flows/ports.ts'
import { tooLargeIn } from '../flows/too-large.ts'
import { barePhoto } from './bare-photo.ts'
import { pictureType, soundType } from './pictures.ts'

/**
 * A kept picture or voice as browsers take it, a picture without what its phone wrote beside it; or null for what is not there, no browser shows, or would use up a phone. A
 * part of it where a part is asked for: without that some phones play no sound.
 */
export async function serveMedia(
  id: MediaId,
  range: string | undefined,
  { media, findings }: Pick<Desk, 'media' | 'findings'>,
): Promise<Response | null> {
  if ((await tooLargeIn([id], findings)).has(id)) return null
  const file = await media.load(id)
  const type = file && (pictureType(file.bytes) ?? soundType(file.bytes))
  if (!file || !type) return null
  const headers = {
    ...{ 'Content-Type': type, 'Accept-Ranges': 'bytes' },
    'Content-Disposition': `inline; filename="${id.slice(0, 12)}.${endings[type]}"`,
  }
  const bytes = Buffer.from(barePhoto(file.bytes, type))
  const part = range === undefined ? null : partOf(range, bytes.length)
  if (part === null) return new Response(bytes, { headers })
  if (part === 'none')
    return new Response(null, {
      status: 416,
      headers: { 'Content-Range': `bytes */${bytes.length}` },
    })
  return new Response(bytes.subarray(part.from, part.to + 1), {
    status: 206,
    headers: { ...headers, 'Content-Range': `bytes ${part.from}-${part.to}/${bytes.length}` },
  })
}

/** `bytes=0-99`, `bytes=100-`, `bytes=-100`; null for anything else: then all of it is sent. */
function partOf(range: string, length: number) {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range) ?? []
  if (first === '' && last === '') return null
  const from = first === '' ? Math.max(0, length - Number(last)) : Number(first)
  const to = first === '' || last === '' ? length - 1 : Math.min(Number(last), length - 1)
  return from > to ? 'none' : { from, to }
}

/** Whatever else is in a file, it is saved as what it begins as. */
const endings: Readonly<Record<string, string>> = {
  ...{ 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/webp': 'webp' },
  ...{ 'audio/wav': 'wav', 'audio/mpeg': 'mp3' },
}
