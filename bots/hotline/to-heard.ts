import { messageId } from '../../src/domain/ids.ts'
import type { MessageType } from '../../src/domain/intake/message.ts'
import type { HeardMessage, Media } from '../../src/flows/ports.ts'
import type { HotlineRequest } from './request.ts'

/**
 * A request as messages: its words under its own id, each file after them under `id/1`, `id/2`; without words the first
 * file has the id itself. Keeps the files first.
 */
export async function toHeard(
  request: HotlineRequest,
  media: Pick<Media, 'keep'>,
): Promise<HeardMessage[]> {
  const { id, from, room, text, quotes, recalls, attachments } = request
  const plain = {
    ...({ channel: 'hotline', type: 'text', text: '', media: null, recalls: null } as const),
    room,
    sender: { id: from.id, name: wellFormed(from.name), alias: wellFormed(from.alias) },
    quotes: quotes === null ? null : messageId(quotes),
    mentionsUs: request.mentions_us,
    sentAt: new Date(request.sent_at),
  }
  if (recalls !== null)
    return [{ ...plain, id: messageId(id), type: 'recall', recalls: messageId(recalls) }]
  const words: HeardMessage[] =
    text === '' ? [] : [{ ...plain, id: messageId(id), text: wellFormed(text) }]
  const files: HeardMessage[] = []
  for (const { mime, data, transcript } of attachments) {
    const number = words.length + files.length
    files.push({
      ...{ ...plain, type: typeOf(mime), text: wellFormed(transcript) },
      id: messageId(number === 0 ? id : `${id}/${number}`),
      media: await media.keep(data, mime),
    })
  }
  return [...words, ...files]
}

function typeOf(mime: string): MessageType {
  if (mime.startsWith('image/')) return 'image'
  return mime.startsWith('audio/') ? 'voice' : 'video'
}

/** Half a character, and NUL, cannot be stored: U+FFFD stands for each. All else stays as it was said. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}|\0/gu, '\uFFFD')
