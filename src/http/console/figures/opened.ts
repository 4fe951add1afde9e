import { type Measure, measures, quarrelMeasures } from '../../../domain/numbers/figures.ts'
import type { Rulebook } from '../../../domain/street/rulebook.ts'
import type { Numbers } from '../../../flows/present-numbers.ts'
import { besideWords, measureWords } from '../../../texts/reports/measure-words.ts'
import { groupName, periodName, scopeName } from '../../../texts/reports/names.ts'
import { type Asked, groupNamed, type Query, scopeOf, spanOf } from './asked.ts'
import type { Opened } from './list-page.tsx'
import { numbersIn, type Part } from './number-link.tsx'

/** The petitions behind the number that an address names; null where there is no such number. */
export function openedBy(
  query: Query,
  asked: Asked,
  numbers: Numbers,
  book: Rulebook,
): Opened | null {
  const measure = [...measures, ...quarrelMeasures].find((one) => one === query.of)
  if (!measure) return null
  const group = query.group ? groupNamed(query.group, asked, book) : null
  const part = partNamed(query.part ?? 'counted')
  if (group === undefined || !part) return null
  const scope = group ? group.scope : scopeOf(asked)
  const figure = numbers.figures(scope, spanOf(asked, numbers.at))[measure]
  const whose = group ? groupName(group, book) : scopeName(scope, book)
  return {
    title: `${whose} ${periodName(asked.period)} ${said(measure, part)}`,
    definition: measureWords[measure].definition,
    numbers: numbersIn(figure, part),
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
