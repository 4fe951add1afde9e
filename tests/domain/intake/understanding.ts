import { readFileSync } from 'node:fs'
import {
  type MessageId,
  messageId,
  personId,
  type RoomId,
  roomId,
} from '../../../src/domain/ids.ts'
import type { ChatMessage, Stretch } from '../../../src/domain/intake/message.ts'
import { decodeModel } from '../../../src/domain/intake/model.ts'
import type { Understanding } from '../../../src/domain/intake/understanding.ts'
import { book, gazetteer } from './a-street.ts'

/** Understanding with the model that is shipped. */
export const u: Understanding = {
  book,
  model: decodeModel(readFileSync(new URL('../../../src/classifier/weights.bin', import.meta.url))),
  gazetteer,
}

const begin = new Date('2026-04-15T19:00:00+08:00').getTime()

/** `刘姐(5-2-301): 灯坏了` says it; `刘姐: [图]` shows a photo; `刘姐: [撤回]` takes back what was said just before; `#` before a name is staff. */
export function talk(room: string | null, ...lines: readonly string[]): Stretch {
  const aliases = new Map<string, string>()
  const messages: ChatMessage[] = []
  for (const [index, line] of lines.entries()) {
    const [, staff, name = '', alias, text = ''] =
      /^(#?)([^(:]+)(?:\(([^)]*)\))?: ?([\s\S]*)$/.exec(line) ?? []
    if (alias !== undefined) aliases.set(name, alias)
    const recalled = text === '[撤回]' ? messages.findLast((m) => m.name === name)?.id : undefined
    messages.push({
      id: messageId(`m${index + 1}`),
      from: personId(name),
      name,
      alias: aliases.get(name) ?? '',
      isStaff: staff === '#',
      type: text === '[图]' ? 'image' : recalled ? 'recall' : 'text',
      text: text === '[图]' || recalled ? '' : text,
      media: null,
      mentionsUs: false,
      quotes: null,
      recalls: recalled ?? null,
      at: new Date(begin + index * 40_000),
    })
  }
  const home: RoomId = roomId('meiyuan')
  return {
    room: room === null ? null : roomId(room),
    speakerRooms: room === null ? [{ room: home, alias: messages[0]?.alias ?? '' }] : [],
    messages,
  }
}

/** `1,2+王姐` : messages one and two, supported by 王姐. */
export function told(ids: readonly MessageId[], supporters: readonly string[]): string {
  const numbers = ids.map((id) => id.slice(1)).join(',')
  return supporters.length === 0 ? numbers : `${numbers}+${supporters.join('+')}`
}
