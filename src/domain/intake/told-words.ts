import type { Matter } from './matter.ts'
import type { ChatMessage } from './message.ts'

/** What was said of a matter, in order. Of a message that tells several, only its own summary. */
export function toldWords(
  matter: Matter,
  all: readonly Matter[],
  messages: readonly ChatMessage[],
): string[] {
  const isShared = (message: ChatMessage) =>
    all.some((other) => other !== matter && other.messages.includes(message.id))
  const said = messages
    .filter(({ id, text }) => matter.messages.includes(id) && text !== '')
    .map((message) => (isShared(message) ? matter.summary : message.text))
  return [...new Set(said)]
}
