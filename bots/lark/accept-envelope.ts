import { setTimeout as pause } from 'node:timers/promises'
import { messageId } from '../../src/domain/ids.ts'
import { withoutWords } from '../../src/domain/without-words.ts'
import type { Clock, HeardMessage } from '../../src/flows/ports.ts'
import { larkWords } from '../../src/texts/lark-words.ts'
import type { Accept, OnPress, Press, PressAnswer } from './accept.ts'
import type { Ear } from './ear.ts'
import {
  type Envelope,
  envelope,
  pressed,
  recalled,
  received,
  roomChanged,
  seen,
} from './events.ts'
import type { LarkGateway } from './gateway.ts'
import { isId } from './ids.ts'
import type { Names } from './names.ts'
import type { Owners } from './owners.ts'
import type { Taken } from './taken.ts'
import { type Surroundings, toHeard } from './to-heard.ts'

/** What happened to a group. */
export interface RoomNews {
  readonly kind: 'added' | 'removed' | 'renamed' | 'disbanded'
  readonly room: string
  /** '' when Lark did not say. */
  readonly name: string
}

export interface AcceptParts {
  readonly appId: string
  readonly ear: Ear
  readonly names: Names
  readonly owners: Owners
  readonly around: Surroundings
  readonly gateway: Pick<LarkGateway, 'patch' | 'shown'>
  /** What was taken in before, also by an earlier process. */
  readonly taken: Taken
  readonly onPress: OnPress
  readonly onRoom: (news: RoomNews) => Promise<void>
  /** Comes twice, late and for messages that nobody knows: must do no harm. */
  readonly onRead: (reader: string, messages: readonly string[], at: Date) => Promise<void>
  readonly clock: Clock
  readonly report: (what: string, fault: unknown) => void
}

/** Lark shows an error after three seconds. */
const pressMs = 2_000
/** Together with the answer a change of the card would be lost. */
const afterAnswerMs = 1_000

/**
 * Takes an event that is known to come from Lark, by whatever way it came: what was said is in the inbox when this comes
 * back. Throws for an event of another app, and when it could not be kept, so that Lark brings it again.
 */
