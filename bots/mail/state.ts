import type { ChannelHealth } from '../../src/flows/ports/channels.ts'
import type { Clock } from '../../src/flows/ports.ts'
import { mailWords } from '../../src/texts/mail-words.ts'

/** What keeps all letters back, as the latest one met it. */
export type Trouble = 'link' | 'security' | 'login' | 'sender' | null

const toDo = {
  link: mailWords.notAnswering,
  security: mailWords.notSecure,
  login: mailWords.notAllowed,
  sender: mailWords.senderRefused,
} as const

/** How the channel is, from what the latest letter came to. */
export function stateOf(clock: Clock) {
  let trouble: Trouble = null
  let since = clock()
  return {
    note(next: Trouble): void {
      if ((next === null) !== (trouble === null)) since = clock()
      trouble = next
    },
    now: (): ChannelHealth => ({
      ...{ state: trouble ? 'down' : 'up', since, lastHeard: null },
      toDo: trouble && toDo[trouble],
    }),
  }
}
