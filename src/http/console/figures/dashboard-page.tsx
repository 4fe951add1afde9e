import type { Numbers } from '../../../flows/present-numbers.ts'
import { wholeName } from '../../../texts/reports/names.ts'
import { momentText } from '../../times.ts'
import { ConsolePage } from '../shell.tsx'
import type { Visit } from '../visit.ts'
import { type Asked, scopeOf, spanOf } from './asked.ts'
import { Choice } from './choice.tsx'
import { Counts, Rates } from './rates.tsx'

/** The numbers of a unit, each of which opens its petitions. */
export const DashboardPage = ({
  visit,
  asked,
  numbers,
}: {
  readonly visit: Visit
  readonly asked: Asked
  readonly numbers: Numbers
}) => {
  const scope = scopeOf(asked)
  const figures = numbers.figures(scope, spanOf(asked, numbers.at))
  const name = wholeName(scope, visit.book)
  return (
    <ConsolePage visit={visit} title={`${name} 看板`} area="figures">
      <h1>{name}</h1>
      <Choice visit={visit} asked={asked} path="" />
      <Rates asked={asked} figures={figures} />
      <Counts asked={asked} figures={figures} />
      <p class="as-of">
        数据截至 {momentText(numbers.at)}，与报表同一口径。点任何一个数，看它是哪几件。
      </p>
    </ConsolePage>
  )
}
