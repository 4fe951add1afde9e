import { type Beside, type Figure, shareOf } from '../../../domain/numbers/figure.ts'
import type { Measure } from '../../../domain/numbers/figures.ts'
import { shareText } from '../../../texts/reports/document.ts'
import { besideWords, measureWords } from '../../../texts/reports/measure-words.ts'
import { type Asked, addressOf } from './asked.ts'

/** Which of its petitions a number opens: those counted, those it is out of, or those beside it. */
export type Part = 'counted' | 'outOf' | Beside

export const numbersIn = (figure: Figure, part: Part): readonly number[] =>
  part === 'counted'
    ? figure.counted
    : part === 'outOf'
      ? (figure.outOf ?? [])
      : (figure.beside[part] ?? [])

interface Where {
  readonly asked: Asked
  /** Of a group of what is asked for, by `groupKey`. */
  readonly group?: string
}

const listAddress = (measure: Measure, part: Part, { asked, group }: Where): string =>
  addressOf('/list', asked, { of: measure, part, group })

interface Numbered extends Where {
  readonly measure: Measure
  readonly figure: Figure
}

/** A number as it is printed, opening its petitions; a share of nothing opens what it is out of. */
export const NumberLink = ({ measure, figure, ...where }: Numbered) => {
  const { isShare } = measureWords[measure]
  const text = isShare ? shareText(shareOf(figure)) : `${figure.size}`
  const part = isShare && figure.counted.length === 0 ? 'outOf' : 'counted'
  if (numbersIn(figure, part).length === 0) return <>{text}</>
  return <a href={listAddress(measure, part, where)}>{text}</a>
}

/** How many petitions, opening them; none has no list. */
export const CountLink = ({
  measure,
  figure,
  part,
  ...where
}: Numbered & { readonly part: Part }) => {
  const count = numbersIn(figure, part).length
  if (count === 0) return <>{count}</>
  return <a href={listAddress(measure, part, where)}>{count}</a>
}

/** 剔除2件，未评价结案1件: beside the rate, never folded into it. */
export const BesideLinks = ({ measure, figure, ...where }: Numbered) => {
  const beside = (Object.entries(figure.beside) as [Beside, readonly number[]][]).filter(
    ([, numbers]) => numbers.length > 0,
  )
  if (beside.length === 0) return null
  return (
    <p class="beside">
      另列：
      {beside.map(([what]) => (
        <span>
          {besideWords[what]}
          <CountLink measure={measure} figure={figure} part={what} {...where} />件
        </span>
      ))}
    </p>
  )
}
