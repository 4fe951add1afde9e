import type { Puppet, payloads } from 'wechaty-puppet'
import { Message } from 'wechaty-puppet/types'
import { messageId } from '../../src/domain/ids.ts'
import type { MessageType } from '../../src/domain/intake/message.ts'
import type { ChannelName } from '../../src/domain/people/channel-name.ts'
import type { Clock, HeardMessage, Media } from '../../src/flows/ports.ts'
import { calls, withoutCalls } from './mention.ts'
import { momentOf } from './moment-of.ts'
import type { Names } from './names.ts'
import { type Recent, readQuote } from './quote.ts'

/** What translating a message needs besides the message. */
export interface Surroundings {
  readonly channel: ChannelName
  readonly puppet: Pick<Puppet, 'messageLocation' | 'messageUrl' | 'isLoggedIn' | 'currentUserId'>
  readonly names: Names
  readonly recent: Recent
  readonly botNames: readonly string[]
  readonly clock: Clock
  /** The stored file of a message; null when it could not be had. */
  readonly fetchMedia: (message: string) => Promise<Awaited<ReturnType<Media['keep']>> | null>
}

/** Ours for each of theirs; a file is told by its name, what is no speech is told as the platform's words. */
const typeOf = {
  [Message.Unknown]: 'system',
  [Message.Attachment]: 'link',
  [Message.Audio]: 'voice',
  [Message.Contact]: 'system',
  [Message.ChatHistory]: 'link',
  [Message.Emoticon]: 'system',
  [Message.Image]: 'image',
  [Message.Text]: 'text',
  [Message.Location]: 'location',
  [Message.MiniProgram]: 'link',
  [Message.GroupNote]: 'system',
  [Message.Transfer]: 'system',
  [Message.RedEnvelope]: 'system',
  [Message.Recalled]: 'recall',
  [Message.Url]: 'link',
  [Message.Video]: 'video',
  [Message.Post]: 'link',
} as const satisfies Record<Message, MessageType>

const withFile = [Message.Image, Message.Audio, Message.Video, Message.Attachment]

/**
 * Translates a message. Must be called in the order of the messages: a quote means one that was translated before.
 * A quote of a resident becomes `quotes` and leaves the text; one of ours, or of a message we no longer know, stays in
 * the text as well, for its words are all that tells what was meant.
 */
export async function toHeard(
  payload: payloads.Message,
  around: Surroundings,
): Promise<HeardMessage> {
  const room = payload.roomId || null
  const us = around.puppet.isLoggedIn ? around.puppet.currentUserId : ''
  const raw = wellFormed(payload.text ?? '')
  const quote = payload.type === Message.Text ? readQuote(raw) : undefined
  const chat = chatOf(payload, us)
  const meant = quote ? around.recent.meant(chat, quote.words) : []
  around.recent.note(chat, {
    ...{ id: payload.id, talker: payload.talkerId },
    words: quote?.reply ?? placeholder(payload.type) ?? raw,
  })

  const sender = payload.talkerId || 'system'
  const [{ name, alias }, ourNaming, media, told, ...namings] = await Promise.all([
    around.names.of(sender, room),
    us !== '' && room !== null ? around.names.of(us, room) : undefined,
    withFile.includes(payload.type) ? around.fetchMedia(payload.id) : null,
    textOf(payload, raw, around),
    ...meant.slice(0, 10).map(({ talker }) => around.names.of(talker, room)),
  ])
  const named = namings.findIndex((one) => (one.alias || one.name) === quote?.name)
  const quoted = meant[Math.max(named, 0)]
  const ourNames = [...around.botNames, ourNaming?.name ?? '', ourNaming?.alias ?? ''].filter(
    (one) => one !== '',
  )
  const quotesUs = quote !== undefined && (quoted?.talker === us || ourNames.includes(quote.name))
  const keepsQuote = quote !== undefined && (quotesUs || quoted === undefined)
  const words = quote?.reply ?? told
  const isAsked = payload.type === Message.Text && room !== null
  const said = isAsked ? withoutCalls(words, ourNames) : words
  return {
    id: messageId(payload.id),
    channel: around.channel,
    room,
    sender: { id: sender, name, alias },
    type: typeOf[payload.type] ?? 'system',
    text: keepsQuote ? raw.slice(0, raw.length - quote.reply.length) + said : said,
    media,
    mentionsUs:
      isAsked &&
      (('mentionIdList' in payload && (payload.mentionIdList ?? []).includes(us)) ||
        calls(words, ourNames) ||
        quotesUs),
    quotes: quoted ? messageId(quoted.id) : null,
    recalls: payload.type === Message.Recalled ? messageId(recalledId(raw)) : null,
    sentAt: momentOf(payload.timestamp, around.clock),
  }
}

/** The chat a message stands in: its group, or the person we talk with in private. */
export const chatOf = (payload: payloads.Message, us: string): string =>
  payload.roomId || (payload.talkerId === us ? (payload.listenerId ?? '') : payload.talkerId)

/** The platform's "you speak too often" comes as a message of no known type, in the chat where we spoke. */
export const isComplaint = ({ type, text = '' }: payloads.Message): boolean =>
  type === Message.Unknown && /操作(过于|太)频繁/.test(text)

async function textOf(
  payload: payloads.Message,
  raw: string,
  { puppet }: Surroundings,
): Promise<string> {
  switch (payload.type) {
    case Message.Location: {
      const at = await puppet.messageLocation(payload.id).catch(() => undefined)
      const told = [at?.address, at?.name].filter(
        (part) => part && !/^NO(ADDRESS|NAME)$/.test(part),
      )
      return wellFormed(told[0] ?? speech(raw))
    }
    case Message.Url: {
      const link = await puppet.messageUrl(payload.id).catch(() => undefined)
      return link ? wellFormed(`${link.title}\n${link.url}`) : speech(raw)
    }
    case Message.Attachment:
      return wellFormed(payload.filename || speech(raw))
    case Message.Recalled:
    case Message.Image:
    case Message.Video:
      return ''
    case Message.Text:
      return raw
    default:
      return speech(raw)
  }
}

/** Platforms put XML where a person said nothing. */
const speech = (raw: string) => (/^\s*</.test(raw) ? '' : raw)

/** A recall names its original bare, or in XML. */
const recalledId = (raw: string) => /<newmsgid>(\w+)<\/newmsgid>/.exec(raw)?.[1] ?? raw

/** How a quote shows what has no words. */
const placeholder = (type: Message): string | undefined =>
  type === Message.Image ? '[图片]' : type === Message.Audio ? '[语音]' : undefined

/** Half a character, and NUL, cannot be stored: U+FFFD stands for each. All else stays as it was said. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}|\0/gu, '\uFFFD')
