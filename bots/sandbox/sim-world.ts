import { randomUUID } from 'node:crypto'
import type { ChatWorld, WorldMessage, WorldUtterance } from '../../src/flows/ports/chat-world.ts'
import type { Clock } from '../../src/flows/ports.ts'
import { known } from './known.ts'
import {
  fileCupboard,
  type Joined,
  type Line,
  type Picture,
  type SimHistory,
  simHistory,
} from './sim-history.ts'

interface SimPerson {
  readonly id: string
  readonly name: string
}
interface SimMember {
  readonly id: string
  /** The member's name in this group; '' when none. */
  readonly alias: string
}
interface SimRoom {
  readonly id: string
  readonly topic: string
  /** Without the bot, which is in every group. */
  readonly members: readonly SimMember[]
}

/** Who there is when the platform starts. */
export interface SimStart {
  readonly bot: SimPerson
  /** Our second account, a member of groups like anybody. */
  readonly standby?: SimPerson
  readonly people: readonly SimPerson[]
  readonly rooms: readonly SimRoom[]
}

/** What a puppet hears of: something said or taken back, under an id of its own, somebody new, or something changed. */
export type Happening =
  | { readonly kind: 'said'; readonly id: string; readonly message: WorldMessage }
  | {
      readonly kind: 'recalled'
      readonly id: string
      readonly at: Date
      readonly message: WorldMessage
    }
  | { readonly kind: 'personChanged'; readonly person: string }
  | { readonly kind: 'roomChanged'; readonly room: string; readonly oldTopic: string }
  | Joined
  /** The bot was put out of a group, or taken in again. */
  | { readonly kind: 'presence'; readonly room: string; readonly isHere: boolean }

/** What may be put into the world beyond what players say: any type, by anybody, the bot included. */
type Posting = Pick<WorldMessage, 'from' | 'room' | 'dmWith' | 'type' | 'text'> & {
  readonly mentions?: readonly string[]
  readonly quotes?: string | undefined
  readonly file?: Picture | undefined
}

/** The simulated platform, with the strings that only a test or the puppet pulls. */
export interface SimWorld extends ChatWorld {
  readonly standby: string | null
  /** The name of a person or of the bot. Throws for an unknown one, as `room` does. */
  nameOf(person: string): string
  room(id: string): SimRoom
  addPerson(person: SimPerson): void
  addRoom(room: SimRoom): void
  /** Somebody joins a group, or takes another alias in it; the group reads a line about a newcomer. */
  join(room: string, person: string, alias?: string): void
  leave(room: string, person: string): void
  rename(person: string, name: string): void
  retitle(room: string, topic: string): void
  /** Puts the bot out of a group, or takes it in again; it hears nothing there meanwhile. */
  botIsIn(room: string, isHere: boolean): void
  isBotIn(room: string): boolean
  post(what: Posting): WorldMessage
  /** What a message or a recall was, by its id. */
  happened(id: string): Happening | undefined
  /** Everything said, taken back or joined at or after `since`, in order. */
  happenings(since: Date): readonly Happening[]
  watch(ear: (happening: Happening) => void): () => void
}

/**
 * A chat platform of our own. With a `folder` it remembers across restarts, as a real platform does; what the folder
 * remembers of people and groups goes before `start`.
 */
