import { hear } from '../heard.ts'
import type { ChatMessage, Stretch } from '../message.ts'
import type { Model } from '../model.ts'

/**
 * Below this a message states no matter. Every matter of 103 marked stretches by four hands had a message above it (the
 * lowest at 0.097), and so had half of their messages; chatter without a matter is mostly below.
 */
const mayBe = 0.05

/** Whether any message of a stretch may state a matter: cheap, made to miss nothing. */
export function mayHoldMatter({ messages, room }: Stretch, model: Model): boolean {
  const recalled = recalledIn(messages)
  return messages.some(
    (message) =>
      !recalled.has(message.id) &&
      hasWords(message) &&
      !(message.isStaff && room !== null) &&
      hear(message, model, room === null).strength >= mayBe,
  )
}

export const recalledIn = (messages: readonly ChatMessage[]): ReadonlySet<string> =>
  new Set(messages.flatMap(({ recalls }) => recalls ?? []))

/** A picture or a link by itself states nothing. */
export const hasWords = ({ type, text }: ChatMessage): boolean =>
  (type === 'text' || type === 'voice' || type === 'location') && text.trim() !== ''
