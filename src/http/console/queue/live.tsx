import type { SSEStreamingApi } from 'hono/streaming'
import { lookWithin } from '../../../domain/console/scope.ts'
import { isIn } from '../../../domain/console/tabs.ts'
import type { Petition } from '../../../domain/petition/petition.ts'
import { viewQueue } from '../../../flows/view-queue.ts'
import { watchOver } from '../../../flows/watch-queue.ts'
import { streamTo } from '../stream-to.ts'
import type { Visit } from '../visit.ts'
import { whoStill } from '../who-still.ts'
import { type Asked, askedOf, isNarrowed, narrowedOf } from './asked.ts'
import { Tabs } from './queue-page.tsx'
import { QueueRow } from './rows.tsx'

/** How often it is asked whether who looks may still look. */
const asksWhoMs = 5_000
/** Proxies cut connections that say nothing. */
const stillHere = 3

/**
 * What changes in the tab somebody looks at: its rows as they are now, and the counts. Where they go is decided under the
 * finger, see browser/queue.ts. It ends with the session and the office.
 */
export function streamQueue(visit: Visit): Response {
  const { c, desk } = visit
  const asked = askedOf(new URL(c.req.url).searchParams, visit.staff, visit.book)
  return streamTo(visit, async (sse) => {
    let tail: Promise<unknown> = Promise.resolve()
    const stop = watchOver(desk).listen((petitions) => {
      tail = tail
        .then(() => tell(petitions, asked, visit, sse))
        .catch((fault) => desk.report('console: news of the queue cannot be shown', fault))
    })
    sse.onAbort(stop)
    try {
      for (let count = 0; !sse.aborted && !sse.closed; count += 1) {
        if (count % stillHere === 0) await sse.write(': still here\n\n')
        await sse.sleep(asksWhoMs)
        if (!(await whoStill(visit))) return
      }
    } finally {
      stop()
    }
  })
}

async function tell(
  petitions: readonly Petition[],
  asked: Asked,
  { c, desk, session, version }: Visit,
  sse: SSEStreamingApi,
): Promise<void> {
  const staff = await whoStill({ c, desk })
  if (!staff) return sse.close()
  const now = desk.clock()
  const book = await desk.rulebooks.current()
  const visit: Visit = { c, desk, session, version, staff, book, now }
  const viewer = await viewQueue(staff, book, now, desk)
  const seen = petitions.filter((petition) => lookWithin(petition, viewer.scope) !== 'none')
  if (seen.length === 0) return
  const within = seen.filter((petition) => isIn(asked.tab, petition, viewer))
  const numbers = within.map(({ number }) => number)
  const narrowed = narrowedOf(asked, book, now)
  const fitting =
    !isNarrowed(asked) || numbers.length === 0
      ? within
      : narrowed
        ? await desk.queue.page(asked.tab, viewer, { ...narrowed, numbers }, null, numbers.length)
        : []
  const belongs = new Set(fitting.map(({ id }) => id))
  const counts = await desk.queue.counts(viewer)
  const html = await Promise.resolve(
    <>
      <Tabs visit={visit} asked={asked} counts={counts} />
      {seen.map((petition) => (
        <div class={belongs.has(petition.id) ? 'belongs' : ''}>
          <QueueRow visit={visit} asked={asked} petition={petition} />
        </div>
      ))}
    </>,
  ).then(String)
  await sse.writeSSE({ event: 'queue', data: html })
}
