import { errandNews } from '../domain/errands/errand-notices.ts'
import { decideErrand } from '../domain/errands/lifecycle.ts'
import { lettersFor } from './letters.ts'
import type { Desk } from './ports.ts'

const errandsAtOnce = 50

/**
 * What a head did not answer or do in time goes to the grid worker, who is reminded from then on; who does not say whether
 * it is done is taken to be content. Each once; answers how many were dealt with.
 */
export async function watchErrands(desk: Desk): Promise<number> {
  const now = desk.clock()
  const due = await desk.errands.due(now, errandsAtOnce)
  if (due.length === 0) return 0
  const book = await desk.rulebooks.current()
  let count = 0
  for (const before of due) {
    const command = { kind: 'lapse' } as const
    const done = decideErrand(before, command, null, now, book)
    if (!done.ok) continue
    const news = errandNews(before, done.value, command, null, book)
    const [written] = await desk.petitions.record(
      [
        {
          cause: { kind: 'press', key: `errand/${before.id}/${before.version}/lapsed` },
          ...{ outcome: 'errandLapsed', petition: null, events: [], timers: [] },
          errand: done.value,
          letters: lettersFor(news, book, desk),
        },
      ],
      now,
    )
    if (written === 'recorded') count += 1
  }
  return count
}
