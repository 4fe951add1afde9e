import { Hono } from 'hono'
import { mediaId } from '../../domain/ids.ts'
import { statuses } from '../../domain/petition/petition.ts'
import type { Rulebook } from '../../domain/street/rulebook.ts'
import type { PetitionFilter } from '../../flows/ports.ts'
import { pictureType } from '../pictures.ts'
import type { Web } from '../web.ts'
import { ListPage, type Narrowed } from './list-page.tsx'
import { PetitionPage } from './petition-page.tsx'

/** Petitions to look at, and the photos in them. */
export function petitionRoutes(desk: Web['desk'], version: string): Hono {
  const app = new Hono()

  app.get('/petitions', async (c) => {
    const book = await desk.rulebooks.current()
    const narrowed = { status: c.req.query('status') ?? '', unit: c.req.query('unit') ?? '' }
    const petitions = await desk.petitions.list({ ...filterOf(narrowed, book), limit: 200 })
    const page = { petitions, narrowed, book, now: desk.clock(), version }
    return c.html(<ListPage {...page} />)
  })

  app.get('/petitions/:number{[0-9]{1,9}}', async (c) => {
    const petition = await desk.petitions.findByNumber(Number(c.req.param('number')))
    if (!petition) return c.notFound()
    const [timeline, letters, book] = await Promise.all([
      desk.petitions.timeline(petition.id),
      desk.outbox.letters({ petition: petition.id }),
      desk.rulebooks.version(petition.rulebook),
    ])
    const file = { petition, timeline, letters, book, now: desk.clock() }
    return c.html(<PetitionPage file={file} version={version} />)
  })

  app.get('/media/:id{[0-9a-f]{64}}', async (c) => {
    const media = await desk.media.load(mediaId(c.req.param('id')))
    const mime = media && pictureType(media.bytes)
    if (!media || !mime) return c.notFound()
    return c.body(Buffer.from(media.bytes), 200, { 'Content-Type': mime })
  })

  return app
}

/** What is no status or unit of the street narrows nothing. */
function filterOf(narrowed: Narrowed, { departments, units }: Rulebook): PetitionFilter {
  const status = statuses.find((name) => name === narrowed.status)
  const to = [...departments, ...units].find(({ code }) => code === narrowed.unit)?.code
  return { ...(status && { statuses: [status] }), ...(to && { to }) }
}
