import { mayEnter } from '../../src/domain/console/areas.ts'
import type { StaffRole } from '../../src/domain/people/roles.ts'
import { consoleRoutes } from '../../src/http/console/routes.ts'
import type { browserAt } from '../http/console/someone.ts'

export interface Found {
  readonly path: string
  /** Some page leads there; else it is only in the table, and may want to be asked something. */
  readonly isLinked: boolean
  readonly status: number
  readonly type: string
  readonly headers: Headers
  readonly text: string
}

/**
 * Everything that somebody who is signed in comes to: all pages of the table that need no more than their path, and
 * whatever links and renewals on them lead to: at most `perKind` pages of one kind, which differ in numbers only.
 */
export async function crawl(
  visitor: ReturnType<typeof browserAt>,
  role: StaffRole,
  perKind = 20,
): Promise<Found[]> {
  const waiting = consoleRoutes
    .filter(
      ({ method, path, area }) => method === 'GET' && !path.includes(':') && mayEnter(role, area),
    )
    .map(({ path }) => `/console${path}`)
  const linked = new Set<string>()
  const seen = new Set<string>()
  const kinds = new Map<string, number>()
  const found: Found[] = []
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path)
    const count = kinds.get(kind) ?? 0
    if (seen.has(path) || count >= perKind) continue
    seen.add(path)
    kinds.set(kind, count + 1)
    const answer = await visitor.get(path)
    const type = answer.headers.get('content-type') ?? ''
    const text = /event-stream|image|audio/.test(type) ? '' : await answer.text()
    await answer.body?.cancel().catch(() => {})
    found.push({
      path,
      isLinked: false,
      status: answer.status,
      type,
      headers: answer.headers,
      text,
    })
    if (!type.startsWith('text/html')) continue
    for (const link of linksIn(text)) linked.add(link)
    waiting.push(...linksIn(text))
  }
  return found.map((one) => ({ ...one, isLinked: linked.has(one.path) }))
}

const linksIn = (html: string): string[] =>
  [...html.matchAll(/(?:href|hx-get|src)="(\/(?:console|c)(?:[/?][^"]*)?)"/g)].map(([, path]) =>
    (path ?? '').replaceAll('&amp;', '&').replace(/#.*/, ''),
  )

const kindOf = (path: string): string => {
  const { pathname, searchParams } = new URL(path, 'http://localhost')
  return `${pathname.replaceAll(/[\dA-F-]{2,}/gi, '1')}?${[...searchParams.keys()].sort().join('&')}`
}
