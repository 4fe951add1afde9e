import { type Flow, flows, type Hours } from '../../../domain/numbers/today.ts'
import type { Asked } from './asked.ts'
import { addressOf } from './asked.ts'
import { Chart } from './chart.tsx'
import type { ChartFacts } from './charts.ts'

/** How the flow of a day is called. */
export const flowWords: Readonly<Record<Flow, string>> = {
  registered: '登记',
  accepted: '签收',
  resolved: '办结',
}

export type DayFlow = Readonly<Record<Flow, Hours>>

/** Office hours, and whatever happened outside them. */
function shownHours(flow: DayFlow): number[] {
  const busy = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
    flows.some((kind) => (flow[kind][hour]?.length ?? 0) > 0),
  )
  const [from, until] = [Math.min(8, ...busy), Math.max(18, ...busy)]
  return Array.from({ length: until - from + 1 }, (_, i) => from + i)
}

export const flowChart = (flow: DayFlow): ChartFacts => {
  const hours = shownHours(flow)
  return {
    kind: 'bar',
    isShare: false,
    labels: hours.map((hour) => `${hour}时`),
    series: flows.map((kind) => ({
      name: flowWords[kind],
      values: hours.map((hour) => flow[kind][hour]?.length ?? 0),
    })),
  }
}

const total = (hours: Hours): number => new Set(hours.flat()).size

/** What came in, was accepted and was done, hour by hour. */
export const DayFlowChart = ({
  asked,
  flow,
  svg,
}: {
  /** Of that day. */
  readonly asked: Asked
  readonly flow: DayFlow
  readonly svg: string
}) => (
  <Chart
    title="今日动态"
    says={`今日各小时登记、签收、办结件数的柱图。全天${flows
      .map((kind) => `${flowWords[kind]}${total(flow[kind])}件`)
      .join('，')}。`}
    svg={svg}
  >
    <table class="figure-table">
      <thead>
        <tr>
          <th scope="col">小时</th>
          {flows.map((kind) => (
            <th scope="col">{flowWords[kind]}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shownHours(flow).map((hour) => (
          <tr>
            <th scope="row">{hour}时</th>
            {flows.map((kind) => (
              <td>
                <HourLink asked={asked} kind={kind} hour={hour} numbers={flow[kind][hour] ?? []} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </Chart>
)

const HourLink = ({
  asked,
  kind,
  hour,
  numbers,
}: {
  readonly asked: Asked
  readonly kind: Flow
  readonly hour: number
  readonly numbers: readonly number[]
}) =>
  numbers.length === 0 ? (
    <>0</>
  ) : (
    <a href={addressOf('/list', asked, { of: `hour-${kind}`, hour: `${hour}` })}>
      {numbers.length}
    </a>
  )
