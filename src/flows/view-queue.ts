import { wantedOf } from '../domain/console/own-view.ts'
import { scopeOf } from '../domain/console/scope.ts'
import { mayDecide, type QueueViewer } from '../domain/console/tabs.ts'
import { toDecide } from '../domain/console/to-decide.ts'
import { windowMs } from '../domain/hot-spots/hot-spot.ts'
import type { Staff } from '../domain/people/roles.ts'
import { hotSpotPolicyOf } from '../domain/street/policy.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import { checksOf } from './checks-of.ts'
import type { Queue } from './ports/queue.ts'
import type { Desk } from './ports.ts'
import { bookFor } from './understand.ts'

/** More than a volunteer ever has open. */
const ownCount = 300

type Looked = Pick<Desk, 'clock' | 'hotSpots' | 'petitions' | 'rulebooks'> & {
  readonly queue: Queue
}

/** Somebody in office as they look at the queue now, with the bursts that last and what waits for their decision. */
export async function viewQueue(
  staff: Staff,
  book: Rulebook,
  now: Date,
  desk: Looked,
): Promise<QueueViewer> {
  const since = new Date(now.getTime() - windowMs(hotSpotPolicyOf(book.policies)))
  const [spots, deciding] = await Promise.all([
    desk.hotSpots.since(since),
    wordsOwed(staff, book, now, desk),
  ])
  const hot = spots.flatMap(({ numbers }) => numbers)
  return { scope: scopeOf(staff, book), now, hot, deciding }
}

/** Of whom their word is waited for: those above decide, and household heads answer for themselves and their neighbours. */
async function wordsOwed(
  staff: Staff,
  book: Rulebook,
  now: Date,
  desk: Looked,
): Promise<readonly number[]> {
  if (mayDecide(staff, book)) return decidedBy(staff, book, now, desk)
  if (staff.role !== 'household_head') return []
  const [own, checks] = await Promise.all([
    desk.petitions.list({ person: staff.id, limit: ownCount }),
    checksOf(staff.id, book, desk),
  ])
  return [...own, ...checks]
    .filter((petition) => wantedOf(petition, staff.id).length > 0)
    .map(({ number }) => number)
}

/** Who decides depends on the rules that each was registered under, so it is asked of each that they see: there are few at any time. */
async function decidedBy(staff: Staff, book: Rulebook, now: Date, desk: Looked): Promise<number[]> {
  const waiting = await desk.queue.undecided(scopeOf(staff, book))
  const numbers = await Promise.all(
    waiting.map(async (petition) =>
      toDecide(petition, staff, now, await bookFor(petition, desk)).length > 0
        ? [petition.number]
        : [],
    ),
  )
  return numbers.flat()
}
