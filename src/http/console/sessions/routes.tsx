import { dropSecret, isLarge, keepLarge } from '../cookie.ts'
import { type ConsoleRoute, page } from '../route.ts'
import { MePage } from './me-page.tsx'

/** One's own sessions, and how one reads. */
export const sessionRoutes: readonly ConsoleRoute[] = [
  page('GET', '/me', 'work', async (visit) => {
    const sessions = await visit.desk.sessions.list(visit.now, visit.staff.id)
    return visit.c.html(<MePage visit={visit} sessions={sessions} />)
  }),
  page('POST', '/me/large', 'work', ({ c, desk }) => {
    keepLarge(c, !isLarge(c), desk.publicUrl)
    return c.redirect('/console/me', 303)
  }),
  page('POST', '/me/sessions/:id/end', 'work', async ({ c, desk, staff, session }) => {
    const id = c.req.param('id') ?? ''
    await desk.sessions.end(id, staff.id)
    if (id !== session.id) return c.redirect('/console/me', 303)
    dropSecret(c, desk.publicUrl)
    return c.redirect('/console?out', 303)
  }),
]
