import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { routePath } from 'hono/route'
import { apiApp } from './api/api-app.ts'
import { docsRoutes } from './api/docs.ts'
import { type Assets, loadAssets } from './assets.ts'
import { consoleApp } from './console/mount.tsx'
import { throughDoors } from './door-routes.ts'
import { metrics } from './metrics.ts'
import { petitionRoutes } from './petitions/routes.tsx'
import { ProblemPage, type ProblemStatus, problemText } from './problem-page.tsx'
import { publicPages } from './public-page/public-page.tsx'
import { addressOf, rateLimited } from './rate-limits.ts'
import { sandboxRoutes } from './sandbox/routes.tsx'
import { samplePicture } from './sandbox/samples.ts'
import { stageOf } from './sandbox/stage.ts'
import { strictHeaders } from './security.ts'
import type { Web } from './web.ts'

/**
 * The whole web side: the console for people in office, and with a simulated platform the sandbox. The petition pages of the
 * sandbox are its look behind the scenes and ask nobody who they are: without it they are not there.
 */
export function webApp(web: Web): Hono {
  const assets = loadAssets()
  const app = new Hono()
  app.use(withoutBodyForHeads)
  app.route('/api/docs', docsRoutes())
  const asker = addressOf(web.trustedProxies ?? 0)
  app.route('/api/v1', apiApp(web.desk, asker)) // asks no cookie, so no csrf
  app.use(strictHeaders(Object.values(assets.carried).map(({ allowed }) => allowed)))
  app.use(throughDoors(web.doors, web.desk.report)) // platforms send no origin: csrf comes after them
  app.use(csrf({ origin: (origin, c) => isOurs(origin, c.req.url, web.desk.publicUrl) }))
  app.get('/healthz', (c) => c.text('ok'))
  app.get('/metrics', (c) => metrics(c, web.desk))
  app.route('/assets', assetRoutes(assets))
  const answer = (c: Context) => c.html(<ProblemPage status={429} version={assets.version} />, 429)
  for (const path of ['/l/*', '/sign-in/*'])
    app.use(path, rateLimited({ ...atSignIn, by: asker, answer }))
  app.use('/c/*', rateLimited({ ...atPublicPages, by: asker, answer }))
  app.route('/', publicPages(web.desk, assets.version)) // before the console, which keeps its pages from being kept
  app.route('/', consoleApp(web.desk, assets.version))
  const stage = stageOf(web)
  if (stage) {
    app.route('/', sandboxRoutes(stage, assets.version))
    app.route('/', petitionRoutes(web.desk, assets.version))
  } else app.get('/', (c) => c.redirect('/console'))
  const problem = (status: ProblemStatus, isFragment: boolean) =>
    isFragment ? problemText(status) : <ProblemPage status={status} version={assets.version} />
  app.notFound((c) => c.html(problem(404, c.req.header('hx-request') === 'true'), 404))
  app.onError((fault, c) => {
    const status = fault instanceof HTTPException && fault.status === 403 ? 403 : 500
    if (status === 500) web.desk.report(`web: ${c.req.method} ${routePath(c)} failed`, fault) // a path may hold a secret
    return c.html(problem(status, c.req.header('hx-request') === 'true'), status)
  })
  return app
}

/** Who asks for a head reads no body: one that runs on, as streams do, would run for nobody and for ever. */
const withoutBodyForHeads: MiddlewareHandler = async (c, next) => {
  await next()
  if (c.req.method === 'HEAD') await c.res.body?.cancel()
}

/** A whole office may stand behind one address, and sign in at nine. */
const atSignIn = { limit: 60, windowMs: 60_000 }
/** Phones of a whole quarter share the address of their carrier, and open the page when a group is told of it. */
const atPublicPages = { limit: 600, windowMs: 60_000 }

/**
 * Behind whoever terminates TLS our own address is not the one that browsers know; what comes from the same name without
 * TLS, anybody on the line may have written.
 */
const isOurs = (origin: string, url: string, publicUrl: string): boolean =>
  origin === new URL(publicUrl).origin ||
  (!publicUrl.startsWith('https:') && origin === new URL(url).origin)

/** Named with the version of all of them, so that browsers need never ask again. */
function assetRoutes({ files }: Assets): Hono {
  const app = new Hono()
  const forever = 'public, max-age=31536000, immutable'
  app.get('/:name', (c) => {
    const asset = files.get(c.req.param('name'))
    if (!asset) return c.notFound()
    const takes = c.req.header('Accept-Encoding') ?? ''
    const encoding = (['br', 'gzip'] as const).find((one) => takes.includes(one))
    return c.body(Buffer.from(encoding ? asset.packed(encoding) : asset.bytes), 200, {
      'Content-Type': asset.mime,
      'Cache-Control': forever,
      Vary: 'Accept-Encoding',
      ...(encoding && { 'Content-Encoding': encoding }),
    })
  })
  app.get('/pictures/:name', async (c) => {
    const bytes = await samplePicture(c.req.param('name').replace(/\.png$/, ''))
    if (!bytes) return c.notFound()
    return c.body(Buffer.from(bytes), 200, {
      'Content-Type': 'image/png',
      'Cache-Control': 'public, max-age=86400',
    })
  })
  return app
}
