import type { ChatWorld, WorldMessage } from '../../flows/ports/chat-world.ts'
import type { Player } from './cast.ts'
import type { Pane } from './panes.ts'

/** What has been seen belongs to the person, as on a real phone, not to the browser that shows it. */
export interface Unread {
  /** The chat is open before somebody's eyes: all in it is read. */
  see(pane: Pane): void
  /** How many messages of others the person has not seen in a chat, 20 at most. */
  count(pane: Pane): number
}

const looksBack = 20

/** Keeps in memory what each person of the sandbox has seen. */
export function unreadIn(world: ChatWorld): Unread {
  const seen = new Map<string, string>()
  const key = ({ person, room }: Pane) => `${person}\n${room ?? ''}`
  return {
    see(pane) {
      const last = world.said(chatOf(pane), 1).at(-1)
      if (last) seen.set(key(pane), last.id)
    },
    count(pane) {
      const messages = world.said(chatOf(pane), looksBack)
      const after = messages.findIndex(({ id }) => id === seen.get(key(pane))) + 1
      return messages.slice(after).filter(({ from, recalled }) => from !== pane.person && !recalled)
        .length
    },
  }
}

/** The chat of a pane as the platform names it. */
export const chatOf = ({ person, room }: Pane): { room: string } | { dmWith: string } =>
  room === null ? { dmWith: person } : { room }

/** Whether a message belongs to what a pane shows. */
export const shows = (pane: Pane, message: WorldMessage): boolean =>
  pane.room === null ? message.dmWith === pane.person : message.room === pane.room

/** All chats of a person: the one with the bot first, then the groups. */
export const chatsOf = (player: Player): readonly Pane[] => [
  { person: player.id, room: null },
  ...player.rooms.map(({ id }) => ({ person: player.id, room: id })),
]
