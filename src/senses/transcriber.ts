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
  const stopping = new AbortController()
  let faults = 0
  let pausedUntil = 0
  const tryIt = (voice: Voice, signal: AbortSignal): Promise<Tried> =>
    settings.kind === 'server'
      ? askServer(settings, voice, signal)
      : runCommand(settings.command, voice, signal)

  return {
    limitMs: settings.timeoutMs,
    async words(voice) {
      if (elapsed() < pausedUntil) return null
      const signal = AbortSignal.any([AbortSignal.timeout(settings.timeoutMs), stopping.signal])
      const late: Tried = { ok: false, fault: 'timeout' }
      const tried = await Promise.race([
        gate(async () => (signal.aborted ? late : tryIt(voice, signal))),
        new Promise<Tried>((resolve) =>
          signal.addEventListener('abort', () => resolve(late), { once: true }),
        ),
      ])
      if (stopping.signal.aborted) return new Promise<never>(() => {})
      if (tried.ok) {
        faults = 0
        return usableWords(tried.said)
      }
      faults += 1
      if (faults === 1)
        report(`a voice could not be transcribed: ${tried.fault} ${tried.status ?? ''}`.trim())
      if (faults >= faultsBeforePause) pausedUntil = elapsed() + pauseMs
      return null
    },
    stop: () => stopping.abort(),
  }
}
