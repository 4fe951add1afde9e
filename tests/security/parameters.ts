import { webApp } from '../../src/http/app.tsx'
import type { ConsoleDesk } from '../../src/http/console/console-desk.ts'
import { consoleRoutes } from '../../src/http/console/routes.ts'
import type { Found } from './crawl.ts'

/**
 * What a part of an address chooses:
 * - `petition`, `file`: one of them, which may be another community's or somebody's secret;
 * - `scope`: a unit, an office, or a number of theirs;
 * - `own`: something of one person, such as a draft;
 * - `street`: something of the street, for offices that answer for all of it;
 * - `words`: nothing that belongs to anybody: a tab, a page, what is looked for among what may be seen.
 */
type Chooses = 'petition' | 'file' | 'scope' | 'own' | 'street' | 'words'

/** Of paths: by where they stand. */
export const inPaths: Readonly<Record<string, Chooses>> = {
  '/petitions/:number': 'petition',
  '/petitions/:number/media/:id': 'file',
  '/petitions/:number/do/:action': 'words',
  '/settings/tables/:sheet': 'words',
  '/settings/drafts/:id': 'own',
  '/settings/changes/:version': 'street',
  '/settings/sessions/:id': 'street',
  '/me/sessions/:id': 'own',
  '/errands/:number': 'own', // asked for by strangers in errands.test.ts
  '/operation/tokens/:id': 'street',
  '/operation/webhooks/:id': 'street',
  '/api/v1/petitions/{number}': 'petition',
  '/api/v1/petitions/{number}/photos/{photo}': 'file',
}

/** Of what follows the question mark: by page. */
export const inQueries: Readonly<Record<string, Readonly<Record<string, Chooses>>>> = {
  '/console': {
    ...{ unit: 'scope', department: 'scope' },
    ...{ tab: 'words', q: 'words', status: 'words', category: 'words', urgency: 'words' },
    ...{ since: 'words', after: 'words' },
  },
  '/console/live': {
    ...{ unit: 'scope', department: 'scope' },
    ...{ tab: 'words', q: 'words', status: 'words', category: 'words', urgency: 'words' },
    since: 'words',
  },
  '/console/figures': {
    ...{ unit: 'scope', department: 'scope' },
    ...{ period: 'words', shade: 'words', by: 'words', rank: 'words' },
  },
  '/console/figures/wall': { unit: 'scope', period: 'words' },
  '/console/figures/list': {
    ...{ unit: 'scope', department: 'scope', group: 'scope', spot: 'scope', where: 'scope' },
    ...{ period: 'words', of: 'words', part: 'words', hour: 'words', trade: 'words' },
    page: 'words',
  },
  '/console/figures/reports/file': {
    whose: 'scope',
    ...{ kind: 'words', period: 'words', form: 'words', day: 'words' },
  },
  '/console/petitions/1/stream': { version: 'words', letters: 'words' },
  '/console/settings/export.xlsx': { blank: 'words' },
  '/console/settings/import': { sheet: 'words' },
  '/console/settings/tables/:sheet': { q: 'words', page: 'words' },
  '/console/settings/tables/:sheet/line': { at: 'words', key: 'words' },
  '/api/v1/petitions': {
    ...{ unit: 'scope', handler: 'scope', status: 'words', open: 'words', overdue: 'words' },
    ...{ category: 'words', registeredSince: 'words', limit: 'words', cursor: 'words' },
  },
  '/api/v1/events': { after: 'words', since: 'words', limit: 'words' },
  '/api/v1/figures': { unit: 'scope', department: 'scope', period: 'words', by: 'words' },
}

/** The parts of paths of console and interface that choose something, each as far as its place. */
export async function pathsOf(desk: ConsoleDesk): Promise<string[]> {
  const { paths } = await described(desk)
  const all = [...consoleRoutes.map(({ path }) => path), ...Object.keys(paths).map(inApi)]
  return [...new Set(all.flatMap(choices))].sort()
}

const choices = (path: string): string[] =>
  [...path.matchAll(/:\w+|\{\w+\}/g)].map((found) => path.slice(0, found.index + found[0].length))

const inApi = (path: string) => `/api/v1${path}`

/** What the interface says that can follow its paths. */
export async function queriesOfApi(desk: ConsoleDesk): Promise<[path: string, name: string][]> {
  const { paths } = await described(desk)
  return Object.entries(paths).flatMap(([path, ways]) =>
    Object.values(ways).flatMap(({ parameters = [] }) =>
      parameters.flatMap((one): [string, string][] =>
        one.in === 'query' ? [[inApi(path), one.name]] : [],
      ),
    ),
  )
}

interface Described {
  readonly paths: Readonly<
    Record<string, Record<string, { parameters?: readonly { in: string; name: string }[] }>>
  >
}

async function described(desk: ConsoleDesk): Promise<Described> {
  const app = webApp({ desk, world: null, timeMachine: null, doors: () => [] })
  return (await app.request('/api/v1/openapi.json')).json() as Promise<Described>
}

/** What follows the paths of the console in all links and forms of some pages. */
export function queriesIn(pages: readonly Found[]): [path: string, name: string][] {
  const found = pages.flatMap(({ text, path }) => [
    ...[
      ...text.matchAll(/(?:href|hx-get|src|hx-sse:connect|data-renew)="(\/console[^"]*)"/g),
    ].flatMap(([, link = '']): [string, string][] => {
      const { pathname, searchParams } = at(link.replaceAll('&amp;', '&'))
      return [...searchParams.keys()].map((name) => [pathname, name])
    }),
    ...[...text.matchAll(/<form(?![^>]*method="post")([^>]*)>(.*?)<\/form>/gs)].flatMap(
      ([, head = '', inside = '']): [string, string][] => {
        const { pathname } = at(/action="([^"]*)"/.exec(head)?.[1] ?? path)
        return [...inside.matchAll(/ name="([^"]+)"/g)].map(([, name = '']) => [pathname, name])
      },
    ),
  ])
  return found.map(([path, name]) => [
    path.replace(/\d+/g, '1').replace(/(\/settings\/tables\/)\w+/, '$1:sheet'),
    name,
  ])
}

const at = (link: string) => new URL(link, 'http://localhost')
