import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))

const files = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
} as const
const isOurs = (name: string): name is keyof typeof files => Object.hasOwn(files, name)

/** The viewer brings its small pictures along in its style sheet. */
const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
  },
  strictTransportSecurity: false,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
})

const page = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Linli 邻里 API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<script defer src="/api/docs/swagger-ui-bundle.js"></script>
<script defer src="/api/docs/begin.js"></script>
</head>
<body><div id="docs"></div></body>
</html>
`

const begin = `SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#docs', deepLinking: true })
`

/** The description of the API to browse and to try out, everything from here. */
export function docsRoutes(): Hono {
  const app = new Hono()
  app.use(headers)
  app.get('/', (c) => c.html(page))
  app.get('/begin.js', (c) => c.body(begin, 200, { 'Content-Type': files['swagger-ui-bundle.js'] }))
  app.get('/:name', async (c) => {
    const name = c.req.param('name')
    if (!isOurs(name)) return c.notFound()
    const bytes = await readFile(join(folder, name))
    return c.body(Buffer.from(bytes), 200, {
      'Content-Type': files[name],
      'Cache-Control': 'public, max-age=86400',
    })
  })
  return app
}
