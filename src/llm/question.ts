import { randomBytes } from 'node:crypto'
import { masked as withoutNumbers } from '../domain/intake/mask.ts'
import type { ChatMessage, Stretch } from '../domain/intake/message.ts'
import type { OpenMatter } from '../domain/intake/same-matter.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import type { Masked, MaskedMessage } from './masking.ts'

const kinds: Readonly<Partial<Record<ChatMessage['type'], string>>> = {
  image: '图片',
  voice: '语音转写',
  video: '视频',
  location: '定位',
  link: '转发的链接',
}

/** The stretch as the model is shown it: the same for the same words at the same time, whoever said them. */
export function shown(masked: Masked, { room, speakerRooms }: Stretch, book: Rulebook) {
  const around = room === null ? speakerRooms.map((one) => one.room) : [room]
  const rooms = book.rooms.filter(({ id }) => around.includes(id))
  return {
    chat: room === null ? '私聊' : '群聊',
    rooms: rooms.map(({ topic, defaultPlace }) => ({ topic, default_place: defaultPlace })),
    messages: masked.messages.map(shownMessage),
  }
}

function shownMessage({ ref, message, from, door, text, quoted }: MaskedMessage) {
  const kind = kinds[message.type]
  return {
    id: ref,
    at: momentOf(message.at),
    from,
    ...(door && { door }),
    ...(message.isStaff && { role: '工作人员' }),
    ...(kind && { type: kind }),
    text,
    ...(quoted && { quotes: quoted }),
    ...(message.mentionsUs && { to_bot: true }),
  }
}

const days = '日一二三四五六'

/** `2026-03-02 周一 19:21` in Beijing. */
function momentOf(at: Date): string {
  const there = new Date(at.getTime() + 8 * 3_600_000)
  const text = there.toISOString()
  return `${text.slice(0, 10)} 周${days[there.getUTCDay()]} ${text.slice(11, 16)}`
}

/** Open petitions by the label under which they are shown. */
export const labelled = (open: readonly OpenMatter[]): ReadonlyMap<string, OpenMatter> =>
  new Map(open.map((petition, nth) => [`P${nth + 1}`, petition]))

/** Open petitions, of other people too: no closer than the building. */
export const shownOpen = (open: ReadonlyMap<string, OpenMatter>) =>
  [...open].map(
    ([
      id,
      {
        category,
        place: { name, building, number, group },
        words,
      },
    ]) => ({
      id,
      category,
      place: [name, building, number, group].filter(Boolean).join(' '),
      summary: withoutNumbers(words[0] ?? ''),
    }),
  )

/** Between two marks that nobody who speaks in the chat can know. */
export function fenced(data: unknown): string {
  const mark = `=== 资料 ${randomBytes(9).toString('base64url')} ===`
  return `${mark}\n${JSON.stringify(data)}\n${mark}`
}
