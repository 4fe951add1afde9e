import type { ChatWorld, TimeMachine } from '../flows/ports/chat-world.ts'
import type { Door } from '../flows/ports/door.ts'
import type { ConsoleDesk } from './console/console-desk.ts'

/** What the web side needs. `world` and `timeMachine` are there only while the sandbox runs. */
export interface Web {
  readonly desk: ConsoleDesk
  readonly world: ChatWorld | null
  readonly timeMachine: TimeMachine | null
  /** Ways in for platforms that call us: those that are open at this moment. */
  readonly doors: () => readonly Door[]
  /** How many proxies of our own stand before us; absent: none. */
  readonly trustedProxies?: number
}
