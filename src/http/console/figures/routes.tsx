import { formsOf, type ReportForm } from '../../../domain/numbers/report.ts'
import { presentNumbers } from '../../../flows/present-numbers.ts'
import { type ConsoleRoute, paced, page } from '../route.ts'
import type { Visit } from '../visit.ts'
import { addressOf, askedBy } from './asked.ts'
import { dashboardOf } from './dashboard.ts'
import { DashboardPage } from './dashboard-page.tsx'
import { shadeNamed } from './grid-map.tsx'
import { ListPage } from './list-page.tsx'
import { openedBy } from './opened.ts'
import { orderIn, partsOf } from './parts-table.tsx'
import { owedTo, type ReportWish, wished } from './report-wish.ts'
import { ReportsPage } from './reports-page.tsx'
import { WallPage } from './wall-page.tsx'

/** Numbers, and the petitions behind each. */
export const figureRoutes: readonly ConsoleRoute[] = [
  page('GET', '/figures', 'figures', async (visit) => {
    const asked = askedBy(visit)
    if (!asked) return visit.c.notFound()
    const dashboard = await dashboardOf(asked, visit.desk)
    const order = orderIn(visit.c.req.query(), asked)
    const parts = partsOf(asked, order, dashboard.numbers, dashboard.numbers.book)
    const shade = shadeNamed(visit.c.req.query('shade'))
    return visit.c.html(<DashboardPage {...{ visit, dashboard, order, parts, shade }} />)
  }),
  page('GET', '/figures/wall', 'figures', async (visit) => {
    const asked = askedBy(visit, 'month')
    if (!asked) return visit.c.notFound()
    const dashboard = await dashboardOf(asked, visit.desk, 'dark')
    return visit.c.html(<WallPage visit={visit} dashboard={dashboard} />)
  }),
  page('GET', '/figures/list', 'figures', async (visit) => {
    const asked = askedBy(visit)
    if (!asked) return visit.c.notFound()
    const numbers = await presentNumbers(asked.period, visit.desk)
    const opened = await openedBy(visit.c.req.query(), asked, numbers, visit.desk)
    if (!opened) return visit.c.notFound()
    const back = addressOf('', asked)
    return visit.c.html(<ListPage visit={visit} opened={opened} numbers={numbers} back={back} />)
  }),
  page('GET', '/figures/reports', 'figures', async (visit) =>
    visit.c.html(await reportsPage(visit, {}, null)),
  ),
  paced(
    'file',
    page('GET', '/figures/reports/file', 'figures', async (visit) => {
      const { c, desk } = visit
      const wish: ReportWish = c.req.query()
      const found = wished(wish, visit)
      if (!found.ok && found.problem === 'notFound') return c.notFound()
      if (!found.ok) return c.html(await reportsPage(visit, wish, found.problem), 422)
      const { report, form } = found.value
      const bytes = await desk.reports.write(report, form)
      return c.body(Buffer.from(bytes), 200, {
        'Content-Type': mimes[form],
        'Content-Disposition': `attachment; filename="${desk.reports.nameOf(report, form)}"`,
      })
    }),
  ),
]

const mimes: Readonly<Record<ReportForm, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

async function reportsPage(visit: Visit, wish: ReportWish, problem: string | null) {
  const owed = await Promise.all(
    owedTo(visit).map(async (report) => {
      const [form = 'xlsx'] = formsOf[report.kind]
      return { report, writtenAt: await visit.desk.reports.writtenAt(report, form) }
    }),
  )
  return <ReportsPage visit={visit} owed={owed} wish={wish} problem={problem} />
}
