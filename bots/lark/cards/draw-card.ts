import type { CardView } from '../../../src/domain/cards/card-view.ts'
import type { Score } from '../../../src/texts/cards/rating-words.ts'
import { leftTitle, leftWords, renewedWords } from '../../../src/texts/cards/task-words.ts'
import { cardOf, line } from './elements.ts'
import { ratingCard } from './rating-card.ts'
import { type Pictures, taskCard } from './task-card.ts'
import type { FormAction } from './task-forms.ts'

export interface Draw {
  readonly pictures: Pictures
  /** A form that was opened, or a score that was chosen. */
  readonly open: FormAction | Score | null
  readonly bare: boolean
}

/** A card of JSON 2.0 as Lark takes it: at most 30 KB, 200 elements, and words of people never read as markdown. */
export function drawCard(view: CardView, { pictures, open, bare }: Draw): object {
  switch (view.kind) {
    case 'task':
      return taskCard(view, { pictures, bare, open: typeof open === 'string' ? open : null })
    case 'rating': {
      const score = typeof open === 'number' ? open : null
      return ratingCard(view, { results: pictures.results, score, bare })
    }
    case 'left':
    case 'renewed': {
      const words = view.kind === 'left' ? leftWords(view) : renewedWords
      const title = leftTitle(view)
      const head = { title, subtitle: view.category, summary: title, colour: 'grey' } as const
      return cardOf(head, [line(words)])
    }
  }
}
