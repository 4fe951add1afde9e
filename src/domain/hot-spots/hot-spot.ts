import type { PetitionId, UnitCode } from '../ids.ts'
import { tradeOf } from '../intake/same-trade.ts'
import type { Petition } from '../petition/petition.ts'
import type { HotSpotPolicy } from '../street/policy.ts'

/** A burst of similar petitions in a grid, as it was last raised. */
export interface HotSpot {
  /** Its first petition: names the burst. */
  readonly burst: PetitionId
  readonly grid: UnitCode
  /** Categories that people mix up are one trade. */
  readonly trade: string
  /** 1 when first raised, one more each time it has doubled. */
  readonly level: number
  readonly numbers: readonly number[]
  readonly households: number
  readonly beganAt: Date
  /** When its latest petition came; the burst is over when none follows for the window. */
  readonly lastAt: Date
}

const hourMs = 3_600_000

/** How far back petitions belong together. */
export const windowMs = ({ withinHours }: HotSpotPolicy): number => withinHours * hourMs

/**
 * The hot spot that a petition makes or belongs to; null while there are too few. `recent`: petitions of its grid within the
 * window; `known`: bursts of the grid raised before. `isNews`: there was none, or it has doubled since it was raised.
 */
export function hotSpotOf(
  petition: Petition,
  recent: readonly Petition[],
  known: readonly HotSpot[],
  policy: HotSpotPolicy,
): { readonly spot: HotSpot; readonly isNews: boolean } | null {
  const { grid } = petition
  const trade = tradeOf(petition.category)
  if (grid === null || !counts(petition)) return null
  const similar = recent
    .filter((one) => counts(one) && one.grid === grid && tradeOf(one.category) === trade)
    .sort((a, b) => a.registeredAt.getTime() - b.registeredAt.getTime() || a.number - b.number)
  const [first] = similar
  const lastAt = similar.at(-1)?.registeredAt
  if (!first || !lastAt) return null
  const before = known.find(
    (one) => one.trade === trade && lastAt.getTime() - one.lastAt.getTime() <= windowMs(policy),
  )
  const houses = new Set(similar.flatMap((one) => householdsOf(one))).size
  const size = Math.max(similar.length / policy.petitions, houses / policy.households)
  const level = size < 1 ? 0 : 1 + Math.floor(Math.log2(size))
  if (!before && level === 0) return null
  const spot: HotSpot = {
    burst: before?.burst ?? first.id,
    grid,
    trade,
    level: Math.max(before?.level ?? 0, level),
    numbers: [
      ...new Set([...(before?.numbers ?? []), ...similar.map(({ number }) => number)]),
    ].sort((a, b) => a - b),
    households: Math.max(before?.households ?? 0, houses),
    beganAt: before?.beganAt ?? first.registeredAt,
    lastAt,
  }
  return { spot, isNews: level > (before?.level ?? 0) }
}

/** What was taken back or merged is none, what is confidential is not gathered; questions and praise are no trouble. */
const counts = ({ status, confidential, kind }: Petition): boolean =>
  status !== 'withdrawn' && !confidential && kind !== 'consult' && kind !== 'praise'

const householdsOf = (petition: Petition): string[] =>
  [petition.reporter, ...petition.supporters].map(({ household }) => household)
