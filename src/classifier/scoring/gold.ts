import { z } from 'zod'
import { messageTypes } from '../../domain/intake/message.ts'
import { replyContexts } from '../../domain/intake/reply.ts'

const text = z.string()
const maybe = text.nullish()

const petition = z.object({
  messages: z.array(text).min(1),
  supporters: z.array(text).nullish(),
  category: text,
  also_ok: z.array(text).nullish(),
  place: z.record(text, text.nullish()).nullish(),
  grid: maybe,
  handler: maybe,
  urgency: maybe,
  on_behalf_of: maybe,
  vulnerable: z.boolean().nullish(),
  since: maybe,
  duplicate_of: maybe,
})

const message = z.object({
  id: text,
  at: z.iso.datetime({ offset: true }).transform((at) => new Date(at)),
  from: text,
  name: text.default(''),
  alias: text.default(''),
  type: z.enum(messageTypes),
  text: text.default(''),
  mentions_bot: z.boolean().default(false),
  recalls: text.nullish(),
  quotes: text.nullish(),
})

/** A stretch of a chat and the petitions that a careful dispatcher registers from it. */
export const goldConversation = z.object({
  id: text,
  room: text,
  kind: z.enum(['group', 'direct']),
  /** Of a private chat: the groups that the speaker is in. */
  in_rooms: z.array(text).default([]),
  messages: z.array(message).min(1),
  expect: z.array(petition),
  /** Matters that were done with before the talk was over: not expected, but begun. */
  settled: z
    .array(petition.pick({ messages: true, supporters: true }).extend({ by: text.nullish() }))
    .default([]),
})
export type GoldConversation = z.infer<typeof goldConversation>

/** A reply to us, what it answers, and what it means. */
export const goldReply = z.object({
  id: text,
  context: z.enum(replyContexts),
  text,
  expect: z.object({
    act: text,
    solved: z.boolean().nullish(),
    score: z.number().nullish(),
  }),
})
export type GoldReply = z.infer<typeof goldReply>

/**
 * Parses a file of one JSON object a line; empty lines are passed over.
 * Throws with file, line and field for the first line that is not as it should be.
 */
export function parseLines<Line>(content: string, file: string, schema: z.ZodType<Line>): Line[] {
  return content.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return []
    const read = schema.safeParse(parseJson(line, `${file}:${i + 1}`))
    if (read.success) return [read.data]
    const [issue] = read.error.issues
    throw new Error(`${file}:${i + 1}: ${issue?.path.join('.') || 'line'}: ${issue?.message}`)
  })
}

function parseJson(line: string, where: string): unknown {
  try {
    return JSON.parse(line)
  } catch (fault) {
    throw new Error(`${where}: ${fault instanceof Error ? fault.message : fault}`)
  }
}
