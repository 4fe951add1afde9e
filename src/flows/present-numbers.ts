import type { PetitionId } from '../domain/ids.ts'
import type { Figure } from '../domain/numbers/figure.ts'
import {
  type Figures,
  figureOf,
  type Measure,
  measures,
  quarrelMeasures,
} from '../domain/numbers/figures.ts'
import { narrowed } from '../domain/numbers/narrowed.ts'
import { before, type Period, periodOf, type Span } from '../domain/numbers/period.ts'
import type { Kept } from '../domain/numbers/report.ts'
import type { Scope } from '../domain/numbers/scope.ts'
import { type Story, storyBefore, storyUntil } from '../domain/numbers/story.ts'
import { type TrendFigures, type TrendWeek, trendFiguresOf } from '../domain/numbers/trend.ts'
import type { PetitionEvent } from '../domain/petition/event.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import { gatherReport } from './gather-report.ts'
import type { Desk } from './ports.ts'

/** All numbers of a street at one moment: what is opened behind a number is what the number was made of. */
export interface Numbers {
  /** Nothing that happened at or after it is in them. */
  readonly at: Date
  readonly book: Rulebook
  readonly kept: readonly Kept[]
  /** Every petition as it stood at a moment of the period they were gathered for. */
  readonly stories: (until: Date) => readonly Story[]
  readonly figures: (scope: Scope, span: Span) => Figures
  /** Those of the stories that can count in a scope: see `narrowed`. */
  readonly near: (scope: Scope, until: Date) => readonly Story[]
  /** The weeks up to this one, the oldest first. Only of numbers that were gathered for a period of these weeks. */
  readonly trend: (scope: Scope) => readonly TrendWeek[]
}

type NumbersDesk = Pick<Desk, 'petitions' | 'rulebooks' | 'clock'>

/** Whoever looks within so long sees the same numbers. */
const freshMs = 5_000
/** Gathered at once for all shorter periods: what trends are drawn of. */
const trendWeeks = 12
/** Later than anything that has happened. */
const farAhead = new Date('9999-12-31T00:00:00Z')
const weekMs = 7 * 24 * 3_600_000
/** A period of long ago is asked for once and again, and then not any more. */
const periodsKept = 4
/** Of all units and departments together. */
const weeksKept = 2_000

/** What one process knows of the numbers of one street. */
interface Shelf {
  readonly gathered: Map<string, { readonly numbers: Promise<Numbers>; readonly at: Date }>
  readonly timelines: Map<PetitionId, { readonly version: number; readonly events: Events }>
  /** By their timelines. */
  readonly stories: WeakMap<readonly PetitionEvent[], Story>
  /** Weeks that are over: later news changes none of their numbers. */
  readonly weeks: Map<string, TrendFigures>
}
type Events = Promise<PetitionEvent[]>

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
  if (known && Math.abs(now.getTime() - known.at.getTime()) < freshMs) return known.numbers
  const numbers = gather(period, now, book, shelf, desk)
  shelf.gathered.delete(key)
  shelf.gathered.set(key, { numbers, at: now })
  for (const old of [...shelf.gathered.keys()].slice(0, -periodsKept)) shelf.gathered.delete(old)
  numbers.catch(() => shelf.gathered.delete(key))
  return numbers
}

/** From the Monday before the one with which the trend begins: each of its weeks is compared with the one before. */
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
  const whole = kept.flatMap((one) => storyOf(one, shelf) ?? [])
  const stories = remembered((until: Date) => whole.flatMap((one) => storyBefore(one, until) ?? []))
  const narrow = remembered((until: Date) => narrowed(stories(until), book))
  const near = remembered((scope: Scope, until: Date) => narrow(until)(scope))
  const figures = remembered((scope: Scope, span: Span) =>
    lazily((measure) => {
      // what is repeated may have been told from elsewhere first
      const all = measure === 'repeated' ? stories(span.until) : near(scope, span.until)
      return figureOf(measure, { stories: all, span, scope, book })
    }),
  )
  const trend = remembered((scope: Scope) =>
    weeksUntil(at).map((week): TrendWeek => {
      const until = at < week.until ? at : week.until
      const key = JSON.stringify([book.version, scope, week.name])
      const known = shelf.weeks.get(key)
      if (known) return { week, figures: known }
      const span = { from: week.from, until }
      const found = trendFiguresOf({ stories: near(scope, until), span, scope, book })
      if (week.until <= at) shelf.weeks.set(key, found)
      return { week, figures: found }
    }),
  )
  return { at, book, kept, stories, near, figures, trend }
}

const weeksUntil = (at: Date): Period[] =>
  Array.from({ length: trendWeeks }, (_, i) =>
    periodOf('week', new Date(at.getTime() - (trendWeeks - 1 - i) * weekMs)),
  )

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

/** A story is told once for as long as nothing is added to it. */
function storyOf({ petition, timeline }: Kept, { stories }: Shelf): Story | null {
  if (timeline === null) return { petition, steps: [] }
  const known = stories.get(timeline) ?? storyUntil(timeline, farAhead)
  if (known) stories.set(timeline, known)
  return known
}

/** Numbers that are reckoned when somebody looks at them: few are, of all that a part of a street has. */
function lazily(reckon: (measure: Measure) => Figure): Figures {
  const known: Partial<Record<Measure, Figure>> = {}
  const figures = {}
  for (const measure of [...measures, ...quarrelMeasures])
    Object.defineProperty(figures, measure, {
      enumerable: true,
      get: () => {
        known[measure] ??= reckon(measure)
        return known[measure]
      },
    })
  return figures as Figures
}

/** Reckons for the same arguments once. */
function remembered<Arguments extends readonly unknown[], Answer>(
  reckon: (...of: Arguments) => Answer,
): (...of: Arguments) => Answer {
  const known = new Map<string, Answer>()
  return (...of) => {
    const key = JSON.stringify(of)
    const answer = known.get(key) ?? reckon(...of)
    known.set(key, answer)
    return answer
  }
}
