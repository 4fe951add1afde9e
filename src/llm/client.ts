import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { no, ok, type Result } from '../domain/result.ts'
import type { DailyCap } from './daily-cap.ts'
import { type Ask, bodyOf, type Dialect, firstDialect, simpler } from './dialect.ts'
import type { LlmFault } from './fault.ts'
import { type Posted, post } from './post.ts'
import type { LlmSettings } from './settings.ts'

/** What one exchange came to. */
export interface Said {
  readonly text: string
  readonly tokens: { readonly asked: number; readonly answered: number }
}

/** The time that one question has, waiting and repeating included. */
export interface Time {
  readonly signal: AbortSignal
  readonly leftMs: () => number
}

/** Speaks with the server, in the dialect that it turns out to understand. */
export interface Client {
  /** Asks within its time, again after a refusal that may pass. `sent` hears of every request. */
  ask(ask: Ask, time: Time, sent: () => void): Promise<Result<Said, LlmFault>>
}

const tries = 3
const firstPauseMs = 300

export function client(
  { url, model, key }: Pick<LlmSettings, 'url' | 'model' | 'key'>,
  cap: DailyCap,
): Client {
  const address = /\/chat\/completions$/.test(url)
    ? url
    : `${url.replace(/\/+$/, '')}/chat/completions`
  let spoken: Dialect = firstDialect

  return {
    async ask(ask, time, sent) {
      let dialect = spoken
      let failed = 0
      for (;;) {
        if (!(await cap.take())) return no({ kind: 'capped' })
        sent()
        const posted = await post(address, key, bodyOf(ask, model, dialect), time.signal)
        const made = posted.ok ? outcomeOf(posted.value) : withoutAnswer(posted.problem)
        if (made.kind === 'said') {
          spoken = dialect
          return ok(made.said)
        }
        const other = made.kind === 'form' ? simpler(dialect, made.complaint) : null
        if (other) {
          dialect = other
          continue
        }
        failed += 1
        if (made.kind !== 'again' || failed >= tries) return no(made.fault)
        const ms = made.pauseMs ?? firstPauseMs * 2 ** (failed - 1)
        if (ms >= time.leftMs() || !(await pause(ms, time.signal))) return no(made.fault)
      }
    },
  }
}

/** False when the time was up before. */
async function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await setTimeout(ms, undefined, { signal })
    return true
  } catch {
    return false
  }
}

type Outcome =
  | { readonly kind: 'said'; readonly said: Said }
  | { readonly kind: 'form'; readonly complaint: string; readonly fault: LlmFault }
  | { readonly kind: 'again'; readonly pauseMs: number | null; readonly fault: LlmFault }
  | { readonly kind: 'over'; readonly fault: LlmFault }

function outcomeOf({ status, retryAfter, body }: Posted): Outcome {
  if (status === 200) return saidIn(body)
  if (status === 429)
    return { kind: 'again', pauseMs: pauseIn(retryAfter), fault: { kind: 'busy', status } }
  if (status >= 500) return { kind: 'again', pauseMs: null, fault: { kind: 'broken', status } }
  const fault: LlmFault = { kind: 'refused', status }
  return status === 400 || status === 422
    ? { kind: 'form', complaint: body, fault }
    : { kind: 'over', fault }
}

/** A connection that broke off may hold the next time; whose time is up has none left. */
const withoutAnswer = (fault: LlmFault): Outcome =>
  fault.kind === 'unreachable' ? { kind: 'again', pauseMs: null, fault } : { kind: 'over', fault }

const answer = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
  usage: z
    .object({ prompt_tokens: z.number(), completion_tokens: z.number() })
    .nullish()
    .catch(null),
})

function saidIn(body: string): Outcome {
  const read = answer.safeParse(parsed(body))
  const text = read.data?.choices[0]?.message.content
  if (!read.success || text === undefined)
    return { kind: 'over', fault: { kind: 'nonsense', status: 200 } }
  const { usage } = read.data
  const tokens = { asked: usage?.prompt_tokens ?? 0, answered: usage?.completion_tokens ?? 0 }
  return { kind: 'said', said: { text, tokens } }
}

/** Seconds, or a date; null where nothing useful is said. */
function pauseIn(retryAfter: string | null): number | null {
  if (retryAfter === null) return null
  const ms = /^\d+$/.test(retryAfter)
    ? Number(retryAfter) * 1_000
    : new Date(retryAfter).getTime() - Date.now()
  return Number.isFinite(ms) ? Math.max(0, ms) : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
