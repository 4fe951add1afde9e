import { shareOf } from '../../../domain/numbers/figure.ts'
import type { Measure } from '../../../domain/numbers/figures.ts'
import { type TrendWeek, trendMeasures } from '../../../domain/numbers/trend.ts'
import { shareText } from '../../../texts/reports/document.ts'
import { measureWords } from '../../../texts/reports/measure-words.ts'
import { dayText, periodName } from '../../../texts/reports/names.ts'
import type { Asked } from './asked.ts'
import { Chart } from './chart.tsx'
import type { ChartFacts } from './charts.ts'
import { NumberLink } from './number-link.tsx'

const shares = ['response', 'resolution', 'satisfaction'] as const
const amounts = ['registered', 'resolved'] as const
const nameOf = (measure: Measure) => measureWords[measure].name

/** How much came in and was done, week by week. */
export const amountsChart = (weeks: readonly TrendWeek[]): ChartFacts => ({
  kind: 'bar',
  isShare: false,
  labels: weeks.map(({ week }) => shortDay(week.from)),
  series: amounts.map((measure) => ({
    name: nameOf(measure),
    values: weeks.map(({ figures }) => figures[measure].size),
  })),
})

/** The three rates, week by week; a week without any has no point. */
export const sharesChart = (weeks: readonly TrendWeek[]): ChartFacts => ({
  kind: 'line',
  isShare: true,
  labels: weeks.map(({ week }) => shortDay(week.from)),
  series: shares.map((measure) => ({
    name: nameOf(measure),
    values: weeks.map(({ figures }) => shareOf(figures[measure])),
  })),
})

/** 3/2 */
const shortDay = (at: Date): string => dayText(at).replace('月', '/').replace('日', '')

export const Trends = ({
  asked,
  weeks,
  drawings,
}: {
  readonly asked: Asked
  readonly weeks: readonly TrendWeek[]
  readonly drawings: { readonly amounts: string; readonly shares: string }
}) => {
  const last = weeks.at(-1)
  return (
    <>
      <Chart
        title={`近${weeks.length}周件数`}
        says={`近${weeks.length}周登记与办结件数的柱图。本周登记${last?.figures.registered.size ?? 0}件，办结${last?.figures.resolved.size ?? 0}件。`}
        svg={drawings.amounts}
      >
        <WeekTable asked={asked} weeks={weeks} />
      </Chart>
      <Chart
        title={`近${weeks.length}周三率`}
        says={`近${weeks.length}周响应率、解决率、满意率的折线图。本周${shares
          .map((measure) => `${nameOf(measure)}${last ? sayShare(last, measure) : '暂无数据'}`)
          .join('，')}。`}
        svg={drawings.shares}
      >
        <WeekTable asked={asked} weeks={weeks} />
      </Chart>
    </>
  )
}

const sayShare = ({ figures }: TrendWeek, measure: (typeof shares)[number]): string => {
  const share = shareOf(figures[measure])
  return share === null ? '暂无数据' : shareText(share)
}

const WeekTable = ({
  asked,
  weeks,
}: {
  readonly asked: Asked
  readonly weeks: readonly TrendWeek[]
}) => (
  <table class="figure-table">
    <thead>
      <tr>
        <th scope="col">周</th>
        {trendMeasures.map((measure) => (
          <th scope="col">{nameOf(measure)}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {[...weeks].reverse().map(({ week, figures }) => (
        <tr>
          <th scope="row">{periodName(week)}</th>
          {trendMeasures.map((measure) => (
            <td>
              <NumberLink
                asked={{ ...asked, period: week }}
                measure={measure}
                figure={figures[measure]}
              />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
