import { seesErrand } from '../../../domain/errands/sees-errand.ts'
import { masked } from '../../../domain/intake/mask.ts'
import { actOnErrand } from '../../../flows/act-on-errand.ts'
import { type ConsoleRoute, page } from '../route.ts'
import type { Visit } from '../visit.ts'
import { ErrandsPage, isPress } from './errands-page.tsx'

/** So far back what is over is listed. */
const shownMs = 30 * 24 * 3_600_000
const longest = 200

/** What household heads do for neighbours: their own for heads, their grid's for grid workers. */
export const errandRoutes: readonly ConsoleRoute[] = [
  page('GET', '/errands', 'errands', async (visit) =>
    visit.c.html(<ErrandsPage visit={visit} errands={await theirs(visit)} problem={null} />),
  ),
  page('POST', '/errands/:number/do', 'errands', async (visit) => {
    const { c, desk, staff } = visit
    const errands = await theirs(visit)
    const errand = errands.find(({ number }) => String(number) === c.req.param('number'))
    if (!errand) return c.notFound()
    const { act, said, version } = await c.req.parseBody()
    if (!isPress(act)) return c.notFound()
    const text = masked(String(said ?? '').trim()).slice(0, longest)
    const command =
      act === 'accept'
        ? ({ kind: 'accept' } as const)
        : act === 'decline'
          ? ({ kind: 'decline', reason: text } as const)
          : ({ kind: 'report', result: text } as const)
    // sent again by an old page, it was done
    if (String(errand.version) !== version) return c.redirect('/console/errands', 303)
    const done = await actOnErrand(errand, command, staff.id, desk)
    if (done.ok) return c.redirect('/console/errands', 303)
    const page = <ErrandsPage visit={visit} errands={errands} problem={done.problem} />
    return c.html(page, done.problem === 'notYours' ? 403 : 409)
  }),
]

async function theirs({ desk, staff, book, now }: Visit) {
  const [recent, open] = await Promise.all([
    desk.errands.since(new Date(now.getTime() - shownMs)),
    desk.errands.unfinished(),
  ])
  const all = new Map([...open, ...recent].map((errand) => [errand.id, errand]))
  return [...all.values()].filter((errand) => seesErrand(errand, staff, book))
}
