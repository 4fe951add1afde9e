import { plainMessage } from '../../classifier/plain-message.ts'
import { roomId } from '../../domain/ids.ts'
import type { ChatMessage } from '../../domain/intake/message.ts'
import { readReply } from '../../domain/intake/read-reply.ts'
import { readStretch } from '../../domain/intake/read-stretch.ts'
import { replyContexts } from '../../domain/intake/reply.ts'
import type { Understanding } from '../../domain/intake/understanding.ts'
import { hostilePieces, hostileText } from './hostile-texts.ts'

export const lengths = [100, 500, 2_000, 10_000, 50_000] as const
/** A character of a longer text may cost so many times what one of the shortest does. */
export const mostGrowth = 3

/** One kind of hostile text: what a character of it costs at each of the `lengths`, in microseconds of CPU time. */
export interface LinearCost {
  readonly kind: string
  readonly perCharacter: readonly number[]
  /** How much dearer a character is at the dearest of the longer lengths than at the shortest. */
  readonly growth: number
}

/** Reads hostile texts as a message, a nickname and a reply to each of our questions. */
export function measureLinearCost(u: Understanding): readonly LinearCost[] {
  for (const piece of Object.values(hostilePieces)) costOf(hostileText(piece, 100), u) // warms up
  return Object.entries(hostilePieces).map(([kind, piece]) => {
    const perCharacter = lengths.map((length) => costOf(hostileText(piece, length), u) / length)
    const [shortest = Number.NaN, ...longer] = perCharacter
    return { kind, perCharacter, growth: Math.max(...longer) / shortest }
  })
}

/** The least of several rounds, as anything else that runs only adds to it. */
function costOf(text: string, u: Understanding): number {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < 5; round++) {
    const begun = process.cpuUsage()
    let times = 0
    for (let used = 0; used < 8_000; times++) {
      readAll(text, { ...u, model: { ...u.model } }) // nothing is remembered
      const { user, system } = process.cpuUsage(begun)
      used = user + system
      if (used >= 8_000) least = Math.min(least, used / (times + 1))
    }
  }
  return least
}

function readAll(text: string, u: Understanding): void {
  const room = roomId('meiyuan')
  const message = said(text, '5-2-301')
  readStretch({ room, speakerRooms: [], messages: [message] }, u)
  readStretch({ room: null, speakerRooms: [{ room, alias: text }], messages: [message] }, u)
  readStretch({ room, speakerRooms: [], messages: [said('楼道灯坏了没人修', text)] }, u)
  for (const context of replyContexts) readReply(text, context, { room, alias: text }, u)
}

const said = (text: string, alias: string): ChatMessage =>
  plainMessage(text, { name: alias, alias })
