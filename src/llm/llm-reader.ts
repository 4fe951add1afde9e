import { createHash } from 'node:crypto'
import type { Stretch } from '../domain/intake/message.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import type { SecondReader } from '../flows/ports/second-reader.ts'
import { formsFor } from './answers.ts'
import type { Message } from './dialect.ts'
import { lru } from './lru.ts'
import { maskedStretch } from './masking.ts'
import { opinionOf, rulingOf } from './opinions.ts'
import { promptVersion, readerPrompt, rulingPrompt } from './prompts.ts'
import { fenced, labelled, shown, shownOpen } from './question.ts'
import { questioner, rememberedAnswers, type Spent, type Tools } from './questioner.ts'
import type { LlmSettings } from './settings.ts'

/** A second reader behind an OpenAI-compatible address. */
export interface LlmReader extends SecondReader {
  readonly spent: () => Spent
  /** Gives up what is under way. */
  stop(): void
}

const longestAnswer = { matters: 2_000, ruling: 300 }
/** A ruling needs only what was said just before. */
const shownBefore = 6

export function llmReader(settings: LlmSettings, tools: Tools): LlmReader {
  const { ask, spent, stop } = questioner(settings, tools)
  const prepared = new WeakMap<Rulebook, ReturnType<typeof prepare>>()
  const forBook = (book: Rulebook) => {
    const ready = prepared.get(book) ?? prepare(book)
    prepared.set(book, ready)
    return ready
  }
  /** Petitions may come and go while a question is remembered: its answer speaks of those that it was asked with. */
  const shownWith = lru<ReturnType<typeof labelled>>(rememberedAnswers)
  const keyOf = (...parts: readonly unknown[]) =>
    sha256(JSON.stringify([settings.model, promptVersion, ...parts]))

  return {
    mode: settings.mode,
    async matters(stretch, open, { book }) {
      const { forms, system, taxonomy } = forBook(book)
      const masked = maskedStretch(stretch, book)
      const data = shown(masked, stretch, book)
      const key = keyOf('matters', taxonomy, data)
      const labels = shownWith.get(key) ?? labelled(open)
      shownWith.set(key, labels)
      const answer = await ask({
        key,
        messages: said(system.matters, { ...data, 在办: shownOpen(labels) }),
        form: forms.matters,
        longest: longestAnswer.matters,
      })
      return answer ? answer.matters.flatMap((one) => opinionOf(one, masked, labels) ?? []) : null
    },
    async ruling(doubt, stretch, { book }) {
      const { forms, system, taxonomy } = forBook(book)
      const masked = maskedStretch(lastOf(stretch), book)
      const target = masked.messages.at(-1)
      if (!target) return null
      const wanted = [
        ...(doubt.isMatter !== null ? ['is_matter'] : []),
        ...(doubt.category ? ['category'] : []),
        ...(doubt.place ? ['place'] : []),
      ]
      const data = { ...shown(masked, stretch, book), target: target.ref, ask: wanted }
      const answer = await ask({
        key: keyOf('ruling', taxonomy, data),
        messages: said(system.ruling, data),
        form: forms.ruling,
        longest: longestAnswer.ruling,
      })
      if (!answer) return null
      const { isMatter, category, place } = rulingOf(answer, target)
      return {
        isMatter: doubt.isMatter !== null ? isMatter : null,
        category: doubt.category ? category : null,
        place: doubt.place ? place : null,
      }
    },
    spent,
    stop,
  }
}

/** What is the same for every question about a rulebook. */
function prepare(book: Rulebook) {
  const system = { matters: readerPrompt(book), ruling: rulingPrompt(book) }
  return { forms: formsFor(book), system, taxonomy: sha256(JSON.stringify(system)) }
}

const said = (system: string, data: unknown): Message[] => [
  { role: 'system', content: system },
  { role: 'user', content: fenced(data) },
]

const lastOf = (stretch: Stretch): Stretch => ({
  ...stretch,
  messages: stretch.messages.slice(-1 - shownBefore),
})

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
