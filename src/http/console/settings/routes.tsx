import {
  isSheetName,
  type SheetName,
  type Sheets,
  sheetNames,
} from '../../../domain/street/sheets/sheet.ts'
import { sheetsOf } from '../../../domain/street/sheets/sheets-of.ts'
import { sheetWords } from '../../../texts/sheets/sheet-words.ts'
import { type ConsoleRoute, paced, page } from '../route.ts'
import type { Visit } from '../visit.ts'
import { changeRoutes } from './change-routes.tsx'
import { found } from './find-lines.ts'
import { geojsonOf } from './geojson.ts'
import { importRoutes } from './import-routes.tsx'
import { IndexPage } from './index-page.tsx'
import { TablePage } from './table-page.tsx'
import { workbookOf } from './workbook.ts'

/** What the street has agreed on. */
export const settingsRoutes: readonly ConsoleRoute[] = [
  page('GET', '/settings', 'settings', (visit) =>
    visit.c.html(<IndexPage visit={visit} content={sheetsOf(visit.book)} />),
  ),
  paced(
    'file',
    page('GET', '/settings/export.xlsx', 'settings', (visit) =>
      exported(visit, sheetNames, '办理规则'),
    ),
  ),
  page('GET', '/settings/tables/:sheet', 'settings', (visit) => {
    const name = sheetIn(visit)
    if (!name) return visit.c.notFound()
    const part = found(name, visit.book, visit.c.req.query('q'), visit.c.req.query('page'))
    const said = name === 'absences' ? saidIn(visit) : []
    return visit.c.html(<TablePage visit={visit} name={name} part={part} said={said} />)
  }),
  paced(
    'file',
    page('GET', '/settings/tables/:sheet/export.xlsx', 'settings', (visit) => {
      const name = sheetIn(visit)
      return name ? exported(visit, [name], sheetWords[name].title) : visit.c.notFound()
    }),
  ),
  paced(
    'file',
    page('GET', '/settings/grids.geojson', 'settings', ({ c, book }) =>
      c.body(geojsonOf(book), 200, {
        'Content-Type': 'application/geo+json; charset=utf-8',
        'Content-Disposition': 'attachment; filename="grids.geojson"',
      }),
    ),
  ),
  ...importRoutes,
  ...changeRoutes,
]

const sheetIn = ({ c }: Visit): SheetName | undefined => {
  const said = c.req.param('sheet') ?? ''
  return isSheetName(said) ? said : undefined
}

const saidIn = ({ book }: Visit) =>
  (book.leaves ?? []).filter(({ id }) => !book.absences?.some((line) => line.id === id))

async function exported(visit: Visit, names: readonly SheetName[], title: string) {
  const isBlank = visit.c.req.query('blank') === '1'
  const content = sheetsOf(visit.book)
  const bytes = await workbookOf(names, isBlank ? blank(content) : content)
  const file = `${title}${isBlank ? '（空白模板）' : `（第${visit.book.version}版）`}.xlsx`
  return visit.c.body(Buffer.from(bytes), 200, {
    'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'Content-Disposition': `attachment; filename="linli.xlsx"; filename*=UTF-8''${encodeURIComponent(file)}`,
  })
}

/** Heads alone, but for the fixed lines of the other rules. */
const blank = (content: Sheets): Sheets => ({
  ...(Object.fromEntries(sheetNames.map((name) => [name, []])) as unknown as Sheets),
  manners: content.manners,
})