export function acceptOf(parts: AcceptParts): Accept {
  const { report } = parts
  const message = async (event: unknown) => {
    const read = received.safeParse(event)
    if (!read.success) return report('lark: a message of a form that we do not know', null)
    const { sender, message } = read.data
    if (sender.sender_type === 'app') return // other robots, and ourselves
    const from = sender.sender_id.open_id
    const room = message.chat_type === 'p2p' ? null : message.chat_id
    parts.owners.note(message.message_id, { from, room, chat: message.chat_id })
    const key = `message/${message.message_id}` // the same message may come under another event id
    await parts.ear.hear({
      ...{ id: message.message_id, chat: message.chat_id },
      at: new Date(Number(message.create_time)),
      translate: async () => ((await parts.taken.was(key)) ? [] : toHeard(read.data, parts.around)),
    })
    await parts.taken.note(key)
  }
  /** Only who said it takes it back; what the owner of a group removes stays said. */
  const recall = async (event: unknown) => {
    const read = recalled.safeParse(event)
    const { message_id: id, chat_id: chat, recall_time, recall_type } = read.data ?? {}
    if (!id || !chat || (recall_type ?? 'message_owner') !== 'message_owner') return
    const at = recall_time ? new Date(Number(recall_time)) : parts.clock()
    const translate = async (): Promise<HeardMessage[]> => {
      const owner = await parts.owners.of(id, chat)
      if (!owner) return []
      const name = await parts.names.of(owner.from, owner.room)
      return [
        {
          ...{ id: messageId(`${id}/recalled`), channel: 'lark', room: owner.room },
          ...{ sender: { id: owner.from, name, alias: '' }, type: 'recall', text: '' },
          ...{ media: null, mentionsUs: false, quotes: null, recalls: messageId(id), sentAt: at },
        },
      ]
    }
    await parts.ear.hear({ id: `${id}/recalled`, chat, at, translate })
  }
  const readBy = async (event: unknown) => {
    const read = seen.safeParse(event)
    if (!read.success) return report('lark: a reading of a form that we do not know', null)
    const { reader, message_id_list } = read.data
    const messages = message_id_list.filter((id) => isId('message', id))
    if (messages.length > 0)
      await parts.onRead(reader.reader_id.open_id, messages, new Date(Number(reader.read_time)))
  }
  const roomNews = async (kind: RoomNews['kind'] | 'members', event: unknown) => {
    const { chat_id: room, name, after_change } = roomChanged.safeParse(event).data ?? {}
    if (!room) return
    parts.names.forget(room)
    const called = after_change?.name ?? name ?? ''
    if (kind === 'members' || (kind === 'renamed' && called === '')) return
    await parts.onRoom({ kind, room, name: called })
  }
  return async (plain) => {
    const read = envelope.safeParse(plain)
    if (!read.success) return void report('lark: an event of a form that we do not know', null)
    const { header, event } = read.data
    if (header.app_id !== parts.appId) throw new Error('an event of another app')
    switch (header.event_type) {
      case 'im.message.receive_v1':
        return void (await message(event))
      case 'im.message.recalled_v1':
        return void (await recall(event))
      case 'im.message.message_read_v1':
        return void (await readBy(event))
      case 'card.action.trigger':
        return press(header, event, parts)
      case 'im.chat.member.bot.added_v1':
        return void (await roomNews('added', event))
      case 'im.chat.member.bot.deleted_v1':
        return void (await roomNews('removed', event))
      case 'im.chat.disbanded_v1':
        return void (await roomNews('disbanded', event))
      case 'im.chat.updated_v1':
        return void (await roomNews('renamed', event))
      case 'im.chat.member.user.added_v1':
      case 'im.chat.member.user.deleted_v1':
        return void (await roomNews('members', event))
      default:
        return undefined
    }
  }
}

async function press(header: Envelope['header'], event: unknown, parts: AcceptParts) {
  const read = pressed.safeParse(event)
  if (!read.success) return void parts.report('lark: a press of a form that we do not know', null)
  // Lark never brings a press again: what comes twice was recorded by somebody
  const key = `press/${header.event_id}`
  if (await parts.taken.was(key)) return {}
  const { operator, action, context } = read.data
  const what: Press = {
    ...{ id: header.event_id, operator: operator.open_id, message: context.open_message_id },
    ...{ chat: context.open_chat_id ?? '', name: action.name ?? '' },
    value: isRecord(action.value) ? action.value : {},
    form: action.form_value ?? {},
    at: header.create_time ? new Date(Number(header.create_time)) : parts.clock(),
  }
  const obey = async (): Promise<PressAnswer> => {
    try {
      const answer = await parts.onPress(what)
      await parts.taken.note(key)
      return answer
    } catch (fault) {
      parts.report('lark: a press failed', withoutWords(fault))
      return { toast: { type: 'error', content: larkWords.pressFailed }, card: null }
    }
  }
  const answered = obey()
  const inTime = await Promise.race([answered, pause(pressMs, null)])
  if (inTime) return onTheWire(inTime)
  void answered.then(({ card }) => card && replaceLater(what.message, card, parts))
  return { toast: { type: 'info', content: larkWords.pressTaken } }
}

async function replaceLater(message: string, card: object, { gateway, report }: AcceptParts) {
  await pause(afterAnswerMs)
  await gateway
    .patch(message, card)
    .catch((fault) => report('lark: a card could not be replaced', withoutWords(fault)))
}

const onTheWire = ({ toast, card }: PressAnswer) => ({
  ...(toast && { toast }),
  ...(card && { card: { type: 'raw', data: card } }),
})

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
