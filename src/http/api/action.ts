import { z } from '@hono/zod-openapi'
import type { Day } from '../../domain/deadlines/limit.ts'
import type { MediaId } from '../../domain/ids.ts'
import type { Command } from '../../domain/petition/command.ts'
import { destinationOf } from '../../domain/petition/dispatch.ts'
import { returnReasons } from '../../domain/petition/return-reason.ts'
import type { Rulebook } from '../../domain/street/rulebook.ts'
import { photosField } from './photos.ts'

const words = z.string().trim().min(1).max(2_000)
const days = z.int().min(1).max(365)
const version = z.int().min(1).optional().openapi({
  description:
    'The version you saw: a petition that moved on since is left alone (409). Absent: any.',
})

const action = <Kind extends string, Fields extends z.ZodRawShape>(
  kind: Kind,
  label: string,
  fields: Fields,
) =>
  z
    .object({ kind: z.literal(kind), ...fields, version })
    .openapi(`Action_${kind}`, { description: label })

/** What can be done by the API, one schema for each kind. */
export const actionSchema = z
  .discriminatedUnion('kind', [
    action('accept', '签收', {}),
    action('return', '退回', {
      reason: words,
      code: z.enum(returnReasons).optional(),
      photos: photosField,
    }),
    action('transfer', '转派', {
      reason: words,
      to: z.string().min(1).max(40).openapi({ description: 'One of `mayGoTo`.' }),
    }),
    action('askHelp', '求助', { text: words }),
    action('answerHelp', '答复求助', { text: words }),
    action('askExtension', '申请延期', { reason: words, days: days.nullable().default(null) }),
    action('approveExtension', '同意延期', { days: days.nullable().default(null) }),
    action('refuseExtension', '不同意延期', { reason: words }),
    action('answerInterim', '阶段性答复', {
      text: words,
      day: z.iso.date().openapi({ description: 'By when there is more.', example: '2026-03-06' }),
    }),
    action('note', '进展', { text: words, photos: photosField }),
    action('resolve', '办结', { result: words, photos: photosField }),
    action('takePart', '协办签收', {}),
    action('finishPart', '协办完成', { result: words, photos: photosField }),
    action('refusePart', '退回协办', { reason: words }),
    action('urge', '催办', {}),
    action('dismiss', '不作为诉求', { reason: words }),
    action('reopen', '重办', { reason: words }),
  ])
  .openapi('Action')
type Action = z.infer<typeof actionSchema>

/** The photos that come with an action, as they were sent. */
export const photosOf = (asked: Action): readonly string[] =>
  'photos' in asked ? asked.photos : []

/** What an action with these photos wants done; null where it wants it sent to nobody we know. */
export function commandOf(
  asked: Action,
  photos: readonly MediaId[],
  book: Rulebook,
): Command | null {
  switch (asked.kind) {
    case 'accept':
    case 'urge':
      return { kind: asked.kind }
    case 'return':
      return {
        ...{ kind: 'return', reason: asked.reason, photos },
        ...(asked.code !== undefined && { code: asked.code }),
      }
    case 'transfer': {
      const to = destinationOf(asked.to, book)
      return to && { kind: 'transfer', to, reason: asked.reason }
    }
    case 'askExtension':
      return { kind: asked.kind, days: asked.days, reason: asked.reason }
    case 'approveExtension':
      return { kind: asked.kind, days: asked.days }
    case 'refuseExtension':
    case 'refusePart':
    case 'dismiss':
    case 'reopen':
      return { kind: asked.kind, reason: asked.reason }
    case 'askHelp':
    case 'answerHelp':
      return { kind: asked.kind, text: asked.text }
    case 'note':
      return { kind: asked.kind, text: asked.text, photos }
    case 'answerInterim':
      return { kind: asked.kind, text: asked.text, day: asked.day as Day }
    case 'resolve':
    case 'finishPart':
      return { kind: asked.kind, result: asked.result, photos }
    case 'takePart':
      return { kind: asked.kind, came: false }
  }
}
