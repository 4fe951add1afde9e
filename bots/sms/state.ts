import type { ChannelHealth } from '../../src/flows/ports/channels.ts'
import type { Clock } from '../../src/flows/ports.ts'
import { smsWords } from '../../src/texts/sms-words.ts'

/** What keeps all messages back, as the latest one met it. */
export type Trouble = 'link' | 'account' | null

const toDo = { link: smsWords.notAnswering, account: smsWords.notAllowed } as const

/** How the channel is, from what the latest message came to. */
export function stateOf(clock: Clock) {
  let trouble: Trouble = null
  let silentUntil = 0
  let fullUntil = new Date(0)
  const isFull = () => clock() < fullUntil
  const stateNow = (): ChannelHealth['state'] => {
    if (trouble) return 'down'
    return isFull() || performance.now() < silentUntil ? 'silenced' : 'up'
  }
  let state = stateNow()
  let since = clock()
  const now = (): ChannelHealth => {
    if (state !== stateNow()) [state, since] = [stateNow(), clock()]
    const wanted = trouble ? toDo[trouble] : isFull() ? smsWords.dayIsFull : null
    return { state, since, lastHeard: null, toDo: wanted }
  }
  return {
    note(next: Trouble): void {
      trouble = next
      now()
    },
    /** The gateway wants to be left alone so long. In milliseconds. */
    coolDown(ms: number): void {
      silentUntil = performance.now() + ms
    },
    /** Nothing is left to spend until then. */
    full(until: Date): void {
      fullUntil = until
      now()
    },
    now,
  }
}
