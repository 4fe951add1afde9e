import type { RoomId } from '../../src/domain/ids.ts'
import type { HeardMessage } from '../../src/flows/ports.ts'
import { bare, type Ledger } from './ledger.ts'

/** Which group of the second account is which of the first: only proposed, never bound by us. */
export interface Likeness {
  /** Something said in a group of the second account that is bound to no room. */
  heard(message: HeardMessage): void
  /** Somebody bound the group to a room. */
  bound(group: string): void
  /** Whether there are such groups. */
  isOpen(): boolean
  /** Compares what both heard by now, and proposes what it is sure enough of. */
  look(roomOf: (room: string) => Promise<RoomId | undefined>): Promise<void>
}

/** The other account has heard it by then. */
const settledMs = 10_000
const leastMessages = 3
const leastSpeakers = 2
/** "好的" is said everywhere. */
const leastLetters = 4
const most = 500

export function likenessOf(
  byFirst: Pick<Ledger, 'like'>,
  propose: (group: string, room: RoomId) => void,
): Likeness {
  const groups = new Set<string>()
  const proposed = new Set<string>()
  const waiting: { readonly message: HeardMessage; readonly since: number }[] = []
  const alike = new Map<string, Set<string>>()
  const said = new Map<string, number>()
  return {
    heard(message) {
      groups.add(message.room ?? '')
      if (message.type !== 'text' || bare(message.text).length < leastLetters) return
      waiting.push({ message, since: performance.now() })
      if (waiting.length > most) waiting.shift()
    },
    bound: (group) => void groups.delete(group),
    isOpen: () => groups.size > 0,
    async look(roomOf) {
      for (
        let [next] = waiting;
        next && performance.now() - next.since > settledMs;
        [next] = waiting
      ) {
        waiting.shift()
        const rooms = new Set(byFirst.like(next).map(({ message }) => message.room ?? ''))
        const [room] = rooms
        const group = next.message.room ?? ''
        if (rooms.size !== 1 || room === undefined || proposed.has(group)) continue
        const key = `${group}\n${room}`
        const speakers = alike.get(key) ?? new Set()
        alike.set(key, speakers.add(next.message.sender.id))
        said.set(key, (said.get(key) ?? 0) + 1)
        if (speakers.size < leastSpeakers || (said.get(key) ?? 0) < leastMessages) continue
        const known = await roomOf(room)
        if (known === undefined) continue
        proposed.add(group)
        propose(group, known)
      }
    },
  }
}
