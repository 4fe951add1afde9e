import { z } from '@hono/zod-openapi'
import { whoDid } from '../../domain/cards/who.ts'
import { petitionId } from '../../domain/ids.ts'
import { unitOf } from '../../domain/people/in-charge.ts'
import type { Rulebook } from '../../domain/street/rulebook.ts'
import type { FeedPlace, Happening } from '../../flows/ports/feed.ts'
import { eventLabels } from '../../texts/timeline.ts'
import { whoJson } from './petition-json.ts'
import * as schemas from './schemas.ts'

export const feedEvent = z
  .object({
    id: z.string().openapi({
      description: 'The same each time it is told: what you know already needs no second look.',
      example: '1027/3/0',
    }),
    number: z.int().openapi({ example: 1027 }),
    kind: schemas.eventKind,
    label: z.string().openapi({ example: '派单' }),
    at: schemas.moment,
    recordedAt: schemas.moment,
    by: schemas.who,
    throughApi: z.boolean(),
    now: z
      .object({
        version: z.int(),
        status: schemas.status,
        category: z.string(),
        unit: z.string().nullable(),
      })
      .openapi({ description: 'How the petition stands when you are told.' }),
  })
  .openapi('Event', {
    description: 'What happened to a petition. Words and people are in none: ask for its timeline.',
  })

export function happeningJson(
  { place, event, petition }: Happening,
  book: Rulebook,
): z.infer<typeof feedEvent> {
  const { number, version, status, category } = petition
  return {
    id: `${number}/${place.version}/${place.seq}`,
    ...{ number, kind: event.kind, label: eventLabels[event.kind] },
    ...{ at: event.at.toISOString(), recordedAt: place.recordedAt.toISOString() },
    by: whoJson(whoDid(event, petition, book)),
    throughApi: event.through !== undefined,
    now: { version, status, category, unit: unitOf(petition, book) },
  }
}

/** Where the feed goes on. Opaque to callers. */
export const feedCursorOf = (place: FeedPlace): string =>
  Buffer.from(
    [place.recordedAt.getTime(), place.version, place.seq, place.petition].join('.'),
  ).toString('base64url')

/** null for what is no cursor of ours. */
export function feedPlaceOf(cursor: string): FeedPlace | null {
  const [, time, version, seq, petition] =
    /^(\d{1,14})\.(\d{1,9})\.(\d{1,9})\.([\x21-\x7e]{1,100})$/.exec(
      Buffer.from(cursor, 'base64url').toString(),
    ) ?? []
  if (petition === undefined) return null
  return {
    ...{ recordedAt: new Date(Number(time)), petition: petitionId(petition) },
    ...{ version: Number(version), seq: Number(seq) },
  }
}
