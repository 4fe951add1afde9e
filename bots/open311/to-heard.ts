import { messageId } from '../../src/domain/ids.ts'
import { headingOf } from '../../src/domain/intake/filed-under.ts'
import type { MessageType } from '../../src/domain/intake/message.ts'
import type { Category } from '../../src/domain/street/rulebook.ts'
import type { HeardMessage, Media } from '../../src/flows/ports.ts'
import { open311Words as words } from '../../src/texts/open311-words.ts'
import type { Fetched } from './fetch-media.ts'
import type { Brought } from './read-request.ts'

/** What is known of a request besides its fields. */
export interface Filing {
  readonly token: string
  readonly account: string
  readonly category: Category
  /** What its `media_url` led to; null: nothing. */
  readonly file: Fetched | null
  readonly at: Date
}

/**
 * A request as messages: the category, the words and the place under the token, its file after them under `token/1`. Keeps
 * the file first.
 */
export async function toHeard(
  brought: Brought,
  { token, account, category, file, at }: Filing,
  media: Pick<Media, 'keep'>,
): Promise<HeardMessage[]> {
  const plain = {
    ...({
      channel: 'open311',
      room: null,
      mentionsUs: false,
      quotes: null,
      recalls: null,
    } as const),
    ...{ sender: { id: account, name: wellFormed(nameOf(brought)), alias: '' }, sentAt: at },
  }
  const text = wellFormed(textOf(brought, category, file === null))
  const said = { ...plain, id: messageId(token), type: 'text', text, media: null } as const
  if (!file) return [said]
  const kept = await media.keep(file.bytes, file.mime)
  const id = messageId(`${token}/1`)
  return [said, { ...plain, id, type: typeOf(file.mime), text: '', media: kept }]
}

function textOf(brought: Brought, category: Category, isLink: boolean): string {
  const { description, address_string: address, lat, long, media_url: link } = brought
  const detail = brought['attribute[place_detail]']
  const place = [address, detail].filter(Boolean).join(' ')
  const since = brought['attribute[since]']
  const more = [
    place && words.place(place),
    !place && lat !== null && long !== null && words.position(lat, long),
    since && words.since(since),
    isLink && link && words.link(link),
  ].filter((line) => typeof line === 'string' && line !== '')
  // first: of what is long only the beginning is searched for wishes
  const wish = brought['attribute[confidential]'] ? `${words.discreet}\n` : ''
  return [`${headingOf(category)}${wish}${description}`, ...more].join('\n')
}

/** 王芳, but Fang Wang. */
function nameOf({ first_name: first, last_name: last }: Brought): string {
  const isHan = /\p{Script=Han}/u.test(`${first ?? ''}${last ?? ''}`)
  const parts = isHan ? [last, first] : [first, last]
  return parts.filter(Boolean).join(isHan ? '' : ' ')
}

function typeOf(mime: string): MessageType {
  if (mime.startsWith('image/')) return 'image'
  return mime.startsWith('audio/') ? 'voice' : 'video'
}

/** Half a character, and NUL, cannot be stored: U+FFFD stands for each. All else stays as it was said. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}|\0/gu, '\uFFFD')
