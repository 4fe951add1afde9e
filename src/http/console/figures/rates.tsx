import { shareOf } from '../../../domain/numbers/figure.ts'
import type { Figures, Measure } from '../../../domain/numbers/figures.ts'
import { shareText } from '../../../texts/reports/document.ts'
import { measureWords } from '../../../texts/reports/measure-words.ts'
import type { Asked } from './asked.ts'
import { BesideLinks, CountLink, NumberLink } from './number-link.tsx'

/** 三率: by what the hotline's assessment looks at. */
export const rates = ['response', 'resolution', 'satisfaction'] as const satisfies Measure[]

interface Numbered {
  readonly asked: Asked
  readonly figures: Figures
}

/** The three rates, each with what it is out of, what stands beside it, and how it is reckoned. */
export const Rates = ({ asked, figures }: Numbered) => (
  <section aria-labelledby="rates">
    <h2 id="rates">三率</h2>
    <ul class="rates">
      {rates.map((measure) => (
        <Rate asked={asked} figures={figures} measure={measure} />
      ))}
    </ul>
  </section>
)

const Rate = ({ asked, figures, measure }: Numbered & { readonly measure: Measure }) => {
  const figure = figures[measure]
  const share = shareOf(figure)
  return (
    <li class="card rate">
      <h3>{measureWords[measure].name}</h3>
      <p class="big">{share === null ? <>暂无数据</> : shareText(share)}</p>
      <Meter share={share} />
      {share !== null && (
        <p>
          <CountLink asked={asked} measure={measure} figure={figure} part="outOf" />
          件中
          <CountLink asked={asked} measure={measure} figure={figure} part="counted" />件
        </p>
      )}
      <BesideLinks asked={asked} measure={measure} figure={figure} />
      <details>
        <summary>怎么算的</summary>
        <p>{measureWords[measure].definition}</p>
      </details>
    </li>
  )
}

/** Drawn, since our content policy forbids widths in the page. */
const Meter = ({ share }: { readonly share: number | null }) => (
  <svg class="meter" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
    <rect class="ground" width="100" height="4" />
    <rect class="full" width={`${(share ?? 0) * 100}`} height="4" />
  </svg>
)

const counts = [
  ...(['registered', 'households', 'resolved', 'inHand'] as const),
  ...(['overdue', 'onTime', 'returned', 'reopened', 'repeated'] as const),
] satisfies Measure[]

/** How much there was, beside the rates. */
export const Counts = ({ asked, figures }: Numbered) => (
  <section aria-labelledby="counts">
    <h2 id="counts">办理情况</h2>
    <ul class="counts">
      {counts.map((measure) => (
        <li class="card">
          <b>
            <NumberLink asked={asked} measure={measure} figure={figures[measure]} />
            <small>{measureWords[measure].unit}</small>
          </b>
          <span title={measureWords[measure].definition}>{measureWords[measure].name}</span>
        </li>
      ))}
    </ul>
  </section>
)
