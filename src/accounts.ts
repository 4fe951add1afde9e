import { setTimeout as pause } from 'node:timers/promises'
import type { CardSurface } from './flows/ports/cards.ts'
import type { Channels } from './flows/ports/channels.ts'
import type { Door } from './flows/ports/door.ts'
import type { Leases } from './flows/ports/leases.ts'

/** Our accounts on the platforms while they are connected. */
export interface Connected {
  readonly channels: Channels
  readonly doors: readonly Door[]
  /** Cards that stand in chats, one surface for each channel that has them. */
  readonly surfaces: readonly CardSurface[]
  /** Stops hearing and speaking; what was heard is kept. */
  stop(): Promise<void>
}

/** Our accounts, which only one process may use at a time: a second client on a WeChat account cuts off the first. */
export interface Accounts {
  /** null: another process has them, and we stand by. */
  connected(): Connected | null
  stop(): Promise<void>
}

const longestPauseMs = 30_000

/**
 * Connects the accounts as soon as no other process has them, again whenever we lost them, until stopped. Comes back
 * when they are connected for the first time, or when another process has them. Throws what the very first try throws.
 */
export async function holdAccounts(
  leases: Leases,
  connect: () => Promise<Connected>,
  report: (what: string, fault: unknown) => void,
): Promise<Accounts> {
  const stopping = new AbortController()
  let connected: Connected | null = null
  let settle = (_fault?: unknown) => {}
  const begun = new Promise<void>((done, fail) => {
    settle = (fault) => (fault === undefined ? done() : fail(fault))
  })

  const hold = async (pauseMs: number): Promise<void> => {
    const lost = new AbortController()
    const holder = {
      waiting() {
        report('another process has the accounts: standing by', null)
        settle()
      },
      lost: () => lost.abort(),
    }
    const lease = await leases.acquire('accounts', holder, stopping.signal)
    if (!lease) return
    try {
      connected = await connect()
      settle()
      await aborted(AbortSignal.any([lost.signal, stopping.signal]))
      if (lost.signal.aborted) report('another process took the accounts: standing by', null)
    } catch (fault) {
      settle(fault)
      report('connecting the accounts failed', fault)
      await pause(pauseMs, undefined, { signal: stopping.signal }).catch(() => {})
    } finally {
      const leaving = connected
      connected = null
      await leaving?.stop()
      await lease.release()
    }
  }
  const running = (async () => {
    for (let tried = 0; !stopping.signal.aborted; tried++)
      await hold(Math.min(longestPauseMs, 1_000 * 2 ** tried)).catch((fault) =>
        report('leaving the accounts failed', fault),
      )
  })()
  const stop = async () => {
    stopping.abort()
    await running
  }
  try {
    await begun
  } catch (fault) {
    await stop()
    throw fault
  }
  return { connected: () => connected, stop }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    if (signal.aborted) done()
    else signal.addEventListener('abort', () => done(), { once: true })
  })
