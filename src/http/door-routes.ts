import { Hono } from 'hono'
import type { Door } from '../flows/ports/door.ts'

/** Who needs longer to bring a body holds a connection for nothing. */
const bodyMs = 10_000

/**
 * A door answers whatever comes, but nobody brings it more than it wants or keeps it waiting: it gets requests whole, and
 * what it throws all the same is told to the operator.
 */
export function doorRoutes(
  { longestBody, answer }: Door,
  report: (what: string, fault: unknown) => void,
  patienceMs = bodyMs,
): Hono {
  const app = new Hono()
  app.all('*', async (c) => {
    const request = c.req.raw
    const read = await bodyOf(request, longestBody, patienceMs)
    switch (read.kind) {
      case 'tooLong':
        return c.json({ error: `longer than ${longestBody} bytes` }, 413, { connection: 'close' })
      case 'tooSlow':
        return c.json({ error: `not here within ${patienceMs} ms` }, 408, { connection: 'close' })
      case 'broken':
        return c.json({ error: 'the body broke off' }, 400)
      case 'whole': {
        const { method, url, headers } = request
        const hasBody = method !== 'GET' && method !== 'HEAD'
        const whole = new Request(url, { method, headers, ...(hasBody && { body: read.bytes }) })
        try {
          return await answer(whole)
        } catch (fault) {
          report(`door ${c.req.path}: it threw`, fault)
          return c.json({ error: 'a fault of ours, bring it again' }, 500)
        }
      }
    }
  })
  return app
}

type Read =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'tooLong' | 'tooSlow' | 'broken' }

async function bodyOf(request: Request, most: number, ms: number): Promise<Read> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return { kind: 'tooLong' }
  const reader = request.body?.getReader()
  let timer: NodeJS.Timeout | undefined
  const tooSlow = new Promise<{ kind: 'tooSlow' }>((tell) => {
    timer = setTimeout(() => tell({ kind: 'tooSlow' }), ms)
  })
  const all = async (): Promise<Read> => {
    const parts: Uint8Array[] = []
    let length = 0
    for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
      length += read.value.length
      if (length > most) return { kind: 'tooLong' }
      parts.push(read.value)
    }
    return { kind: 'whole', bytes: Uint8Array.from(Buffer.concat(parts)) }
  }
  const reading = all().catch((): Read => ({ kind: 'broken' }))
  const read = await Promise.race([reading, tooSlow])
  clearTimeout(timer)
  if (read.kind !== 'whole') void reader?.cancel().catch(() => {})
  return read
}
