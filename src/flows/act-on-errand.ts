import type { Errand } from '../domain/errands/errand.ts'
import { errandNews } from '../domain/errands/errand-notices.ts'
import {
  decideErrand,
  type ErrandCommand,
  type ErrandRefusal,
} from '../domain/errands/lifecycle.ts'
import type { PersonId } from '../domain/ids.ts'
import { no, ok, type Result } from '../domain/result.ts'
import { lettersFor } from './letters.ts'
import type { Desk } from './ports.ts'

/**
 * Somebody does something about an errand by a button or in its time; null: the clock. Sent twice it is done once. Refuses
 * like `decideErrand`, and with `notNow` where somebody else was faster.
 */
export async function actOnErrand(
  before: Errand,
  command: ErrandCommand,
  by: PersonId | null,
  desk: Pick<Desk, 'petitions' | 'rulebooks' | 'clock' | 'newId'>,
): Promise<Result<Errand, ErrandRefusal>> {
  const now = desk.clock()
  const book = await desk.rulebooks.current()
  const done = decideErrand(before, command, by, now, book)
  if (!done.ok) return done
  const letters = lettersFor(errandNews(before, done.value, command, by, book), book, desk)
  const [written] = await desk.petitions.record(
    [
      {
        cause: { kind: 'press', key: `errand/${before.id}/${before.version}/${command.kind}` },
        ...{ outcome: `errand ${command.kind}`, petition: null, events: [], timers: [] },
        ...{ errand: done.value, letters },
      },
    ],
    now,
  )
  return written === 'recorded' ? ok(done.value) : no('notNow')
}
