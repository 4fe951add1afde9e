import { readFileSync, statSync } from 'node:fs'
import type { Street } from '../../../db/street/to-street.ts'
import { handwritten } from '../../classifier/corpus/read.ts'
import { plainMessage } from '../../classifier/plain-message.ts'
import { messageId, personId, roomId } from '../../domain/ids.ts'
import { classify } from '../../domain/intake/classify.ts'
import { surelyStatesNothing } from '../../domain/intake/gate.ts'
import type { ChatMessage, Stretch } from '../../domain/intake/message.ts'
import { decodeModel } from '../../domain/intake/model.ts'
import { readStretch } from '../../domain/intake/read-stretch.ts'
import type { Understanding } from '../../domain/intake/understanding.ts'
import type { Scene } from '../demo-week/scene.ts'
import { week } from '../demo-week/week.ts'
import { ratePerCpuSecond } from './rate.ts'
import { weightsFile } from './sample.ts'

const longStretch = 20

/** Messages a second of CPU time, all on one core; nothing is remembered but where it says so. */
export interface UnderstandingRates {
  /** The gate: whether a message of a group may state a matter at all. */
  readonly gate: number
  /** The words alone: how likely a matter, which category, which kind. */
  readonly classified: number
  /** Read in full as the only message of its chat. */
  readonly alone: number
  /** Read, as in a lively group, as the last of 20 messages, which are read again with it. */
  readonly inStretch: number
  /** The same, with the words of the messages before it remembered, as in the running product. */
  readonly inStretchRemembered: number
  readonly loadMs: number
  readonly modelBytes: number
}

/**
 * Reads everything said in the demo week, and our handwritten held-out lines, again and again, for so many seconds of CPU
 * time each way.
 */
export async function measureUnderstanding(
  seconds: number,
  street: Street,
  u: Understanding,
): Promise<UnderstandingRates> {
  const alone = spokenAlone(street)
  const inStretch = stretchesOf(alone)
  const group = alone.flatMap(({ messages }) => messages)
  const afresh = (): Understanding => ({ ...u, model: { ...u.model } })
  const gate = () => {
    const { model } = afresh()
    return (message: ChatMessage) => surelyStatesNothing(message, model)
  }
  const reading = () => {
    const understanding = afresh()
    return (stretch: Stretch) => readStretch(stretch, understanding)
  }
  const rate = <Item>(items: readonly Item[], begin: () => (item: Item) => unknown) =>
    ratePerCpuSecond(items, begin, seconds)
  return {
    gate: await rate(group, gate),
    classified: await rate(group, () => (message) => classify(message.text, u.model)),
    alone: await rate(alone, reading),
    inStretch: await rate(inStretch, () => (stretch) => readStretch(stretch, afresh())),
    inStretchRemembered: await rate(inStretch, reading),
    ...loading(),
  }
}

/** The slowest of a few times reading and decoding the file. */
function loading(): Pick<UnderstandingRates, 'loadMs' | 'modelBytes'> {
  const times = Array.from({ length: 5 }, () => {
    const begun = performance.now()
    decodeModel(readFileSync(weightsFile))
    return performance.now() - begun
  })
  return { loadMs: Math.max(...times), modelBytes: statSync(weightsFile).size }
}

/** What the rates are measured on. */
export const spokenTexts = (street: Street): string[] =>
  spokenAlone(street).flatMap(({ messages }) => messages.map(({ text }) => text))

function spokenAlone(street: Street): Stretch[] {
  const demo = week.flatMap((scene, i): Stretch[] => {
    const message = asMessage(scene, i, street)
    return message ? [{ room: roomOf(scene), speakerRooms: [], messages: [message] }] : []
  })
  const lines = handwritten('heldout').map(({ text }, i): Stretch => {
    const room = roomId('meiyuan')
    return { room, speakerRooms: [], messages: [asSaid(`line-${i}`, `r${i % 9}`, text)] }
  })
  return [...demo, ...lines]
}

/** For every message of a group that has as many behind it: the 20 messages that end with it. */
function stretchesOf(alone: readonly Stretch[]): Stretch[] {
  const rooms = new Map<string, ChatMessage[]>()
  return alone.flatMap(({ room, messages: [message] }): Stretch[] => {
    if (!room || !message) return []
    const said = [...(rooms.get(room) ?? []), message].slice(-longStretch)
    rooms.set(room, said)
    return said.length === longStretch ? [{ room, speakerRooms: [], messages: said }] : []
  })
}

const roomOf = ({ where }: Scene) => (where === 'dm' ? null : roomId(where))

function asMessage(scene: Scene, n: number, { book, members }: Street): ChatMessage | null {
  const { says, who, where, at, mentionsUs = false } = scene
  const text = typeof says === 'string' ? says : 'voice' in says ? says.voice : null
  if (text === null) return null
  const staff = book.staff.find(({ accounts }) => accounts.wechat === who)
  return {
    ...asSaid(`message-${n}`, who, text),
    alias: members.find(({ account, room }) => account === who && room === where)?.alias ?? '',
    isStaff: staff !== undefined && staff.role !== 'household_head',
    mentionsUs,
    at: new Date(`${at.replace(' ', 'T')}:00+08:00`),
  }
}

const asSaid = (id: string, who: string, text: string): ChatMessage =>
  plainMessage(text, { id: messageId(id), from: personId(who), name: who })
