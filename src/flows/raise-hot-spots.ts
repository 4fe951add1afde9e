import { hotSpotOf, windowMs } from '../domain/hot-spots/hot-spot.ts'
import { hotSpotNotices } from '../domain/hot-spots/hot-spot-notices.ts'
import { codesOf, tradeOf } from '../domain/intake/same-trade.ts'
import type { Petition } from '../domain/petition/petition.ts'
import { hotSpotPolicyOf } from '../domain/street/policy.ts'
import { lettersFor } from './letters.ts'
import type { Desk } from './ports.ts'

const mostPetitions = 200

/**
 * Raises the hot spot that a petition just registered or joined makes, once for each burst and each doubling: whoever
 * comes second with the same news, another process or a retry, writes nothing.
 */
export async function raiseHotSpot(petition: Petition, desk: Desk): Promise<void> {
  const { grid } = petition
  if (grid === null) return
  const book = await desk.rulebooks.current()
  const policy = hotSpotPolicyOf(book.policies)
  const since = new Date(desk.clock().getTime() - windowMs(policy))
  const recent = await desk.petitions.list({
    ...{ grid, categories: codesOf(tradeOf(petition.category)) },
    ...{ registeredSince: since, limit: mostPetitions },
  })
  const found = hotSpotOf(petition, recent, await desk.hotSpots.since(since, grid), policy)
  if (!found) return
  const { spot, isNews } = found
  if (isNews) {
    const cause = { kind: 'press', key: `hot-spot/${spot.burst}/${spot.level}` } as const
    const letters = lettersFor(hotSpotNotices(spot, petition, recent, book), book, desk)
    await desk.petitions.record(
      [{ cause, outcome: 'hotSpot', petition: null, events: [], timers: [], letters }],
      desk.clock(),
    )
  }
  await desk.hotSpots.keep(spot)
}
