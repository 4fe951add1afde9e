import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { FeedPlace } from '../../flows/ports/feed.ts'
import type { ConsoleDesk } from '../console/console-desk.ts'
import { type ApiEnv, lookAt, type Reader } from './caller.ts'
import { feedCursorOf, feedEvent, feedPlaceOf, happeningJson } from './happening-json.ts'
import { problem, refusals } from './problem.ts'
import * as schemas from './schemas.ts'

const query = z.object({
  after: z.string().max(200).optional().openapi({ description: '`next` of the answer before.' }),
  since: schemas.momentAsked.optional().openapi({
    description: 'Where to begin, for who has no `next` yet. Absent: with what is kept.',
  }),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})

const events = createRoute({
  method: 'get',
  path: '/events',
  tags: ['Petitions'],
  summary: 'What happened to all petitions, in the order in which it was recorded',
  description:
    'Of the petitions whose details the person of this token sees now, within its unit. Ask with `next` again and again, where `more` is true at once: nothing is left out and nothing comes before what you were told, though what is being written at this moment may hold it up for some seconds. An answer may hold fewer events than `limit`, even none, while `more` is true.',
  request: { query },
  responses: {
    200: {
      description: 'The next events.',
      content: {
        'application/json': {
          schema: z.object({
            events: z.array(feedEvent),
            next: z.string().openapi({ description: 'To ask with next time; keep it.' }),
            more: z.boolean().openapi({ description: 'There is more already.' }),
          }),
        },
      },
    },
    ...refusals,
  },
})

/** So many are looked through for one answer: who sees little does not make us read everything. */
const mostLookedThrough = 1_000
const atOnce = 200

/** Where everything lies behind that is kept. */
const begin = new Date(0)

/** What happens, for programs that ask again and again. */
export function eventReads(app: OpenAPIHono<ApiEnv>, desk: ConsoleDesk): void {
  app.openapi(events, async (c) => {
    const { after, since, limit } = c.req.valid('query')
    const from = after === undefined ? new Date(since ?? begin) : feedPlaceOf(after)
    if (from === null)
      return problem(c, 'invalid', {
        errors: [{ field: 'query.after', message: 'no cursor of ours' }],
      })
    const caller = c.get('caller')
    const { told, last, more } = await nextEvents(from, limit, caller, desk)
    const next = last ?? after ?? feedCursorOf(before(new Date(since ?? begin)))
    return c.json({ events: told.map((one) => happeningJson(one, caller.book)), next, more }, 200)
  })
}

/** The place right before a moment. */
const before = (at: Date): FeedPlace => ({
  ...{ recordedAt: at, petition: '!' as FeedPlace['petition'], version: 0, seq: 0 },
})

/** What a caller sees of what comes after a place, `limit` events at most; `last`: up to where it was looked, if anywhere. */
export async function nextEvents(
  from: FeedPlace | Date,
  limit: number,
  caller: Reader,
  { feed }: Pick<ConsoleDesk, 'feed'>,
) {
  const told = []
  let place = from
  for (let looked = 0; looked < mostLookedThrough; looked += atOnce) {
    const some = await feed.after(place, atOnce)
    for (const happening of some) {
      place = happening.place
      if (lookAt(happening.petition, caller) === 'full') told.push(happening)
      if (told.length === limit) return { told, last: cursorAt(place), more: true }
    }
    if (some.length < atOnce) return { told, last: cursorAt(place), more: false }
  }
  return { told, last: cursorAt(place), more: true }
}

const cursorAt = (place: FeedPlace | Date) => (place instanceof Date ? null : feedCursorOf(place))
