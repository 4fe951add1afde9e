import type { PetitionId } from '../domain/ids.ts'
import { before, type Period, periodOf } from '../domain/numbers/period.ts'
import type { PetitionEvent } from '../domain/petition/event.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import { gatherReport } from './gather-report.ts'
import type { Desk } from './ports.ts'
import { type Numbers, type Reckoned, reckonNumbers, trendWeeks, weekMs } from './reckon-numbers.ts'

type NumbersDesk = Pick<Desk, 'petitions' | 'rulebooks' | 'clock'>

/** Whoever looks within so long sees the same numbers, */
const freshMs = 5_000
/** or within ten times as long as gathering them took: a large street costs the machine a tenth of its time at most. */
const gatherings = 10
/** A period of long ago is asked for once and again, and then not any more. */
const periodsKept = 4
/** Of all units and departments together. */
const weeksKept = 2_000

/** What one process knows of the numbers of one street. */
interface Shelf extends Reckoned {
  readonly gathered: Map<string, Gathered>
  readonly timelines: Map<PetitionId, { readonly version: number; readonly events: Events }>
}
type Events = Promise<PetitionEvent[]>

interface Gathered {
  readonly numbers: Promise<Numbers>
  readonly at: Date
  /** For how long they are good enough. */
  freshFor: number
}

const emptyShelf = (): Shelf => ({
  gathered: new Map(),
  timelines: new Map(),
  stories: new WeakMap(),
  weeks: new Map(),
})
const shelves = new WeakMap<Desk['petitions'], Shelf>()

/**
 * The numbers of a period as they stand now, or stood a few seconds ago: they are gathered once for all who look, and of
 * petitions that have not changed nothing is read again.
 */
export async function presentNumbers(asked: Period, desk: NumbersDesk): Promise<Numbers> {
  const now = desk.clock()
  const book = await desk.rulebooks.current()
  const shelf = shelves.get(desk.petitions) ?? emptyShelf()
  shelves.set(desk.petitions, shelf)
  const recent = recentAt(now)
  const period = before(asked).from >= recent.from ? recent : asked
  const key = `${period.name}/${book.version}`
  const known = shelf.gathered.get(key)
  if (known && Math.abs(now.getTime() - known.at.getTime()) < known.freshFor) return known.numbers
  const began = performance.now()
  const numbers = gather(period, now, book, shelf, desk)
  // who comes while they are being gathered waits for the same ones
  const gathered: Gathered = { numbers, at: now, freshFor: Number.POSITIVE_INFINITY }
  const done = () => {
    gathered.freshFor = Math.max(freshMs, gatherings * (performance.now() - began))
  }
  numbers.then(done, done)
  shelf.gathered.delete(key)
  shelf.gathered.set(key, gathered)
  for (const old of [...shelf.gathered.keys()].slice(0, -periodsKept)) shelf.gathered.delete(old)
  numbers.catch(() => shelf.gathered.delete(key))
  return numbers
}

/** Gathered at once for all shorter periods. From the Monday before the one with which the trend begins: each of its weeks is compared with the one before. */
function recentAt(now: Date): Period {
  const week = periodOf('week', now)
  const from = new Date(week.from.getTime() - trendWeeks * weekMs)
  return { kind: 'week', name: 'recent', from, until: week.until }
}

async function gather(
  period: Period,
  at: Date,
  book: Rulebook,
  shelf: Shelf,
  desk: NumbersDesk,
): Promise<Numbers> {
  const kept = await gatherReport(period, { petitions: remembering(desk.petitions, shelf) })
  const alive = new Set(kept.map(({ petition }) => petition.id))
  if (shelf.timelines.size > 2 * alive.size)
    for (const id of shelf.timelines.keys()) if (!alive.has(id)) shelf.timelines.delete(id)
  if (shelf.weeks.size > weeksKept) shelf.weeks.clear()
  return reckonNumbers(kept, at, book, shelf)
}

/** Petitions whose timelines are read again only when their version is another one. */
function remembering(petitions: Desk['petitions'], { timelines }: Shelf): Desk['petitions'] {
  const versions = new Map<PetitionId, number>()
  return {
    ...petitions,
    async list(filter) {
      const found = await petitions.list(filter)
      for (const { id, version } of found) versions.set(id, version)
      return found
    },
    timeline(id) {
      const version = versions.get(id) ?? 0
      const known = timelines.get(id)
      if (known?.version === version) return known.events
      const events = petitions.timeline(id)
      timelines.set(id, { version, events })
      events.catch(() => timelines.delete(id))
      return events
    },
  }
}
