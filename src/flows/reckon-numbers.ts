import type { Figure } from '../domain/numbers/figure.ts'
import {
  type Figures,
  figureOf,
  type Measure,
  measures,
  quarrelMeasures,
} from '../domain/numbers/figures.ts'
import { narrowed } from '../domain/numbers/narrowed.ts'
import { type Period, periodOf, type Span } from '../domain/numbers/period.ts'
import type { Scope } from '../domain/numbers/scope.ts'
import { type Story, storyBefore, storyUntil } from '../domain/numbers/story.ts'
import type { Kept } from '../domain/numbers/told.ts'
import { type TrendFigures, type TrendWeek, trendFiguresOf } from '../domain/numbers/trend.ts'
import type { PetitionEvent } from '../domain/petition/event.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'

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
  readonly trend: (scope: Scope) => Promise<readonly TrendWeek[]>
}

/** How far a trend goes back. */
export const trendWeeks = 12
export const weekMs = 7 * 24 * 3_600_000
/** Later than anything that has happened. */
const farAhead = new Date('9999-12-31T00:00:00Z')

/** What was reckoned before and holds on. */
export interface Reckoned {
  /** By their timelines. */
  readonly stories: WeakMap<readonly PetitionEvent[], Story>
  /** Weeks that are over: later news changes none of their numbers. */
  readonly weeks: Map<string, TrendFigures>
}

/** The numbers of what was gathered at a moment; each is reckoned when it is first looked at. */
export function reckonNumbers(
  kept: readonly Kept[],
  at: Date,
  book: Rulebook,
  before: Reckoned,
): Numbers {
  const whole = kept.flatMap((one) => storyOf(one, before) ?? [])
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
  const trend = remembered(async (scope: Scope) => {
    const weeks: TrendWeek[] = []
    for (const week of weeksUntil(at)) {
      const until = at < week.until ? at : week.until
      const key = JSON.stringify([book.version, scope, week.name])
      const span = { from: week.from, until }
      const known = before.weeks.get(key)
      const figures = known ?? trendFiguresOf({ stories: near(scope, until), span, scope, book })
      if (week.until <= at) before.weeks.set(key, figures)
      weeks.push({ week, figures })
      if (!known) await othersFirst()
    }
    return weeks
  })
  return { at, book, kept, stories, near, figures, trend }
}

/** Thousands of petitions keep nobody else waiting for longer than a week of them takes. */
const othersFirst = () => new Promise<void>((go) => setImmediate(go))

const weeksUntil = (at: Date): Period[] =>
  Array.from({ length: trendWeeks }, (_, i) =>
    periodOf('week', new Date(at.getTime() - (trendWeeks - 1 - i) * weekMs)),
  )

/** A story is told once for as long as nothing is added to it. */
function storyOf({ petition, timeline }: Kept, { stories }: Reckoned): Story | null {
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
