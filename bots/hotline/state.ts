import type { ChannelHealth } from '../../src/flows/ports/channels.ts'
import type { Clock, HeardMessage } from '../../src/flows/ports.ts'
import { hotlineWords } from '../../src/texts/hotline-words.ts'

/** What keeps us from the platform: it does not answer, or it does not take us for who we are. */
export type Trouble = 'link' | 'signature' | null

/** How the channel is, from what the latest request came to. */
export interface State {
  note(trouble: Trouble): void
  /** The platform wants to be left alone so long. In milliseconds. */
  coolDown(ms: number): void
  coolingMs(): number
  heard(message: HeardMessage): void
  now(): ChannelHealth
}

export function stateOf(clock: Clock): State {
  let trouble: Trouble = null
  let silentUntil = 0
  let lastHeard: Date | null = null
  const coolingMs = () => Math.max(0, silentUntil - performance.now())
  const stateNow = (): ChannelHealth['state'] =>
    trouble ? 'down' : coolingMs() > 0 ? 'silenced' : 'up'
  let state = stateNow()
  let since = clock()
  const now = (): ChannelHealth => {
    if (state !== stateNow()) [state, since] = [stateNow(), clock()]
    return { state, since, lastHeard, toDo: trouble && toDo[trouble] }
  }
  return {
    note(next) {
      trouble = next
      now()
    },
    coolDown(ms) {
      silentUntil = performance.now() + ms
    },
    coolingMs,
    heard({ sentAt }) {
      if (!lastHeard || sentAt > lastHeard) lastHeard = sentAt
    },
    now,
  }
}

const toDo = { link: hotlineWords.notAnswering, signature: hotlineWords.notAllowed } as const
