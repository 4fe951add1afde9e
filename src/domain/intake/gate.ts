import { mayStateMatter } from './heard.ts'
import type { ChatMessage, Stretch } from './message.ts'
import type { Model } from './model.ts'
import { partsOf } from './parts.ts'

/**
 * Whether a stretch of a group is surely nothing but chatter: none of its messages can begin a matter, so there is nothing
 * to read. In doubt it is not; a private chat never is, as there every word is meant for us.
 */
export const isSurelyChatter = ({ room, messages }: Stretch, model: Model): boolean =>
  room !== null && messages.every((message) => surelyStatesNothing(message, model))

/** Whether a message in a group surely states no matter, no emergency either: the gate before the full reading. */
export function surelyStatesNothing(message: ChatMessage, model: Model): boolean {
  if ((message.type !== 'text' && message.type !== 'voice') || message.isStaff) return true
  return !mayStateMatter(message, model, false) && partsOf(message.text).length === 1
}
