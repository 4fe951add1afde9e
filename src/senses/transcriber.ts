import type { Transcriber, Voice } from '../flows/ports/senses.ts'
import { askServer } from './ask-server.ts'
import { runCommand } from './run-command.ts'
import type { AsrSettings } from './settings.ts'
import type { Tried } from './tried.ts'
import { turnstile } from './turnstile.ts'
import { usableWords } from './usable-words.ts'

/** A server answers several at once; a model on this machine takes all of it. */
const atOnce = { server: 3, command: 1 } as const
/** After so many faults in a row nobody waits for a transcriber until the pause is over. */
const faultsBeforePause = 3
const pauseMs = 60_000
/** How long a voice waits in line at most, in time limits of a try. */
const waits = 2

/** A transcriber that holds connections and processes until it is stopped. */
export interface OpenTranscriber extends Transcriber {
  /** Hangs up. What was asked by then is never answered: whoever starts next asks again. */
  stop(): void
}

/**
 * A transcriber behind an address or a program. `elapsed`: a clock that only goes forward, in ms; `report` hears of what
 * went wrong, once until it goes right again.
 */
export function transcriberOf(
  settings: AsrSettings,
  { elapsed, report }: { elapsed: () => number; report: (what: string) => void },
): OpenTranscriber {
  const gate = turnstile(atOnce[settings.kind])
  const waitMs = waits * settings.timeoutMs
  const underWay = new Set<AbortController>()
  let isStopped = false
  let faults = 0
  let pausedUntil = 0
  const isPausing = () => elapsed() < pausedUntil
  const tryIt = (voice: Voice, signal: AbortSignal): Promise<Tried> =>
    settings.kind === 'server'
      ? askServer(settings, voice, signal)
      : runCommand(settings.command, voice, signal)

  /** Held by its timer: `AbortSignal.any` and `AbortSignal.timeout` may be collected before they fire. */
  function timeLimit(ms: number): { readonly signal: AbortSignal; readonly over: () => void } {
    const limit = new AbortController()
    if (isStopped) limit.abort()
    underWay.add(limit)
    const timer = setTimeout(() => limit.abort(), ms)
    const over = () => {
      clearTimeout(timer)
      underWay.delete(limit)
    }
    return { signal: limit.signal, over }
  }

  /** Whoever waits in line gives no time of the try away. null: not tried, which is nobody's fault. */
  async function tryInTurn(voice: Voice): Promise<Tried | null> {
    const wait = timeLimit(waitMs)
    return Promise.race([
      gate(async () => {
        wait.over()
        return wait.signal.aborted || isPausing() ? null : tryInTime(voice)
      }),
      endOf(wait.signal).then(() => null),
    ]).finally(wait.over)
  }

  async function tryInTime(voice: Voice): Promise<Tried> {
    const { signal, over } = timeLimit(settings.timeoutMs)
    const late: Tried = { ok: false, fault: 'timeout' }
    const tried = await Promise.race([tryIt(voice, signal), endOf(signal).then(() => late)])
    over()
    if (!isStopped) note(tried) // before the next in line enters
    return tried
  }

  function note(tried: Tried): void {
    faults = tried.ok ? 0 : faults + 1
    if (tried.ok) return
    if (faults === 1)
      report(`a voice could not be transcribed: ${tried.fault} ${tried.status ?? ''}`.trim())
    if (faults >= faultsBeforePause) pausedUntil = elapsed() + pauseMs
  }

  return {
    limitMs: waitMs + settings.timeoutMs,
    async words(voice) {
      if (isPausing()) return null
      const tried = await tryInTurn(voice)
      if (isStopped) return new Promise<never>(() => {})
      return tried?.ok ? usableWords(tried.said) : null
    },
    stop() {
      isStopped = true
      for (const limit of underWay) limit.abort()
    },
  }
}

const endOf = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
