import type { ChannelHealth } from '../../src/flows/ports/channels.ts'
import type { Clock } from '../../src/flows/ports.ts'
import { larkWords } from '../../src/texts/lark-words.ts'
import type { LarkFault } from './faults.ts'

/** How the channel is, from what its calls came to and whether it is connected. */
export interface State {
  noteCall(fault: LarkFault | null): void
  now(): ChannelHealth
}

export function stateOf(parts: {
  /** null: there is no long connection, Lark calls us. */
  readonly isConnected: () => boolean | null
  readonly coolingMs: () => number
  readonly lastHeard: () => Date | null
  readonly clock: Clock
}): State {
  /** Null: the latest call went well. At first nothing is known. */
  let trouble: 'link' | 'app' | null = 'link'
  const stateNow = (): ChannelHealth['state'] => {
    if (trouble !== null || parts.isConnected() === false) return 'down'
    return parts.coolingMs() > 0 ? 'silenced' : 'up'
  }
  let state = stateNow()
  let since = parts.clock()
  const toDo = () => {
    if (trouble === 'app') return larkWords.notAllowed
    if (trouble === 'link') return larkWords.notAnswering
    return parts.isConnected() === false ? larkWords.notConnected : null
  }
  return {
    noteCall(fault) {
      if (fault === null) trouble = null
      else if (fault.kind === 'link') trouble = 'link'
      else if (fault.kind === 'app' || fault.kind === 'auth') trouble = 'app'
      this.now()
    },
    now() {
      if (state !== stateNow()) [state, since] = [stateNow(), parts.clock()]
      return { state, since, lastHeard: parts.lastHeard(), toDo: toDo() }
    },
  }
}
