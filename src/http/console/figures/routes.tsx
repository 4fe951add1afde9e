import { presentNumbers } from '../../../flows/present-numbers.ts'
import { type ConsoleRoute, page } from '../route.ts'
import { addressOf, askedBy } from './asked.ts'
import { DashboardPage } from './dashboard-page.tsx'
import { ListPage } from './list-page.tsx'
import { openedBy } from './opened.ts'

/** Numbers, and the petitions behind each. */
export const figureRoutes: readonly ConsoleRoute[] = [
  page('GET', '/figures', 'figures', async (visit) => {
    const asked = askedBy(visit)
    if (!asked) return visit.c.notFound()
    const numbers = await presentNumbers(asked.period, visit.desk)
    return visit.c.html(<DashboardPage visit={visit} asked={asked} numbers={numbers} />)
  }),
  page('GET', '/figures/list', 'figures', async (visit) => {
    const asked = askedBy(visit)
    if (!asked) return visit.c.notFound()
    const numbers = await presentNumbers(asked.period, visit.desk)
    const opened = openedBy(visit.c.req.query(), asked, numbers, visit.book)
    if (!opened) return visit.c.notFound()
    const back = addressOf('', asked)
    return visit.c.html(<ListPage visit={visit} opened={opened} numbers={numbers} back={back} />)
  }),
]
