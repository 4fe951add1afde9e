import { scopeOf } from '../domain/console/scope.ts'
import type { QueueViewer } from '../domain/console/tabs.ts'
import { windowMs } from '../domain/hot-spots/hot-spot.ts'
import type { Staff } from '../domain/people/roles.ts'
import { hotSpotPolicyOf } from '../domain/street/policy.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import type { Desk } from './ports.ts'

/** Somebody in office as they look at the queue now, with the bursts that last. */
export async function viewQueue(
  staff: Staff,
  book: Rulebook,
  now: Date,
  { hotSpots }: Pick<Desk, 'hotSpots'>,
): Promise<QueueViewer> {
  const since = new Date(now.getTime() - windowMs(hotSpotPolicyOf(book.policies)))
  const spots = await hotSpots.since(since)
  return { scope: scopeOf(staff, book), now, hot: spots.flatMap(({ numbers }) => numbers) }
}
