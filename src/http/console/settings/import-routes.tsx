import { touchedBy } from '../../../domain/console/touched.ts'
import type { Draft } from '../../../domain/street/amendment.ts'
import { isSheetName, type SheetName } from '../../../domain/street/sheets/sheet.ts'
import type { StreetFault } from '../../../domain/street/street-fault.ts'
import { applyDraft, prepareTables } from '../../../flows/amend-street.ts'
import { tableForm } from '../../bodies.ts'
import { type ConsoleRoute, paced, page } from '../route.ts'
import type { Visit } from '../visit.ts'
import { DraftPage, StalePage } from './draft-page.tsx'
import { ImportPage } from './import-page.tsx'
import { toTables } from './to-tables.ts'

const staleBy = ({ by }: Draft): string =>
  `预览之后设置又有人改过，为免盖掉别人的修改，这次没有生效。${
    by.kind === 'form'
      ? '您的修改列在下面，请对照最新的表再改一次。'
      : '请导出最新的表，改好再导入一次。'
  }`

/** Files are looked at first: nothing is in force before it was seen line by line. */
export const importRoutes: readonly ConsoleRoute[] = [
  page('GET', '/settings/import', 'settings', (visit) => {
    const chosen = sheetNamed(visit.c.req.query('sheet'))
    return visit.c.html(<ImportPage visit={visit} chosen={chosen} faults={[]} />)
  }),
  paced('file', page('POST', '/settings/import', 'settings', uploaded, tableForm)),
  page('GET', '/settings/drafts/:id', 'settings', async (visit) => {
    const draft = await draftOf(visit)
    if (!draft) return visit.c.notFound()
    const applied = await visit.desk.rulebooks.amendment({ draft: draft.id })
    if (applied) return visit.c.redirect('/console/settings/changes', 303)
    return draftPage(visit, draft)
  }),
  paced('file', page('POST', '/settings/drafts/:id/apply', 'settings', applied)),
]

async function uploaded(visit: Visit): Promise<Response> {
  const { c, desk, staff } = visit
  const form: Readonly<Record<string, unknown>> = await c.req.parseBody().catch(() => ({}))
  const chosen = sheetNamed(String(form.sheet ?? ''))
  const refused = (faults: readonly StreetFault[]) =>
    c.html(<ImportPage visit={visit} chosen={chosen} faults={faults} />, 422)
  const about = (file: string, message: string) => [{ file, line: null, column: null, message }]
  const { file } = form
  if (!(file instanceof File) || file.name === '') return refused(about('文件', '请选一个文件'))
  const name = file.name.replace(/[\p{C}<>]/gu, '').slice(-80)
  const grids = await desk.streetTables.gridsIn(name, new Uint8Array(await file.arrayBuffer()))
  if (!grids.ok) return refused(about(name, grids.problem))
  const tables = toTables(grids.value, chosen, name)
  if (!tables.ok) return refused(tables.problem)
  const by = { kind: 'file', name } as const
  const draft = await prepareTables(tables.value, { person: staff.id, by }, desk)
  if (!draft.ok) return refused(draft.problem.kind === 'faulty' ? draft.problem.faults : [])
  if (draft.value) return c.redirect(`/console/settings/drafts/${draft.value.id}`, 303)
  const said = `“${name}”和现在的设置一样，没有变化。`
  return c.html(<ImportPage visit={visit} chosen={chosen} faults={[]} said={said} />)
}

const sheetNamed = (said: string | undefined): SheetName | null =>
  said && isSheetName(said) ? said : null

const draftOf = ({ c, desk, staff }: Visit): Promise<Draft | undefined> =>
  desk.drafts.find(c.req.param('id') ?? '', staff.id)

async function draftPage(
  visit: Visit,
  draft: Draft,
  faults: readonly StreetFault[] = [],
): Promise<Response> {
  if (draft.version !== visit.book.version)
    return visit.c.html(<StalePage visit={visit} why={staleBy(draft)} draft={draft} />, 409)
  const open = await visit.desk.petitions.list({ statuses: ['received', 'dispatched', 'handling'] })
  const touched = touchedBy(draft.changes, open)
  return visit.c.html(
    <DraftPage visit={visit} draft={draft} touched={touched} faults={faults} />,
    faults.length > 0 ? 422 : 200,
  )
}

async function applied(visit: Visit): Promise<Response> {
  const draft = await draftOf(visit)
  if (!draft) return visit.c.notFound()
  const removed = draft.changes.filter(({ after }) => after === null).length
  const { removes } = await visit.c.req.parseBody()
  if (removed > 0 && removes !== '1') {
    const message = `会删除 ${removed} 行，确认要删请勾选`
    return draftPage(visit, draft, [{ file: '确认', line: null, column: null, message }])
  }
  const done = await applyDraft(draft, visit.desk)
  if (done.ok) return visit.c.redirect('/console/settings/changes', 303)
  return done.problem.kind === 'stale'
    ? visit.c.html(<StalePage visit={visit} why={staleBy(draft)} draft={draft} />, 409)
    : draftPage(visit, draft, done.problem.faults)
}
