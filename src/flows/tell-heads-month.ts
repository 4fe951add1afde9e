import { headActivity } from '../domain/numbers/head-activity.ts'
import type { Period } from '../domain/numbers/period.ts'
import { storiesAt } from '../domain/numbers/told.ts'
import { staffAt } from '../domain/people/in-charge.ts'
import { streetOf } from '../domain/routing/route.ts'
import { errandsAround } from './errands-around.ts'
import { gatherReport } from './gather-report.ts'
import { lettersFor } from './letters.ts'
import type { Desk } from './ports.ts'

/**
 * Tells each community's office what its household heads did in a month that is over: once, however often it is asked for.
 * Answers how many were told.
 */
export async function tellHeadsMonth(month: Period, desk: Desk): Promise<number> {
  const book = await desk.rulebooks.current()
  const stories = storiesAt(await gatherReport(month, desk), month.until)
  const errands = await errandsAround(month, desk)
  let told = 0
  for (const { unit, heads, active } of headActivity({
    ...{ stories, errands, span: month, book },
    scope: { unit: streetOf(book) },
  })) {
    const notice = {
      kind: 'headsMonth',
      unit: book.units.find(({ code }) => code === unit)?.name ?? unit,
      period: month.name,
      active: active.map(({ name, relayed, looked, ran }) => ({
        ...{ name, relayed: relayed.length, looked: looked.length, ran: ran.length },
      })),
      idle: heads - active.length,
    } as const
    const notices = staffAt({ kind: 'community', code: unit }, book).map(
      ({ id }) => ({ to: { kind: 'person', person: id }, notice, haste: 'news' }) as const,
    )
    const [written] = await desk.petitions.record(
      [
        {
          cause: { kind: 'press', key: `heads/${month.name}/${unit}` },
          ...{ outcome: 'headsMonth', petition: null, events: [], timers: [] },
          letters: lettersFor(notices, book, desk),
        },
      ],
      desk.clock(),
    )
    if (written === 'recorded') told += 1
  }
  return told
}
