import type { HotSpot } from '../../../domain/hot-spots/hot-spot.ts'
import { windowMs } from '../../../domain/hot-spots/hot-spot.ts'
import type { Counting } from '../../../domain/numbers/counting.ts'
import type { Figures } from '../../../domain/numbers/figures.ts'
import { type GridLoad, gridLoads } from '../../../domain/numbers/grid-loads.ts'
import { periodOf } from '../../../domain/numbers/period.ts'
import { belongs, isWithin } from '../../../domain/numbers/scope.ts'
import { flowOf, lateAtEnd } from '../../../domain/numbers/today.ts'
import type { TrendWeek } from '../../../domain/numbers/trend.ts'
import { type Warning, warnings } from '../../../domain/numbers/warnings.ts'
import { type InHand, isInHand } from '../../../domain/petition/petition.ts'
import { hotSpotPolicyOf } from '../../../domain/street/policy.ts'
import { presentNumbers } from '../../../flows/present-numbers.ts'
import type { Numbers } from '../../../flows/reckon-numbers.ts'
import type { ConsoleDesk } from '../console-desk.ts'
import { type Asked, scopeOf, spanOf } from './asked.ts'
import type { Ground } from './charts.ts'
import { type DayFlow, flowChart } from './day-flow.tsx'
import { amountsChart, sharesChart } from './trends.tsx'

/** All that the dashboard shows of what is asked for. */
export interface Dashboard {
  readonly asked: Asked
  readonly numbers: Numbers
  readonly figures: Figures
  readonly weeks: readonly TrendWeek[]
  /** Of today; null where the period is over. */
  readonly today: { readonly asked: Asked; readonly flow: DayFlow } | null
  readonly late: readonly InHand[]
  readonly loads: readonly GridLoad[]
  readonly spots: readonly HotSpot[]
  readonly warnings: readonly Warning[]
  readonly drawings: { readonly amounts: string; readonly shares: string; readonly flow: string }
}

/** What a dashboard shows; the charts are drawn, nothing is left to be asked for. */
export async function dashboardOf(
  asked: Asked,
  desk: ConsoleDesk,
  on: Ground = 'light',
): Promise<Dashboard> {
  const numbers = await presentNumbers(asked.period, desk)
  const scope = scopeOf(asked)
  // what is happening now is gathered for weeks anyway, whatever period is looked at
  const now = await presentNumbers(periodOf('day', numbers.at), desk)
  const weeks = sinceAnything(await now.trend(scope))
  const today = todayIn(asked, now)
  return {
    ...{ asked, numbers, weeks, today },
    figures: numbers.figures(scope, spanOf(asked, numbers.at)),
    late: lateIn(asked, numbers),
    loads: gridLoads(countingOf(asked, numbers)),
    spots: await spotsIn(asked, now, desk),
    warnings: warningsIn(asked, numbers),
    drawings: await draw(weeks, today?.flow ?? null, on),
  }
}

const fewestWeeks = 4

/** Weeks before the first petition are no trend. */
function sinceAnything(weeks: readonly TrendWeek[]): readonly TrendWeek[] {
  const first = weeks.findIndex(({ figures }) => figures.registered.size > 0)
  return weeks.slice(Math.min(first < 0 ? weeks.length : first, weeks.length - fewestWeeks))
}

/** The library is large, and most processes draw nothing. */
async function draw(weeks: readonly TrendWeek[], flow: DayFlow | null, on: Ground) {
  const { drawnChart } = await import('./charts.ts')
  return {
    amounts: drawnChart(amountsChart(weeks), on),
    shares: drawnChart(sharesChart(weeks), on),
    flow: flow ? drawnChart(flowChart(flow), on) : '',
  }
}

function todayIn(asked: Asked, numbers: Numbers): Dashboard['today'] {
  const { from, until } = asked.period
  if (numbers.at < from || numbers.at >= until) return null
  const day = { ...asked, period: periodOf('day', numbers.at) }
  return { asked: day, flow: flowIn(day, numbers) }
}

/** What happened hour by hour on the day that is asked for. */
export const flowIn = (asked: Asked, numbers: Numbers): DayFlow =>
  flowOf(countingOf(asked, numbers))

/** All that is counted of what is asked for. */
const countingOf = (asked: Asked, { at, near, book }: Numbers): Counting => {
  const span = spanOf(asked, at)
  const scope = scopeOf(asked)
  return { stories: near(scope, span.until), span, scope, book }
}

/** What is late now, or was when the period ended, the longest first. */
export function lateIn(asked: Asked, numbers: Numbers): readonly InHand[] {
  const counting = countingOf(asked, numbers)
  const byNumber = new Map(counting.stories.map(({ petition }) => [petition.number, petition]))
  return lateAtEnd(counting).flatMap((number) => {
    const petition = byNumber.get(number)
    return petition && isInHand(petition) ? [petition] : []
  })
}

/** Bursts there that are not over. */
export async function spotsIn(
  { unit }: Asked,
  { at, book }: Numbers,
  { hotSpots }: Pick<ConsoleDesk, 'hotSpots'>,
): Promise<readonly HotSpot[]> {
  const since = new Date(at.getTime() - windowMs(hotSpotPolicyOf(book.policies)))
  return (await hotSpots.since(since)).filter(({ grid }) => isWithin(grid, unit, book))
}

/** As the report of the period would warn. */
export function warningsIn(asked: Asked, { at, near, book }: Numbers): readonly Warning[] {
  const { until } = spanOf(asked, at)
  const scope = scopeOf(asked)
  const own = near(scope, until).filter((story) => belongs(story, scope, book))
  return warnings(
    own.map(({ petition }) => petition),
    until,
    book,
  )
}