export function simWorld(start: SimStart, clock: Clock, folder?: string): SimWorld {
  const accounts = [start.bot, ...(start.standby ? [start.standby] : [])]
  const names = new Map([...start.people, ...accounts].map(({ id, name }) => [id, name]))
  const shut = new Set<string>()
  const rooms = new Map<string, SimRoom>()
  const messages = new Map<string, WorldMessage>()
  const chats = new Map<string, string[]>()
  const log: Logged[] = []
  const byId = new Map<string, Happening>()
  const watchers = new Set<(happening: Happening) => void>()
  let history: SimHistory | undefined

  /** Applies a line, be it new or remembered. */
  const apply = (line: Line): Happening => {
    switch (line.kind) {
      case 'person':
        names.set(line.id, line.name)
        return { kind: 'personChanged', person: line.id }
      case 'room': {
        const oldTopic = rooms.get(line.id)?.topic ?? line.topic
        rooms.set(line.id, { id: line.id, topic: line.topic, members: line.members })
        return { kind: 'roomChanged', room: line.id, oldTopic }
      }
      case 'joined':
        return logged(line)
      case 'presence':
        if (line.isHere) shut.delete(line.room)
        else shut.add(line.room)
        return line
      case 'said': {
        const { message } = line
        messages.set(message.id, message)
        const chat = chatOf(message)
        const said = chats.get(chat)
        if (said) said.push(message.id)
        else chats.set(chat, [message.id])
        return logged({ kind: 'said', id: message.id, message })
      }
      case 'recalled': {
        const message = { ...known(messages, line.message, 'message'), recalled: true }
        messages.set(message.id, message)
        return logged({ kind: 'recalled', id: line.id, at: line.at, message })
      }
    }
  }
  const logged = (happening: Logged) => {
    log.push(happening)
    byId.set(happening.id, happening)
    return happening
  }
  const happen = (line: Line) => {
    history?.write(line)
    const happening = apply(line)
    for (const watcher of watchers) watcher(happening)
  }
  const changeMembers = (id: string, members: readonly SimMember[]) =>
    happen({ kind: 'room', ...known(rooms, id, 'group'), members })
  const { load, keep } = fileCupboard(() => history)

  const world: SimWorld = {
    bot: start.bot.id,
    standby: start.standby?.id ?? null,
    people: () =>
      [...names]
        .filter(([id]) => accounts.every((account) => account.id !== id))
        .map(([id, name]) => ({ id, name })),
    rooms: () => [...rooms.values()],
    nameOf: (person) => known(names, person, 'person'),
    room: (id) => known(rooms, id, 'group'),
    said(where, count) {
      const ids = chats.get('room' in where ? `room/${where.room}` : `dm/${where.dmWith}`) ?? []
      return ids.slice(-count).map((id) => known(messages, id, 'message'))
    },
    say: (what: WorldUtterance) =>
      world.post({ ...what, dmWith: what.room === null ? what.from : null }),
    post({ from, room, dmWith, type, text, mentions = [], quotes, file }) {
      known(names, from, 'person')
      if (room !== null) known(rooms, room, 'group')
      if (dmWith !== null) known(names, dmWith, 'person')
      if (quotes !== undefined) known(messages, quotes, 'message')
      const id = randomUUID()
      if (file) keep(id, file)
      const message: WorldMessage = {
        ...{ id, from, room, dmWith, type, text, mentions },
        ...{ quotes: quotes ?? null, file: file ? id : null, recalled: false, at: clock() },
      }
      happen({ kind: 'said', message })
      return message
    },
    recall(message) {
      if (known(messages, message, 'message').recalled) return
      happen({ kind: 'recalled', id: randomUUID(), at: clock(), message })
    },
    file: load,
    listen: (ear) =>
      world.watch((happening) => {
        if (happening.kind === 'said' || happening.kind === 'recalled') ear(happening.message)
      }),
    addPerson: ({ id, name }) => happen({ kind: 'person', id, name }),
    addRoom: (room) => happen({ kind: 'room', ...room }),
    join(room, person, alias = '') {
      const name = known(names, person, 'person')
      const { members } = known(rooms, room, 'group')
      const others = members.filter(({ id }) => id !== person)
      changeMembers(room, [...others, { id: person, alias }])
      if (others.length < members.length) return
      happen({ kind: 'joined', id: randomUUID(), at: clock(), room, person })
      const text = `"${name}"加入了群聊`
      world.post({ from: person, room, dmWith: null, type: 'system', text })
    },
    leave(room, person) {
      const { members } = known(rooms, room, 'group')
      const others = members.filter(({ id }) => id !== person)
      changeMembers(room, others)
    },
    rename(person, name) {
      known(names, person, 'person')
      happen({ kind: 'person', id: person, name })
    },
    retitle: (id, topic) => happen({ kind: 'room', ...known(rooms, id, 'group'), topic }),
    botIsIn: (room, isHere) => happen({ kind: 'presence', room, isHere }),
    isBotIn: (room) => !shut.has(room),
    happened: (id) => byId.get(id),
    happenings: (since) => log.filter((happening) => whenOf(happening) >= since),
    watch(ear) {
      watchers.add(ear)
      return () => watchers.delete(ear)
    },
  }
  for (const room of start.rooms) apply({ kind: 'room', ...room })
  if (folder !== undefined) {
    history = simHistory(folder)
    for (const remembered of history.lines()) apply(remembered)
  }
  return world
}

const chatOf = ({ room, dmWith }: WorldMessage) => (room === null ? `dm/${dmWith}` : `room/${room}`)

type Logged = Extract<Happening, { kind: 'said' | 'recalled' | 'joined' }>

const whenOf = (happening: Logged) =>
  happening.kind === 'said' ? happening.message.at : happening.at
