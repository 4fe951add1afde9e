import * as PUPPET from 'wechaty-puppet'
import type { MessageType } from '../../src/domain/intake/message.ts'
import type { Happening, SimWorld } from './sim-world.ts'

export type Payload = PUPPET.payloads.Message

const typeOf = {
  text: PUPPET.types.Message.Text,
  image: PUPPET.types.Message.Image,
  voice: PUPPET.types.Message.Audio,
  video: PUPPET.types.Message.Video,
  location: PUPPET.types.Message.Location,
  link: PUPPET.types.Message.Url,
  recall: PUPPET.types.Message.Recalled,
  joined: PUPPET.types.Message.GroupNote,
  system: PUPPET.types.Message.GroupNote,
} as const satisfies Record<MessageType, PUPPET.types.Message>

type Said = Extract<Happening, { kind: 'said' }>
type Recalled = Extract<Happening, { kind: 'recalled' }>

/** WeChat writes mentions as `@名字` and U+2005, and a quote as the quoted words above a line. */
export function saidPayload({ id, message }: Said, world: SimWorld, us: string): Payload {
  const { from, type, at } = message
  const text = wordsOf(message, world)
  return {
    ...{ id, talkerId: from, timestamp: at.getTime(), type: typeOf[type] },
    ...{ text: message.quotes === null ? text : quoted(message.quotes, world) + text },
    ...whereTo(message, us),
  }
}

/** As WeChat: the text is the id of what was taken back. */
export const recalledPayload = ({ id, at, message }: Recalled, us: string): Payload => ({
  ...{ id, talkerId: message.from, timestamp: at.getTime(), text: message.id },
  ...{ type: PUPPET.types.Message.Recalled, ...whereTo(message, us) },
})

const whereTo = ({ room, dmWith, from, mentions }: Said['message'], us: string) =>
  room === null
    ? { listenerId: from === us ? (dmWith ?? '') : us }
    : { roomId: room, mentionIdList: [...mentions] }

function wordsOf({ room, text, mentions }: Said['message'], world: SimWorld): string {
  const ats = mentions
    .map((mention) => `@${nameIn(room, mention, world)}`)
    .filter((at) => !text.includes(at))
  return ats.map((at) => `${at}\u2005`).join('') + text
}

function quoted(id: string, world: SimWorld): string {
  const happening = world.happened(id)
  if (happening?.kind !== 'said') return ''
  const { room, from, type } = happening.message
  const label = type === 'image' ? '[图片]' : type === 'voice' ? '[语音]' : undefined
  const words = label ?? wordsOf(happening.message, world)
  return `「${nameIn(room, from, world)}：${words}」\n- - - - - - - - - - - - - - -\n`
}

const nameIn = (room: string | null, person: string, world: SimWorld) =>
  (room !== null && world.room(room).members.find(({ id }) => id === person)?.alias) ||
  world.nameOf(person)
