import { presentNumbers } from '../../../flows/present-numbers.ts'
import { type ConsoleRoute, page } from '../route.ts'
import { addressOf, askedBy } from './asked.ts'
import { dashboardOf } from './dashboard.ts'
import { DashboardPage } from './dashboard-page.tsx'
import { shadeNamed } from './grid-map.tsx'
import { ListPage } from './list-page.tsx'
import { openedBy } from './opened.ts'
import { orderIn, partsOf } from './parts-table.tsx'
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
]
