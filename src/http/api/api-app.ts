import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { routePath } from 'hono/route'
import type { ConsoleDesk } from '../console/console-desk.ts'
import { rateLimited } from '../rate-limits.ts'
import { strictHeaders } from '../security.ts'
import { petitionWrites } from './actions.ts'
import { type ApiEnv, withToken } from './caller.ts'
import { eventReads } from './events.ts'
import { figureReads } from './figures.ts'
import { petitionReads } from './petitions.ts'
import { longestBody } from './photos.ts'
import { faultsOf, problem } from './problem.ts'
import { registerForOthers } from './register.ts'
import { streetReads } from './street.ts'
import { describeWebhook } from './webhook-docs.ts'

/** Requests of one token. */
const perMinute = 600
/** Of one address without a token that holds: each asks the database. */
const guessesPerMinute = 300

const about = `Petitions of a street office for programs: hotlines, city platforms, walls, mirrors.

Every token reads and acts in the name of one member of staff, within one unit: it sees what they see, and the rules that
hold for them hold for it. People are named by their part and office, never by name. Moments are UTC.`

/**
 * The API, at \`/api/v1\`, its description at \`/api/v1/openapi.json\`, and that to browse at \`/api/docs\`. Made of the same
 * rules and flows as the console.
 */
export function apiApp(desk: ConsoleDesk, asker: (c: Context) => string): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({
    defaultHook: (read, c) =>
      read.success
        ? undefined
        : problem(c, 'invalid', { errors: faultsOf(read.target, read.error) }),
  })
  app.use(strictHeaders())
  app.use(async (c, next) => {
    await next()
    c.header('Cache-Control', 'no-store')
  })
  const description = once(() =>
    app.getOpenAPI31Document({
      openapi: '3.1.0',
      info: {
        title: 'Linli 邻里',
        version: '1',
        description: about,
        license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
      },
      servers: [{ url: '/api/v1' }],
      security: [{ token: [] }],
    }),
  )
  app.get('/openapi.json', (c) => c.json(description()))
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    ...{ type: 'http', scheme: 'bearer' },
    description: 'Made in the console under 运行 · 接口令牌, or by `npm run token`.',
  })
  app.use(
    rateLimited({
      ...{ limit: guessesPerMinute, windowMs: 60_000, by: asker },
      counts: (c) => c.res.status === 401,
      answer: (c) => problem(c, 'tooMany', { detail: 'too often without a token that holds' }),
    }),
  )
  app.use(withToken(desk))
  app.use(
    rateLimited({
      ...{ limit: perMinute, windowMs: 60_000, by: (c) => c.get('caller').token.id },
      answer: (c) => problem(c, 'tooMany', { detail: `at most ${perMinute} a minute` }),
    }),
  )
  app.use(
    bodyLimit({
      maxSize: longestBody,
      onError: (c) => problem(c, 'tooLarge', { detail: `at most ${longestBody} bytes` }),
    }),
  )
  petitionReads(app, desk)
  registerForOthers(app, desk)
  petitionWrites(app, desk)
  eventReads(app, desk)
  describeWebhook(app)
  figureReads(app, desk)
  streetReads(app, desk)
  app.all('/*', (c) => problem(c, 'notFound'))
  app.onError((fault, c) => {
    if (fault instanceof HTTPException && fault.status < 500)
      return problem(c, 'malformed', { detail: fault.message })
    desk.report(`api: ${c.req.method} ${routePath(c)} failed`, fault)
    return problem(c, 'fault')
  })
  return app
}

/** Made when it is first asked for: it costs some milliseconds, anybody may ask, and it stays the same. */
function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => {
    made ??= make()
    return made
  }
}
