import { no, ok, type Result } from '../domain/result.ts'
import type { Form } from './answers.ts'
import { breaker } from './breaker.ts'
import { client, type Time } from './client.ts'
import type { DailyCap } from './daily-cap.ts'
import type { Ask, Message } from './dialect.ts'
import type { LlmFault } from './fault.ts'
import { jsonIn } from './json-in.ts'
import { lru } from './lru.ts'
import { repairPrompt } from './prompts.ts'
import type { LlmSettings } from './settings.ts'
import { turnstile } from './turnstile.ts'

/** What was spent so far, for who measures. */
export interface Spent {
  readonly requests: number
  readonly questions: number
  readonly fromMemory: number
  readonly failures: Readonly<Partial<Record<LlmFault['kind'], number>>>
  readonly tokens: { readonly asked: number; readonly answered: number }
}

export interface Question<Answer> {
  /** The same for the same question: it is asked once, also while it is under way. */
  readonly key: string
  readonly messages: readonly Message[]
  readonly form: Form<Answer>
  /** Tokens. */
  readonly longest: number
}

/** Puts questions to a server with all that keeps it from costing too much or holding anybody up. */
export interface Questioner {
  /** null: no answer that holds within the time limit, or none any more. Never throws. */
  ask<Answer>(question: Question<Answer>): Promise<Answer | null>
  readonly spent: () => Spent
  /** Gives up what is under way. */
  stop(): void
}

export interface Tools {
  readonly cap: DailyCap
  /** Milliseconds that only go forward. */
  readonly elapsed: () => number
  /** Hears when nothing is asked any more for a while, and why; never what was asked. */
  readonly report: (what: string) => void
}

export const rememberedAnswers = 500
const atOnce = 2
const failuresInARow = 5
const restMs = 60_000
const longestRepeated = 4_000

export function questioner(
  settings: Pick<LlmSettings, 'url' | 'model' | 'key' | 'timeoutMs'>,
  { cap, elapsed, report }: Tools,
): Questioner {
  const server = client(settings, cap)
  const answers = lru<Promise<unknown>>(rememberedAnswers)
  const through = turnstile(atOnce)
  const rest = breaker(failuresInARow, restMs, elapsed)
  const underWay = new Set<AbortController>()
  let isStopped = false
  const spent = { requests: 0, questions: 0, fromMemory: 0 }
  const tokens = { asked: 0, answered: 0 }
  const failures: Partial<Record<LlmFault['kind'], number>> = {}

  async function answerTo<Answer>(question: Question<Answer>): Promise<Answer | null> {
    spent.questions += 1
    const until = elapsed() + settings.timeoutMs
    const { signal, over } = timeLimit()
    const time: Time = { signal, leftMs: () => until - elapsed() }
    try {
      const made = await through(signal, () => converse(question, time))
      if (made?.ok) {
        rest.answered()
        return made.value
      }
      failed(made?.problem ?? { kind: 'timeout' })
      return null
    } finally {
      over()
    }
  }

  /** Held by its timer: `AbortSignal.any` and `AbortSignal.timeout` may be collected before they fire. */
  function timeLimit(): { readonly signal: AbortSignal; readonly over: () => void } {
    const limit = new AbortController()
    if (isStopped) limit.abort()
    underWay.add(limit)
    const timer = setTimeout(() => limit.abort(), settings.timeoutMs)
    const over = () => {
      clearTimeout(timer)
      underWay.delete(limit)
    }
    return { signal: limit.signal, over }
  }

  /** Asks, and once more when the answer is not of the form; then takes what holds of it. */
  async function converse<Answer>(
    { messages, form, longest }: Question<Answer>,
    time: Time,
  ): Promise<Result<Answer, LlmFault>> {
    const ask = { messages, schema: form.schema, longest }
    const first = await say(ask, time)
    if (!first.ok) return first
    const read = heldTo(form, first.value)
    if (read.ok) return read
    const repair: Message[] = [
      ...messages,
      { role: 'assistant', content: first.value.slice(0, longestRepeated) },
      { role: 'user', content: repairPrompt(read.problem) },
    ]
    const second = await say({ ...ask, messages: repair }, time)
    const again = second.ok ? heldTo(form, second.value) : read
    if (again.ok) return again
    const [said] = [...(second.ok ? jsonIn(second.value) : []), ...jsonIn(first.value)]
    if (said !== undefined) return ok(form.leniently(said))
    return second.ok ? no({ kind: 'nonsense' }) : second
  }

  async function say(ask: Ask, time: Time): Promise<Result<string, LlmFault>> {
    const said = await server.ask(ask, time, () => {
      spent.requests += 1
    })
    if (!said.ok) return said
    tokens.asked += said.value.tokens.asked
    tokens.answered += said.value.tokens.answered
    return ok(said.value.text)
  }

  function failed({ kind, status }: LlmFault): void {
    count(kind)
    if (kind === 'capped' || isStopped || !rest.failed()) return
    report(`the language model rests for a minute: ${kind}${status ? ` ${status}` : ''}`)
  }

  function count(kind: LlmFault['kind']): void {
    failures[kind] = (failures[kind] ?? 0) + 1
  }

  return {
    ask<Answer>(question: Question<Answer>): Promise<Answer | null> {
      const known = answers.get(question.key) as Promise<Answer | null> | undefined
      if (known) {
        spent.fromMemory += 1
        return known
      }
      if (!rest.mayAsk()) {
        count('resting') // nobody was asked, so the server did not fail
        return Promise.resolve(null)
      }
      const fresh = answerTo(question)
      answers.set(question.key, fresh)
      return fresh
    },
    spent: () => ({ ...spent, tokens: { ...tokens }, failures: { ...failures } }),
    stop() {
      isStopped = true
      for (const limit of underWay) limit.abort()
    },
  }
}

/** The last object that is of the form; else what is wrong with the last one. */
function heldTo<Answer>(form: Form<Answer>, said: string): Result<Answer, readonly string[]> {
  const read = jsonIn(said).map(form.strictly)
  return read.find(({ ok: holds }) => holds) ?? read[0] ?? no(['没有 JSON 对象'])
}
