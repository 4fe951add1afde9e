import type { Errand } from '../../../domain/errands/errand.ts'
import type { ErrandCommand } from '../../../domain/errands/lifecycle.ts'
import { seesErrand } from '../../../domain/errands/sees-errand.ts'
import type { PersonId } from '../../../domain/ids.ts'
import { masked } from '../../../domain/intake/mask.ts'
import { no } from '../../../domain/result.ts'
import { actOnErrand } from '../../../flows/act-on-errand.ts'
import { type ConsoleRoute, page } from '../route.ts'
import type { Visit } from '../visit.ts'
import { ErrandsPage, isPress } from './errands-page.tsx'

/** So far back what is over is listed. */
const shownMs = 30 * 24 * 3_600_000
const longest = 200

type Press = Extract<ErrandCommand, { kind: 'accept' | 'decline' | 'report' }>

/** What household heads do for neighbours: their own for heads, their grid's for grid workers. */
export const errandRoutes: readonly ConsoleRoute[] = [
  page('GET', '/errands', 'errands', async (visit) =>
    visit.c.html(<ErrandsPage visit={visit} errands={await theirs(visit)} unheard={null} />),
  ),
  page('POST', '/errands/:number/do', 'errands', async (visit) => {
    const { c, desk, staff } = visit
    const errands = await theirs(visit)
    const errand = errands.find(({ number }) => String(number) === c.req.param('number'))
    if (!errand) return c.notFound()
    const { act, said, version } = await c.req.parseBody()
    if (!isPress(act)) return c.notFound()
    const typed = String(said ?? '').trim()
    const text = masked(typed).slice(0, longest)
    const command: Press =
      act === 'accept'
        ? { kind: 'accept' }
        : act === 'decline'
          ? { kind: 'decline', reason: text }
          : { kind: 'report', result: text }
    const isSeen = String(errand.version) === version
    const done = isSeen ? await actOnErrand(errand, command, staff.id, desk) : no('notNow' as const)
    const now = done.ok ? errands : await theirs(visit)
    const same = now.find(({ id }) => id === errand.id) ?? errand
    if (done.ok || isDoneBy(staff.id, command, same)) return c.redirect('/console/errands', 303)
    const unheard = { errand: same, problem: done.problem, said: typed.slice(0, longest) }
    const page = <ErrandsPage visit={visit} errands={now} unheard={unheard} />
    return c.html(page, done.problem === 'notYours' ? 403 : 409)
  }),
]

/** Sent twice, it was done by the first. */
function isDoneBy(person: PersonId, command: Press, { state, head, doneBy, result }: Errand) {
  switch (command.kind) {
    case 'accept':
      return state === 'taken' && head === person
    case 'report':
      return doneBy === person && result === command.result
    case 'decline':
      return false
  }
}

async function theirs({ desk, staff, book, now }: Visit) {
  const [recent, open] = await Promise.all([
    desk.errands.since(new Date(now.getTime() - shownMs)),
    desk.errands.unfinished(),
  ])
  const all = new Map([...open, ...recent].map((errand) => [errand.id, errand]))
  return [...all.values()].filter((errand) => seesErrand(errand, staff, book))
}
