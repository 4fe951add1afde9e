import type { MessageId, PersonId } from '../../ids.ts'
import { addMessage, addSupporter, addWords, begin, type Draft } from '../draft.ts'
import { type Heard, hear, hearText } from '../heard.ts'
import type { ChatMessage, Stretch } from '../message.ts'
import type { Model } from '../model.ts'
import { partsOf } from '../parts.ts'
import { hasWords } from './may-hold-matter.ts'

/** Which messages somebody else says belong together. */
export interface Gathered {
  readonly messages: readonly MessageId[]
  readonly reporter: PersonId | null
  readonly supporters: readonly PersonId[]
  /** Where a message speaks of several things: the words that show which part is meant. */
  readonly evidence: string | null
}

/** A draft of messages that somebody else gathered; null when none of them has words. */
export function draftOf(gathered: Gathered, stretch: Stretch, model: Model): Draft | null {
  const placed = stretch.messages.map((message, index) => ({ message, index }))
  const said = placed.filter(({ message }) => gathered.messages.includes(message.id))
  const spoken = said.filter(({ message }) => hasWords(message))
  const lead = spoken.find(({ message }) => message.from === gathered.reporter) ?? spoken[0]
  if (!lead) return null
  const heard = (message: ChatMessage) => listen(message, gathered.evidence, stretch, model)
  const draft = begin(heard(lead.message), lead.index)
  for (const { message, index } of said) {
    if (message === lead.message) continue
    if (hasWords(message)) addWords(draft, heard(message), index)
    else addMessage(draft, message, index)
  }
  const order = new Map(placed.map(({ message, index }) => [message.id, index]))
  draft.messages.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
  for (const { message, index } of placed) {
    if (gathered.supporters.includes(message.from)) addSupporter(draft, message, index)
  }
  return draft
}

/** The whole message, or its part that holds the evidence where it has several parts. */
function listen(
  message: ChatMessage,
  evidence: string | null,
  { room }: Stretch,
  model: Model,
): Heard {
  const whole = hear(message, model, room === null)
  const part = evidence === null ? undefined : partsOf(whole.raw).find((p) => p.includes(evidence))
  return part === undefined || part === whole.raw
    ? whole
    : hearText(message, part, whole.quoted, model, room === null)
}
