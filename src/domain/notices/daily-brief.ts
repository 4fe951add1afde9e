import { waitsForDecision } from '../console/to-decide.ts'
import { dayOf, daysAfter, endOf, isLikelyWorkingDay, momentOf } from '../deadlines/calendar.ts'
import type { Day } from '../deadlines/limit.ts'
import type { HotSpot } from '../hot-spots/hot-spot.ts'
import type { Period } from '../numbers/period.ts'
import { reportOf } from '../numbers/report.ts'
import { belongs, isWithin, type Scope } from '../numbers/scope.ts'
import { storyUntil } from '../numbers/story.ts'
import type { Kept } from '../numbers/told.ts'
import { isInHand, isOpen, type Petition } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { briefOf } from './brief.ts'
import type { Brief } from './notice.ts'
import type { DailyBrief } from './pressing-notice.ts'

/** From the last working day up to the day of the brief: on a Monday the weekend, too. */
export function briefPeriod(day: Day, { calendar }: Pick<Rulebook, 'calendar'>): Period {
  let from = daysAfter(day, -1)
  while (!isLikelyWorkingDay(from, calendar)) from = daysAfter(from, -1)
  return {
    ...{ kind: 'day', name: from },
    ...{ from: momentOf(from, '00:00'), until: momentOf(day, '00:00') },
  }
}

/**
 * The brief of a morning as things stood at `at`, however much later it is made. Null where there is nothing to tell.
 */
export function dailyBriefOf(
  scope: Scope,
  at: Date,
  kept: readonly Kept[],
  spots: readonly HotSpot[],
  book: Rulebook,
): DailyBrief<Brief> | null {
  const day = dayOf(at)
  const period = briefPeriod(day, book)
  const { figures } = reportOf('daily', scope, period, kept, at, book)
  const open = kept
    .flatMap(({ timeline }) => (timeline && storyUntil(timeline, at)) ?? [])
    .filter((story) => belongs(story, scope, book) && isOpen(story.petition))
    .map(({ petition }) => petition)
    .sort((a, b) => a.number - b.number)
  const hand = open.filter(isInHand)
  const brief = (petition: Petition) => briefOf(petition, book, 'group')
  const made: DailyBrief<Brief> = {
    unit: book.units.find(({ code }) => code === scope.unit)?.name ?? scope.unit,
    ...{ fromAt: period.from, untilAt: period.until },
    registered: figures.registered.size,
    resolved: figures.resolved.size,
    inHand: open.length,
    late: hand.filter(({ resolveDueAt }) => resolveDueAt < at).map(brief),
    dueToday: hand
      .filter(({ resolveDueAt }) => resolveDueAt >= at && resolveDueAt <= endOf(day))
      .map(brief),
    emergencies: open.filter(({ urgency }) => urgency === 'emergency').map(brief),
    promised: hand.filter(({ interim }) => interim?.day === day).map(brief),
    undecided: hand.filter(waitsForDecision).map(brief),
    hotSpots: spots
      .filter(
        ({ lastAt, grid }) =>
          lastAt >= period.from && lastAt < at && isWithin(grid, scope.unit, book),
      )
      .map(({ grid, numbers, households }) => ({
        grid: book.units.find(({ code }) => code === grid)?.name ?? grid,
        ...{ numbers, households },
      })),
  }
  const isQuiet = made.registered + made.resolved + made.inHand === 0 && made.hotSpots.length === 0
  return isQuiet ? null : made
}
