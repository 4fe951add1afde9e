import type { UnitCode } from '../ids.ts'
import { tradeOf } from '../intake/same-trade.ts'
import { unitOf } from '../people/in-charge.ts'
import type { Petition } from '../petition/petition.ts'
import { communityOf, streetOf } from '../routing/route.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { isWithin } from './scope.ts'

/** A trade of which a unit hears more in a week than its own past explains. */
export interface Warning {
  readonly unit: UnitCode
  readonly trade: string
  /** The petitions of this week. */
  readonly numbers: readonly number[]
  /** How many each of the weeks before had, the latest first. */
  readonly past: readonly number[]
  /** The middle of the past. */
  readonly usual: number
}

const weekMs = 7 * 24 * 3_600_000
export const pastWeeks = 8
/** Fewer say nothing, however quiet it was before. */
const least = 4
/**
 * How many deviations above the middle. Measured on 20,000 simulated weeks each: with 3, places that steadily have 0.2,
 * 0.5, 1, 2, 5, 10, 20 petitions a week raise a false alarm in 0.0, 0.2, 1.2, 2.3, 1.1, 0.7, 0.5 of 100 weeks; of bursts
 * from 1 to 8, 2 to 10, 5 to 20, 20 to 50 it finds 89, 84, 95, 97 of 100. With 4, three times fewer of the one, but only
 * 83, 73, 87, 90 of the other.
 */
const deviations = 3

/**
 * What grows, in the week that ends at `until`, in each grid, community and the street, against the same weekdays of the
 * eight weeks before: the median, and three deviations, where a deviation is the median distance from it or what chance
 * alone does to such a count, whichever is more. A grid's warning is not repeated for its community and its street unless
 * most of it comes from elsewhere. Nothing is said of a trade before it has four weeks of past.
 */
export function warnings(petitions: readonly Petition[], until: Date, book: Rulebook): Warning[] {
  const counts = countsByPlace(petitions.filter(isTrouble), until, book)
  const began = Math.min(...petitions.map(({ registeredAt }) => registeredAt.getTime()))
  const known = Math.min(pastWeeks, Math.floor((until.getTime() - began) / weekMs) - 1)
  if (known < 4) return []
  const found = [...counts.values()].flatMap(({ unit, trade, weeks }): Warning[] => {
    const numbers = weeks[0] ?? []
    const past = Array.from({ length: known }, (_, i) => weeks[i + 1]?.length ?? 0)
    const usual = median(past)
    return numbers.length >= threshold(past) ? [{ unit, trade, numbers, past, usual }] : []
  })
  return found
    .filter((warning) => !isSaidBelow(warning, found, book))
    .sort((a, b) => b.numbers.length - b.usual - (a.numbers.length - a.usual))
}

/** From how many on a week stands out of its past. */
export function threshold(past: readonly number[]): number {
  const usual = median(past)
  const spread = median(past.map((count) => Math.abs(count - usual))) * 1.4826 // as wide as a normal deviation
  return Math.max(least, usual + deviations * Math.max(spread, Math.sqrt(Math.max(usual, 0.5))))
}

interface Counts {
  readonly unit: UnitCode
  readonly trade: string
  /** The numbers of each week, this one first. */
  readonly weeks: number[][]
}

function countsByPlace(
  petitions: readonly Petition[],
  until: Date,
  book: Rulebook,
): Map<string, Counts> {
  const counts = new Map<string, Counts>()
  for (const petition of petitions) {
    const week = Math.floor((until.getTime() - 1 - petition.registeredAt.getTime()) / weekMs)
    if (week < 0 || week > pastWeeks) continue
    const trade = tradeOf(petition.category)
    for (const unit of unitsOf(petition, book)) {
      const key = `${unit}/${trade}`
      const found = counts.get(key) ?? { unit, trade, weeks: [] }
      counts.set(key, found)
      found.weeks[week] = [...(found.weeks[week] ?? []), petition.number]
    }
  }
  return counts
}

/** Its grid, its community and the street. */
function unitsOf(petition: Petition, book: Rulebook): UnitCode[] {
  const community = communityOf(unitOf(petition, book), book)?.code
  return [...new Set([petition.grid, community, streetOf(book)])].flatMap((unit) => unit ?? [])
}

/** Most of it is what a smaller unit was already warned of. */
const isSaidBelow = (warning: Warning, all: readonly Warning[], book: Rulebook): boolean =>
  all.some(
    (other) =>
      other.unit !== warning.unit &&
      other.trade === warning.trade &&
      isWithin(other.unit, warning.unit, book) &&
      other.numbers.length > warning.numbers.length / 2,
  )

/** Questions and praise are no trouble; what is confidential is not gathered; what was taken back never was. */
const isTrouble = ({ kind, confidential, status }: Petition): boolean =>
  kind !== 'consult' && kind !== 'praise' && !confidential && status !== 'withdrawn'

function median(counts: readonly number[]): number {
  const sorted = [...counts].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2
}
