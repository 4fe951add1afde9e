import { type Measure, measures, quarrelMeasures } from '../../../domain/numbers/figures.ts'
import { type Flow, flows } from '../../../domain/numbers/today.ts'
import type { Numbers } from '../../../flows/reckon-numbers.ts'
import { besideWords, measureWords } from '../../../texts/reports/measure-words.ts'
import { groupName, periodName, scopeName } from '../../../texts/reports/names.ts'
import { unitName } from '../../labels.ts'
import type { ConsoleDesk } from '../console-desk.ts'
import { lateWords, tradeName } from './alerts.tsx'
import { type Asked, groupNamed, type Query, scopeOf, spanOf } from './asked.ts'
import { flowIn, lateIn, spotsIn, warningsIn } from './dashboard.ts'
import { flowWords } from './day-flow.tsx'
import { numbersIn, type Part } from './number-link.tsx'

/** Petitions behind a number, and how it is called. */
export interface Opened {
  readonly title: string
  /** What the number means; '' where the title says it. */
  readonly definition: string
  readonly numbers: readonly number[]
}

/** The petitions behind the number that an address names; null where there is no such number. */
export async function openedBy(
  query: Query,
  asked: Asked,
  numbers: Numbers,
  desk: Pick<ConsoleDesk, 'hotSpots'>,
): Promise<Opened | null> {
  const { book } = numbers
  const whose = scopeName(scopeOf(asked), book)
  const named = (title: string, found: readonly number[], definition = ''): Opened => ({
    ...{ title, definition },
    numbers: found,
  })
  const flow = flows.find((one) => query.of === `hour-${one}`)
  if (flow) return inHour(flow, query.hour ?? '', asked, numbers)
  switch (query.of) {
    case 'late':
      return named(
        `${whose} ${lateWords(asked, numbers.at)}`,
        lateIn(asked, numbers).map(({ number }) => number),
        '还没有办结、已经超过办结时限的诉求。',
      )
    case 'spot': {
      const spots = await spotsIn(asked, numbers, desk)
      const spot = spots.find(({ burst }) => burst === query.spot)
      if (!spot) return null
      return named(`${unitName(spot.grid, book)} ${tradeName(spot.trade, book)} 热点`, spot.numbers)
    }
    case 'warning': {
      const found = warningsIn(asked, numbers).find(
        ({ unit, trade }) => unit === query.where && trade === query.trade,
      )
      if (!found) return null
      const title = `${unitName(found.unit, book)} ${tradeName(found.trade, book)} 近7天`
      return named(title, found.numbers)
    }
    default:
      return measured(query, asked, numbers)
  }
}

function inHour(flow: Flow, said: string, asked: Asked, numbers: Numbers): Opened | null {
  const found = /^\d{1,2}$/.test(said) ? flowIn(asked, numbers)[flow][Number(said)] : undefined
  if (asked.period.kind !== 'day' || !found) return null
  const whose = scopeName(scopeOf(asked), numbers.book)
  return {
    title: `${whose} ${periodName(asked.period)}${said}时 ${flowWords[flow]}`,
    definition: '',
    numbers: found,
  }
}

function measured(query: Query, asked: Asked, numbers: Numbers): Opened | null {
  const { book, at } = numbers
  const measure = [...measures, ...quarrelMeasures].find((one) => one === query.of)
  const group = query.group ? groupNamed(query.group, asked, book) : null
  const part = partNamed(query.part ?? 'counted')
  if (!measure || group === undefined || !part) return null
  const scope = group ? group.scope : scopeOf(asked)
  const whose = group ? groupName(group, book) : scopeName(scope, book)
  return {
    title: `${whose} ${periodName(asked.period)} ${said(measure, part)}`,
    definition: measureWords[measure].definition,
    numbers: numbersIn(numbers.figures(scope, spanOf(asked, at))[measure], part),
  }
}

function partNamed(name: string): Part | null {
  if (name === 'counted' || name === 'outOf') return name
  return (
    (Object.keys(besideWords) as (keyof typeof besideWords)[]).find((one) => one === name) ?? null
  )
}

function said(measure: Measure, part: Part): string {
  const { name, isShare } = measureWords[measure]
  if (part === 'outOf') return `${name}的基数`
  if (part !== 'counted') return `${name}另列：${besideWords[part]}`
  return isShare ? `${name}计入的` : name
}
