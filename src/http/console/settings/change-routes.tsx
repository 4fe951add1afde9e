import { isTextKey } from '../../../domain/notices/own-texts.ts'
import { keyOf } from '../../../domain/street/sheets/changes.ts'
import { plainCell } from '../../../domain/street/sheets/plain-cell.ts'
import {
  type Cells,
  isSheetName,
  lineAt,
  type SheetName,
  sheets,
} from '../../../domain/street/sheets/sheet.ts'
import { sheetsOf } from '../../../domain/street/sheets/sheets-of.ts'
import { type NotAmended, prepareTables, prepareUndo } from '../../../flows/amend-street.ts'
import { usualTexts } from '../../../texts/own-texts.ts'
import { inCodes } from '../../../texts/sheets/sheet-words.ts'
import { type ConsoleRoute, page } from '../route.ts'
import type { Visit } from '../visit.ts'
import { ChangesPage } from './changes-page.tsx'
import { StalePage } from './draft-page.tsx'
import { LinePage, type Typed } from './line-page.tsx'
import { SessionsPage } from './sessions-page.tsx'
import { changedAgain, whoChanged } from './who-changed.ts'

const perPage = 20

/** Single lines, what was changed by whom, and who is signed in. */
export const changeRoutes: readonly ConsoleRoute[] = [
  page('GET', '/settings/tables/:sheet/line', 'settings', (visit) => {
    const typed = lineIn(visit, visit.c.req.query('at') ?? '')
    return typed ? visit.c.html(<LinePage visit={visit} typed={typed} />) : visit.c.notFound()
  }),
  page('POST', '/settings/tables/:sheet/line', 'settings', changedLine),
  page('GET', '/settings/changes', 'settings', async (visit) => {
    const before = numberFrom(visit.c.req.query('before') ?? '') ?? undefined
    const found = await visit.desk.rulebooks.amendments(perPage + 1, before)
    const amendments = found.slice(0, perPage)
    const more = found.length > perPage ? (amendments.at(-1)?.version ?? null) : null
    const names = await whoChanged(amendments, visit)
    return visit.c.html(
      <ChangesPage visit={visit} amendments={amendments} names={names} more={more} />,
    )
  }),
  page('POST', '/settings/changes/:version/undo', 'settings', undone),
  page('GET', '/settings/sessions', 'settings', async (visit) => {
    const sessions = await visit.desk.sessions.list(visit.now)
    return visit.c.html(<SessionsPage visit={visit} sessions={sessions} />)
  }),
  page('POST', '/settings/sessions/:id/end', 'settings', async ({ c, desk }) => {
    await desk.sessions.end(c.req.param('id') ?? '')
    return c.redirect('/console/settings/sessions', 303)
  }),
]

/** The line at a place of a table, or an empty one; undefined where there is none. */
function lineIn({ c, book }: Visit, said: string): Typed | undefined {
  const name = c.req.param('sheet') ?? ''
  if (!isSheetName(name)) return undefined
  if (said === '') return { name, at: null, cells: begun(name, c.req.query('key') ?? '') }
  const at = numberFrom(said)
  const cells = at === null ? undefined : sheetsOf(book)[name][at]
  return cells && { name, at, cells }
}

/** A sentence of the street's own begins as ours. */
const begun = (name: SheetName, key: string): Cells =>
  name === 'texts' && isTextKey(key) ? { key, text: usualTexts[key].replaceAll('\n', '\\n') } : {}

const numberFrom = (said: string): number | null => (/^\d{1,9}$/.test(said) ? Number(said) : null)

async function changedLine(visit: Visit): Promise<Response> {
  const { c, book, desk, staff } = visit
  const form = await c.req.parseBody()
  const name = c.req.param('sheet') ?? ''
  if (!isSheetName(name)) return c.notFound()
  const typed: Typed = { name, at: numberFrom(String(form.at ?? '')), cells: typedIn(name, form) }
  if (String(form.version) !== String(book.version)) {
    const said = '您填的时候别人改了设置。您填的还在下面，请对照最新的表看一看，再保存。'
    const same = sheetsOf(book)[name].findIndex((cells) => isSame(name, cells, typed.cells))
    const line = { ...typed, at: same < 0 ? null : same }
    return c.html(<LinePage visit={visit} typed={line} said={said} />, 409)
  }
  const lines = sheetsOf(book)[name].map((cells, i) => ({ line: lineAt(name, i), cells }))
  const at = typed.at ?? lines.length
  const own = form.do === 'remove' ? [] : [{ line: lineAt(name, at), cells: typed.cells }]
  const tables = { [name]: [...lines.slice(0, at), ...own, ...lines.slice(at + 1)] }
  const who = { person: staff.id, by: { kind: 'form' } } as const
  const draft = await prepareTables(tables, who, desk)
  if (!draft.ok)
    return c.html(<LinePage visit={visit} typed={typed} faults={faultsIn(draft.problem)} />, 422)
  if (draft.value) return c.redirect(`/console/settings/drafts/${draft.value.id}`, 303)
  return c.html(<LinePage visit={visit} typed={typed} said="没有变化。" />)
}

const isSame = (name: SheetName, one: Cells, other: Cells) =>
  keyOf(name, one) === keyOf(name, other)

const faultsIn = (problem: NotAmended) => (problem.kind === 'faulty' ? problem.faults : [])

const typedIn = (name: SheetName, form: Readonly<Record<string, unknown>>): Cells =>
  Object.fromEntries(
    sheets[name].columns.map((column) => {
      const said = form[`cell-${column}`]
      return [
        column,
        inCodes(name, column, typeof said === 'string' ? plainCell(column, oneLine(said)) : ''),
      ]
    }),
  )

/** Cells are lines: what was broken into several is joined again. */
const oneLine = (text: string): string => text.replace(/\s*\r?\n\s*/g, ' ').trim()

async function undone(visit: Visit): Promise<Response> {
  const { c, desk, staff } = visit
  const version = numberFrom(c.req.param('version') ?? '')
  const amendment = version === null ? undefined : await desk.rulebooks.amendment({ version })
  if (!amendment) return c.notFound()
  const draft = await prepareUndo(amendment, staff.id, desk)
  if (draft.ok && draft.value) return c.redirect(`/console/settings/drafts/${draft.value.id}`, 303)
  const again =
    !draft.ok && draft.problem.kind === 'overtaken'
      ? await changedAgain(amendment.version, draft.problem.changes, visit)
      : []
  const why = draft.ok
    ? '现在的设置和那次变更之前一样，没有可撤销的。'
    : again.length > 0
      ? '那次改的下面这些，后来又改过，不能整个撤销。请直接在表里改。'
      : '撤销以后和别的设置对不上：别的行要用到那次加上的内容。请先改那些行。'
  return c.html(<StalePage visit={visit} why={why} lines={again} />, 409)
}
