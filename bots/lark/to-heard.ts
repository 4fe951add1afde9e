import { within } from '../../src/asking/within.ts'
import { type MediaId, messageId } from '../../src/domain/ids.ts'
import { withoutWords } from '../../src/domain/without-words.ts'
import type { HeardMessage } from '../../src/flows/ports.ts'
import { type Content, contentOf, wellFormed, withNames } from './content.ts'
import type { Received } from './events.ts'
import type { LarkGateway, Shown } from './gateway.ts'
import { isId } from './ids.ts'
import type { Names } from './names.ts'

/** What translating a message needs besides the message. */
export interface Surroundings {
  readonly gateway: Pick<LarkGateway, 'shown'>
  readonly names: Names
  /** Null until Lark has told. */
  readonly us: () => { readonly openId: string; readonly name: string } | null
  readonly botNames: readonly string[]
  /** The stored file of a message; null when it could not be had. */
  readonly fetchMedia: (message: string, file: Content['files'][number]) => Promise<MediaId | null>
  /** The petition's number on a card of ours; null: none. */
  readonly numberOf: (cardMessage: string) => Promise<number | null>
  readonly report: (what: string, fault: unknown) => void
}

const askMs = 10_000

/**
 * Translates a message: one of ours for the words with the first file, and one for each further file. Words of ours that
 * are answered to stand before the answer as WeChat writes a quote, for they are all that tells which task is meant.
 */
export async function toHeard(
  { sender, message }: Received,
  around: Surroundings,
): Promise<HeardMessage[]> {
  const room = message.chat_type === 'p2p' ? null : message.chat_id
  const from = sender.sender_id.open_id
  const [name, content, parent] = await Promise.all([
    around.names.of(from, room),
    isForward(message)
      ? forwarded(message, room, around)
      : contentOf(message.message_type, message.content),
    message.parent_id ? asked(message.parent_id, around) : [],
  ])
  const media = await Promise.all(
    content.files.map((file) => around.fetchMedia(message.message_id, file)),
  )
  const us = around.us()
  const mentions = message.mentions ?? []
  const isUs = ({ id, name, mentioned_type }: (typeof mentions)[number]) =>
    us
      ? id?.open_id === us.openId
      : mentioned_type === 'bot' || around.botNames.includes(name ?? '')
  const [quoted] = parent
  const quotesUs = quoted?.sender.isUs ?? false
  const said = withNames(content.text, mentions, isUs)
  const ours = quoted && quotesUs ? await wordsOfOurs(quoted, around) : ''
  const text = quote(us?.name ?? '', ours, said)
  const first: HeardMessage = {
    id: messageId(message.message_id),
    channel: 'lark',
    room,
    sender: { id: from, name: wellFormed(name), alias: '' },
    type: content.type,
    text: wellFormed(text),
    media: media[0] ?? null,
    mentionsUs: room !== null && (quotesUs || mentions.some(isUs)),
    quotes: message.parent_id ? messageId(message.parent_id) : null,
    recalls: null,
    sentAt: new Date(Number(message.create_time)),
  }
  // a picture that could not be had is still told of
  const apart = content.type === 'text' && media[0] === null ? media : media.slice(1)
  const others = apart.map((file, i): HeardMessage => {
    const id = messageId(`${message.message_id}/${i + 1}`)
    return { ...first, id, type: 'image', text: '', media: file, mentionsUs: false, quotes: null }
  })
  return [first, ...others]
}

const isForward = ({ message_type }: Received['message']) => message_type === 'merge_forward'

/** Who forwards a talk to us in private tells us what it says; in a group it is a paper that is passed round. */
async function forwarded(
  { message_id }: Received['message'],
  room: string | null,
  around: Surroundings,
): Promise<Content> {
  const [, ...inside] = await asked(message_id, around)
  const text = inside
    .map(shownWords)
    .filter((line) => line !== '')
    .join('\n')
  return { type: room === null && text !== '' ? 'text' : 'link', text, files: [] }
}

async function asked(
  message: string,
  { gateway, report }: Surroundings,
): Promise<readonly Shown[]> {
  if (!isId('message', message)) return []
  try {
    return await within(askMs, gateway.shown(message))
  } catch (fault) {
    report('lark: a message that another one means cannot be had', withoutWords(fault))
    return []
  }
}

async function wordsOfOurs(message: Shown, around: Surroundings): Promise<string> {
  if (message.kind !== 'interactive') return shownWords(message)
  const number = await around.numberOf(message.id).catch((fault) => {
    around.report('lark: nobody tells what a card is about', withoutWords(fault))
    return null
  })
  return number === null ? '' : `${number}号`
}

/** The words that people see of a message; '' for a card, which Lark shows to nobody who asks. */
export function shownWords({ kind, content, mentions }: Shown): string {
  return withNames(contentOf(kind, content).text, mentions, () => false)
}

const quotedAtMost = 300
const quote = (name: string, words: string, answer: string) => {
  const line = words.replace(/\s+/g, ' ').replaceAll('」', '').trim()
  return line === ''
    ? answer
    : `「${name}：${line.slice(0, quotedAtMost)}」\n- - - - - - - - - - - - - - -\n${answer}`
}
