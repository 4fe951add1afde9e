import { type MediaId, messageId } from '../../src/domain/ids.ts'
import type { MessageType } from '../../src/domain/intake/message.ts'
import type { HeardMessage } from '../../src/flows/ports.ts'
import type { Received } from './received.ts'

export interface Surroundings {
  /** '' for one whose name cannot be had. */
  readonly nameOf: (account: string) => Promise<string>
  /** The stored file; null when it could not be had. */
  readonly fetchMedia: (file: string) => Promise<MediaId | null>
}

/** An app hears its members in private only; it has no groups, quotes and recalls. */
export async function toHeard(said: Received, around: Surroundings): Promise<HeardMessage> {
  const type = typeOf[said.MsgType] ?? 'system'
  const [name, media] = await Promise.all([
    around.nameOf(said.FromUserName),
    said.MediaId !== '' ? around.fetchMedia(said.MediaId) : null,
  ])
  return {
    ...{ channel: 'wecom', room: null, mentionsUs: false, quotes: null, recalls: null },
    id: messageId(said.MsgId),
    sender: { id: said.FromUserName, name: wellFormed(name), alias: '' },
    ...{ type, text: wellFormed(words(type, said)), media },
    sentAt: new Date(Number(said.CreateTime) * 1000),
  }
}

const typeOf: Readonly<Record<string, MessageType>> = {
  text: 'text',
  image: 'image',
  voice: 'voice',
  video: 'video',
  location: 'location',
  link: 'link',
}

function words(type: MessageType, said: Received): string {
  switch (type) {
    case 'text':
      return said.Content
    case 'voice':
      return said.Recognition
    case 'location':
      return said.Label || `${said.Location_X},${said.Location_Y}`
    case 'link':
      return `${said.Title}\n${said.Url}`
    default:
      return ''
  }
}

/** Half a character, and NUL, cannot be stored: U+FFFD stands for each. All else stays as it was said. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}|\0/gu, '\uFFFD')
