import type { LarkMessage } from '../../../bots/sandbox/lark/fake-lark-types.ts'
import type { LarkCall, RouteName } from '../../../bots/sandbox/lark/fault-types.ts'
import type { WorldMessage } from '../../flows/ports/chat-world.ts'
import { ask } from './platforms.ts'
import { larkChats, larkResidents, type Stage } from './stage.ts'

/** What the platforms show when all is over: what people said, and what they can read of us. */
export interface Truth {
  /** `channel/id` and when; what was said to us or before us. */
  readonly said: ReadonlyMap<string, Date>
  /** What we said, chat by chat in order, under the way of a letter (`wechat/person/…`). */
  readonly read: ReadonlyMap<string, readonly Shown[]>
  /** Messages on Lark by the key they were sent under. */
  readonly byKey: ReadonlyMap<string, number>
}

export interface Shown {
  readonly id: string
  readonly text: string
}

const all = 100_000

export async function truthOf(stage: Stage): Promise<Truth> {
  const said = new Map<string, Date>()
  const read = new Map<string, Shown[]>()
  const { rooms, staff } = stage.street.book
  const accounts = new Set([
    // a neighbour may be a head, too
    ...stage.street.residents.map(({ account }) => account),
    ...staff.flatMap(({ accounts }) => accounts.wechat ?? []),
  ])
  for (const [kind, id] of [
    ...rooms.map(({ id }) => ['room', id] as const),
    ...[...accounts].map((account) => ['person', account] as const),
  ]) {
    const where = kind === 'room' ? { room: id } : { dmWith: id }
    for (const one of await ask<WorldMessage[]>(stage.gateway, 'said', where, all))
      if (one.from === 'wx-bot') note(read, `wechat/${kind}/${id}`, one.id, withoutCall(one.text))
      else if (one.type !== 'system') said.set(`wechat/${one.id}`, new Date(one.at))
  }
  const people = [...larkResidents, ...staff.flatMap(({ accounts }) => accounts.lark ?? [])]
  for (const [kind, id] of [
    ...larkChats.map(({ id }) => ['room', id] as const),
    ...people.map((account) => ['person', account] as const),
  ])
    for (const one of await ask<LarkMessage[]>(stage.lark, 'messages', id))
      if (one.from === null) note(read, `lark/${kind}/${id}`, one.id, withoutCall(one.text))
      else said.set(`lark/${one.id}`, new Date(one.at))
  return { said, read, byKey: await keysOf(stage) }
}

function note(read: Map<string, Shown[]>, way: string, id: string, text: string): void {
  read.set(way, [...(read.get(way) ?? []), { id, text }])
}

/** Who is called by name stands before the words. */
const withoutCall = (text: string) => text.replace(/^@[^\u2005\n ]+[\u2005 ]/, '')

async function keysOf({ lark }: Stage): Promise<Map<string, number>> {
  const route: RouteName = 'messages.create'
  const keys = new Map<string, number>()
  for (const { body } of await ask<LarkCall[]>(lark, 'calls', route)) {
    const key = typeof body === 'object' && body && 'uuid' in body ? String(body.uuid) : ''
    keys.set(key, (keys.get(key) ?? 0) + 1)
  }
  return keys
}
