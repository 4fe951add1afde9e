import type { Shade } from '../../../domain/numbers/grid-loads.ts'
import type { Group } from '../../../domain/numbers/groups.ts'
import type { Part } from '../../../domain/numbers/report.ts'
import { wholeName } from '../../../texts/reports/names.ts'
import { momentText } from '../../times.ts'
import { ConsolePage } from '../shell.tsx'
import type { Visit } from '../visit.ts'
import { LateList, Spots, Warnings } from './alerts.tsx'
import { addressOf, scopeOf } from './asked.ts'
import { Choice } from './choice.tsx'
import type { Dashboard } from './dashboard.ts'
import { DayFlowChart } from './day-flow.tsx'
import { MapPanel } from './grid-map.tsx'
import { type Order, PartsTable } from './parts-table.tsx'
import { Counts, Rates } from './rates.tsx'
import { Trends } from './trends.tsx'

/** The numbers of a unit, each of which opens its petitions. */
export const DashboardPage = ({
  visit,
  dashboard,
  order,
  parts,
  shade,
}: {
  readonly visit: Visit
  readonly dashboard: Dashboard
  readonly order: Order
  readonly parts: readonly Part<Group>[]
  readonly shade: Shade
}) => {
  const { asked, numbers, figures, weeks, today, late, spots, warnings, drawings } = dashboard
  const { book } = numbers
  const name = wholeName(scopeOf(asked), book)
  return (
    <ConsolePage visit={visit} title={`${name} 看板`} area="figures">
      <div class="title">
        <h1>{name}</h1>
        <div>
          <a class="button quiet" href="/console/figures/reports">
            报表
          </a>
          <a class="button quiet" href={addressOf('/wall', asked)}>
            大屏
          </a>
        </div>
      </div>
      <Choice visit={visit} asked={asked} path="" />
      <Rates asked={asked} figures={figures} />
      <Counts asked={asked} figures={figures} />
      <div class="panels">
        <LateList asked={asked} book={book} late={late} now={numbers.at} />
        <Spots asked={asked} book={book} spots={spots} />
        <Warnings asked={asked} book={book} warnings={warnings} />
      </div>
      <div class="panels">
        {today && <DayFlowChart asked={today.asked} flow={today.flow} svg={drawings.flow} />}
        <Trends asked={asked} weeks={weeks} drawings={drawings} />
      </div>
      {dashboard.loads.length > 1 && (
        <MapPanel asked={asked} loads={dashboard.loads} shade={shade} book={book} />
      )}
      <PartsTable asked={asked} order={order} parts={parts} total={figures} book={book} />
      <p class="as-of">
        数据截至 {momentText(numbers.at)}，与报表同一口径。点任何一个数，看它是哪几件。
      </p>
    </ConsolePage>
  )
}
