import type { MiddlewareHandler } from 'hono'
import type { Door } from '../flows/ports/door.ts'

/** How much strangers may ask of us. */
interface DoorLimits {
  /** Who needs longer to bring a body holds a connection for nothing. In milliseconds. */
  readonly patienceMs: number
  /** Long bodies in memory, of all requests at one door together: many at once must not exhaust it. In bytes. */
  readonly mostHeld: number
  /** Bodies up to this length always come in: long ones must not keep them out. In bytes. */
  readonly short: number
}

const usual: DoorLimits = { patienceMs: 10_000, mostHeld: 64 * 1024 * 1024, short: 512 * 1024 }

/**
 * Doors answer whatever comes, but nobody brings them more than they want or keeps them waiting: they get requests whole,
 * and what one throws all the same is told to the operator. They open and close with our accounts, so they are looked for
 * at each request.
 */
export function throughDoors(
  doors: () => readonly Door[],
  report: (what: string, fault: unknown) => void,
  { patienceMs, mostHeld, short }: DoorLimits = usual,
): MiddlewareHandler {
  /** By door: strangers at one must not shut the others. */
  const held = new Map<string, number>()
  return async (c, next) => {
    const asked = c.req.path
    const door = doors().find(({ path }) => asked === path || asked.startsWith(`${path}/`))
    if (!door) return next()
    const { path, longestBody, answer } = door
    const request = c.req.raw
    let length = 0
    let ours = 0
    let isOver = false
    const hold = (bytes: number) => {
      if (isOver) return false
      length += bytes
      if (length <= short) return true
      const all = (held.get(path) ?? 0) - ours + length
      ours = length
      held.set(path, all)
      return all <= mostHeld
    }
    const letGo = () => {
      isOver = true
      if (ours > 0) held.set(path, (held.get(path) ?? 0) - ours)
    }
    const read = await bodyOf(request, longestBody, patienceMs, hold)
    if (read.kind !== 'whole') letGo()
    switch (read.kind) {
      case 'tooLong':
        return c.json({ error: `longer than ${longestBody} bytes` }, 413, { connection: 'close' })
      case 'tooSlow':
        return c.json({ error: `not here within ${patienceMs} ms` }, 408, { connection: 'close' })
      case 'tooMuch':
        return c.json({ error: 'too much at once, bring it again' }, 503, {
          ...{ connection: 'close', 'retry-after': '5' },
        })
      case 'broken':
        return c.json({ error: 'the body broke off' }, 400)
      case 'whole': {
        const { method, url, headers } = request
        const hasBody = method !== 'GET' && method !== 'HEAD'
        const whole = new Request(url, { method, headers, ...(hasBody && { body: read.bytes }) })
        try {
          return await answer(whole)
        } catch (fault) {
          report(`door ${path}: it threw`, fault)
          return c.json({ error: 'a fault of ours, bring it again' }, 500)
        } finally {
          letGo()
        }
      }
    }
  }
}

type Read =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'tooLong' | 'tooSlow' | 'tooMuch' | 'broken' }

async function bodyOf(
  request: Request,
  most: number,
  ms: number,
  hold: (bytes: number) => boolean,
): Promise<Read> {
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
      if (!hold(read.value.length)) return { kind: 'tooMuch' }
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
