import type { Context, MiddlewareHandler } from 'hono'
import { problemText } from '../problem-page.tsx'
import { rateLimited } from '../rate-limits.ts'
import { TooOften } from './refusals.tsx'
import type { Pace } from './route.ts'
import type { Visit } from './visit.ts'

const minute = 60_000
/** A dispatcher who works the queue with rows, filters and forms in several windows stays far below. */
const asks = { limit: 600, windowMs: minute }
/** Each is written or taken apart whole, and nobody reads one in a second. */
const files = { limit: 60, windowMs: minute }

/**
 * How often one person may ask, with all their sessions together: 600 times a minute, and of files that are written or
 * taken in 60. Streams and pictures are not counted. Answers who asks more often with 429, null for all others.
 */
export function pacing(): (visit: Visit, pace: Pace) => Promise<Response | null> {
  const limits = { ask: limited(asks), file: limited(files) }
  return async (visit, pace) => {
    if (pace === 'free') return null
    visit.c.set(key, visit)
    for (const limit of pace === 'file' ? [limits.ask, limits.file] : [limits.ask]) {
      const refused = await limit(visit.c, async () => {})
      if (refused) return refused
    }
    return null
  }
}

const key = 'paced'
const visitIn = (c: Context): Visit => c.get(key)

const limited = (limit: typeof asks): MiddlewareHandler =>
  rateLimited({
    ...limit,
    by: (c) => visitIn(c).staff.id,
    answer: (c) =>
      c.req.header('hx-request') === 'true'
        ? c.html(problemText(429), 429)
        : c.html(<TooOften visit={visitIn(c)} isFile={limit === files} />, 429),
  })
