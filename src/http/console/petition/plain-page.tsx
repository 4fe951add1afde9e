import type { Child } from 'hono/jsx'
import { statusWords } from '../../../texts/words.ts'
import { urgencyLabels } from '../../labels.ts'
import { ConsolePage } from '../shell.tsx'
import type { PetitionVisit } from '../visit.ts'

interface Page {
  readonly visit: PetitionVisit
  readonly category: string
  readonly children: Child
}

/** The page of a petition for who does not work on it: what it is, how it stands, and what else they may see. */
export const PlainPage = ({ visit, category, children }: Page) => {
  const { number, status, urgency } = visit.petition
  return (
    <ConsolePage visit={visit} title={`${number}号诉求`} area="work" carries="petition">
      <p class="back no-print">
        <a href="/console">‹ 回到诉求</a>
      </p>
      <article class="petition">
        <h1>
          <span>
            {number}号 {category}
          </span>
          <span class={`status ${status}`}>{statusWords[status]}</span>
          {urgency !== 'normal' && (
            <span class={`urgency ${urgency}`}>{urgencyLabels[urgency]}</span>
          )}
        </h1>
        {children}
      </article>
    </ConsolePage>
  )
}
