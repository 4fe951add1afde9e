import type { ChannelHealth } from '../../src/flows/ports/channels.ts'
import type { Clock } from '../../src/flows/ports.ts'
import { wecomWords } from '../../src/texts/wecom-words.ts'
import type { WecomFault } from './faults.ts'

/** How the channel is, from what its calls came to. */
export interface State {
  /** What a call with the app's token came to; null: it went well. */
  noteCall(fault: WecomFault | null): void
  now(): ChannelHealth
}

export function stateOf(parts: {
  readonly coolingMs: () => number
  readonly lastHeard: () => Date | null
  readonly clock: Clock
}): State {
  /** Null: the latest call went well. At first nothing is known. */
  let trouble: 'link' | 'app' | null = 'link'
  const stateNow = (): ChannelHealth['state'] => {
    if (trouble !== null) return 'down'
    return parts.coolingMs() > 0 ? 'silenced' : 'up'
  }
  let state = stateNow()
  let since = parts.clock()
  const now = (): ChannelHealth => {
    if (state !== stateNow()) [state, since] = [stateNow(), parts.clock()]
    return { state, since, lastHeard: parts.lastHeard(), toDo: trouble && toDo[trouble] }
  }
  return {
    noteCall(fault) {
      if (fault === null) trouble = null
      else if (fault.kind === 'link') trouble = 'link'
      else if (fault.kind === 'app' || fault.kind === 'token') trouble = 'app'
      now()
    },
    now,
  }
}

const toDo = { link: wecomWords.notAnswering, app: wecomWords.notAllowed } as const
