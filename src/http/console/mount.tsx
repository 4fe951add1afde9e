import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { mayEnter } from '../../domain/console/areas.ts'
import { lookOf } from '../../domain/console/look.ts'
import { signedIn } from '../../flows/sign-in.ts'
import { bookFor } from '../../flows/understand.ts'
import { bodyTaken, typedForm } from '../bodies.ts'
import type { ConsoleDesk } from './console-desk.ts'
import { secretOf } from './cookie.ts'
import { pacing } from './pace.tsx'
import { NotForYou, NotSignedIn, TooMuch } from './refusals.tsx'
import type { ConsoleRoute } from './route.ts'
import { consoleRoutes } from './routes.ts'
import { signInRoutes } from './sign-in.tsx'
import { larkPathFor, opensInLark } from './sign-in-by-lark.tsx'
import type { Visit } from './visit.ts'
import { withoutTricks } from './without-tricks.ts'

/**
 * The console: signing in, and all its routes, each behind the question who asks. Who is not signed in is told how (401),
 * who holds no office for it that they may not (403), who may not see a petition that there is none (404). Bodies are read
 * of nobody else, and no further than the route takes (413), and nobody is answered who asks
 * without end (429).
 */
export function consoleApp(
  desk: ConsoleDesk,
  version: string,
  routes: readonly ConsoleRoute[] = consoleRoutes,
): Hono {
  const app = new Hono()
  app.use(compress())
  app.use(async (c, next) => {
    await next()
    c.header('Cache-Control', 'no-store')
  })
  app.use(withoutTricks)
  const inPace = pacing()
  app.route('/', signInRoutes(desk, version))
  for (const route of routes)
    app.on(route.method, `/console${route.path}`, (c) => answered(c, route, inPace, desk, version))
  return app
}

async function answered(
  c: Context,
  route: ConsoleRoute,
  inPace: ReturnType<typeof pacing>,
  desk: ConsoleDesk,
  version: string,
): Promise<Response> {
  const secret = secretOf(c, desk.publicUrl)
  const who = secret === undefined ? undefined : await signedIn(secret, desk)
  if (!who) return askedWho(c, desk, version)
  const { staff, session } = who
  const book = await desk.rulebooks.current()
  const visit: Visit = { c, staff, session, desk, book, now: desk.clock(), version }
  const tooOften = await inPace(visit, route.pace ?? 'ask')
  if (tooOften) return tooOften
  if (!mayEnter(staff.role, route.area)) return c.html(<NotForYou visit={visit} />, 403)
  if (route.opens === null) return (await refusedBody(route, visit)) ?? route.answer(visit)
  const petition = await desk.petitions.findByNumber(numberIn(c))
  const look = petition ? lookOf(petition, staff, await bookFor(petition, desk)) : 'none'
  if (!petition || look === 'none') return c.notFound()
  if (route.needs === 'full' && look !== 'full') return c.html(<NotForYou visit={visit} />, 403)
  return (await refusedBody(route, visit)) ?? route.answer({ ...visit, petition, look })
}

async function refusedBody(
  { method, takes = typedForm }: ConsoleRoute,
  visit: Visit,
): Promise<Response | null> {
  const says = method === 'POST' ? await bodyTaken(visit.c, takes) : null
  return says === null ? null : visit.c.html(<TooMuch visit={visit} says={says} />, 413)
}

/** Inside Lark nothing has to be asked; else what one can do is said, with Lark where it is connected. */
function askedWho(c: Context, desk: ConsoleDesk, version: string): Response | Promise<Response> {
  const byLark = desk.larkSignIn ? larkPathFor(c) : null
  if (byLark && opensInLark(c)) return c.redirect(byLark, 302)
  return c.html(<NotSignedIn version={version} byLark={byLark} />, 401)
}

/** No petition has number 0. */
function numberIn(c: Context): number {
  const said = c.req.param('number') ?? ''
  return /^[0-9]{1,9}$/.test(said) ? Number(said) : 0
}
