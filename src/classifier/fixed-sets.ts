import { categoryCode } from '../domain/ids.ts'
import { topics } from '../domain/intake/lexicon/topics.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import { handwritten } from './corpus/read.ts'
import type { Document } from './document.ts'
import type { GoldConversation } from './scoring/gold.ts'
import { stretches } from './stretches/read.ts'

/** What every model that may come into force is measured on; no training sees any of it. */
export interface FixedSets {
  /** Matters and chatter, one text each. */
  readonly lines: readonly Document[]
  /** Danger to life, in many ways of saying it. */
  readonly dangers: readonly string[]
  readonly conversations: readonly GoldConversation[]
  /** The street that the conversations are held in. */
  readonly book: Rulebook
}

/** The held-out lines, the dangers, and the held-out conversations both whole and as texts of their own. */
export function fixedSets(book: Rulebook): FixedSets {
  const conversations = stretches('heldout').flatMap((author) => author.conversations)
  return {
    lines: [...handwritten('heldout'), ...conversations.flatMap(textsOf)],
    dangers: handwritten('dangers').map(({ text }) => text),
    conversations,
    book,
  }
}

/** The words of each petition, and each message that belongs to none. */
function textsOf({ messages, expect }: GoldConversation): Document[] {
  const used = new Set(expect.flatMap((petition) => petition.messages))
  const matters = expect.flatMap((petition): Document[] => {
    const topic = topics.find(({ code }) => code === petition.category)
    const text = wordsOf(messages.filter(({ id }) => petition.messages.includes(id)))
    return topic && text !== '' ? [document(text, topic)] : []
  })
  const idle = messages
    .filter(({ id, type, recalls }) => type === 'text' && !used.has(id) && !recalls)
    .filter(({ text }) => [...text].length >= shortest)
    .map(({ text }) => document(text, null))
  return [...matters, ...idle]
}

/** What is shorter is greetings and nods, which the product never asks the model about. */
const shortest = 6

const wordsOf = (messages: GoldConversation['messages']): string =>
  messages
    .map(({ text }) => text)
    .filter(Boolean)
    .join('，')

const document = (text: string, topic: (typeof topics)[number] | null): Document => ({
  text,
  category: topic ? categoryCode(topic.code) : null,
  kind: topic?.kind ?? null,
  weight: 1,
  author: null,
})
