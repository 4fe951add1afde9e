import type { Accept } from './accept.ts'
import type { Connection, LarkGateway } from './gateway.ts'

/** The long connection, kept up. */
export interface Link {
  isUp(): boolean
  stop(): void
}

export interface Patience {
  readonly firstWaitMs: number
  readonly longestWaitMs: number
  /** So often we look whether it is what it says; a client that was never let in tells nobody. */
  readonly lookMs: number
  /** So long a connection may take, or stay lost, before a new one is made. */
  readonly graceMs: number
  /** So long a ping may stay unanswered. Lark pings every two minutes; more than that interval would never be noticed. */
  readonly pongSeconds: number
}

const patient: Patience = {
  ...{ firstWaitMs: 1_000, longestWaitMs: 60_000, lookMs: 5_000, graceMs: 120_000 },
  pongSeconds: 5,
}

/**
 * Connects, and connects anew when the SDK gives up, which it does at "system busy" or too many connections, or when it
 * is not up for long. Goes on until stopped.
 */
export function superviseLink(
  gateway: Pick<LarkGateway, 'connect'>,
  accept: Accept,
  on: { readonly up: () => void; readonly down: (why: string) => void },
  patience: Patience = patient,
): Link {
  let connection: Connection | undefined
  let again: NodeJS.Timeout | undefined
  let failures = 0
  let upAt: number | null = null
  let lostAt = performance.now()
  let stopped = false
  const lost = (why: string) => {
    if (upAt === null) return
    upAt = null
    lostAt = performance.now()
    on.down(why)
  }
  const connect = () => {
    again = undefined
    lostAt = performance.now()
    const mine = gateway.connect(accept, patience.pongSeconds, {
      up() {
        if (connection !== mine || stopped) return
        failures = 0
        if (upAt === null) on.up()
        upAt = performance.now()
      },
      down: () => connection === mine && lost('broken off'),
      over: () => connection === mine && retry('given up'),
    })
    connection = mine
  }
  const retry = (why: string) => {
    if (stopped || again) return
    lost(why)
    connection?.close()
    connection = undefined
    const wait = Math.min(patience.firstWaitMs * 2 ** failures++, patience.longestWaitMs)
    again = setTimeout(connect, wait * (0.5 + Math.random() / 2))
  }
  const look = setInterval(() => {
    const isUp = connection?.isUp() ?? false
    if (!isUp) lost('not there')
    if (!isUp && !again && performance.now() - lostAt > patience.graceMs) retry('away too long')
  }, patience.lookMs)
  connect()
  return {
    isUp: () => connection?.isUp() ?? false,
    stop() {
      stopped = true
      clearInterval(look)
      clearTimeout(again)
      connection?.close()
    },
  }
}
