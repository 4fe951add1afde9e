import { Hono } from 'hono'
import { windowMs } from '../../domain/hot-spots/hot-spot.ts'
import { mediaId } from '../../domain/ids.ts'
import { statuses } from '../../domain/petition/petition.ts'
import { hotSpotPolicyOf } from '../../domain/street/policy.ts'
import type { Rulebook } from '../../domain/street/rulebook.ts'
import type { PetitionFilter } from '../../flows/ports/petition-filter.ts'
import { seenBefore } from '../../flows/seen-before.ts'
import { voicesOf } from '../../flows/voices-of.ts'
import { serveMedia } from '../media.ts'
import type { Web } from '../web.ts'
import { ListPage, type Narrowed } from './list-page.tsx'
import { PetitionPage } from './petition-page.tsx'

/** Petitions to look at, and the photos and voices in them. */
export function petitionRoutes(desk: Web['desk'], version: string): Hono {
  const app = new Hono()

  app.get('/petitions', async (c) => {
    const book = await desk.rulebooks.current()
    const narrowed = { status: c.req.query('status') ?? '', unit: c.req.query('unit') ?? '' }
    const petitions = await desk.petitions.list({ ...filterOf(narrowed, book), limit: 200 })
    const since = new Date(desk.clock().getTime() - windowMs(hotSpotPolicyOf(book.policies)))
    const hotSpots = await desk.hotSpots.since(since)
    const page = { petitions, hotSpots, narrowed, book, now: desk.clock(), version }
    return c.html(<ListPage {...page} />)
  })

  app.get('/petitions/:number{[0-9]{1,9}}', async (c) => {
    const petition = await desk.petitions.findByNumber(Number(c.req.param('number')))
    if (!petition) return c.notFound()
    const [timeline, letters, voices, likenesses, book] = await Promise.all([
      desk.petitions.timeline(petition.id),
      desk.outbox.letters({ petition: petition.id }),
      voicesOf(petition, desk),
      seenBefore(petition, desk),
      desk.rulebooks.version(petition.rulebook),
    ])
    const file = { petition, timeline, letters, voices, likenesses, book, now: desk.clock() }
    return c.html(<PetitionPage file={file} version={version} />)
  })

  app.get('/media/:id{[0-9a-f]{64}}', async (c) => {
    const id = mediaId(c.req.param('id'))
    return (await serveMedia(id, c.req.header('Range'), desk)) ?? c.notFound()
  })

  return app
}

/** What is no status or unit of the street narrows nothing. */
function filterOf(narrowed: Narrowed, { departments, units }: Rulebook): PetitionFilter {
  const status = statuses.find((name) => name === narrowed.status)
  const to = [...departments, ...units].find(({ code }) => code === narrowed.unit)?.code
  return { ...(status && { statuses: [status] }), ...(to && { to }) }
}
