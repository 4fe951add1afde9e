import type { RatingView } from '../../../src/domain/cards/card-view.ts'
import {
  ratingFormWords,
  ratingLines,
  ratingNews,
  ratingSummary,
  ratingTitle,
  resultLabel,
  type Score,
  scores,
  solvedWords,
  starWords,
} from '../../../src/texts/cards/rating-words.ts'
import { taskWords } from '../../../src/texts/cards/task-words.ts'
import {
  button,
  cardOf,
  type Element,
  form,
  image,
  input,
  line,
  row,
  select,
  small,
  submit,
} from './elements.ts'
import { safe } from './safe-words.ts'

const longestComment = 500
const longestResult = 3_000
const longestLine = 400

/** How it was done, five buttons for how well, and a form for who wants to say more. `score`: chosen, and not yet sent. */
export function ratingCard(
  view: RatingView,
  draw: {
    readonly results: readonly string[]
    readonly score: Score | null
    readonly bare: boolean
  },
) {
  const { result, mayRate } = view
  const text = result && !draw.bare ? `${resultLabel}：${safe(result.text, longestResult)}` : ''
  const elements: Element[] = [
    ...[ratingNews(view.news), ...ratingLines(view), text]
      .filter(Boolean)
      .map((words) => line(words === text ? text : safe(words, longestLine))),
    ...draw.results.map((key) => image(key, taskWords.resultPhoto)),
    ...(mayRate ? controls(view, draw.score) : []),
  ]
  return cardOf(
    {
      ...{ title: ratingTitle(view), subtitle: view.category, summary: ratingSummary(view) },
      colour: mayRate ? 'blue' : view.own ? 'green' : 'grey',
    },
    elements,
  )
}

function controls({ petition, version }: RatingView, score: Score | null): Element[] {
  const on = { kind: 'rating', petition, version } as const
  const stars = scores.map((n) => button(`rate_${n}`, on, { label: starWords[n] }))
  const options = scores.map((n) => ({ value: String(n), label: starWords[n] }))
  const solved = [
    { value: 'yes', label: solvedWords.yes },
    { value: 'no', label: solvedWords.no },
  ]
  return [
    ...(score === null
      ? [row(stars, true), small(ratingFormWords.hint)]
      : [line(ratingFormWords.why)]),
    form('f_rate', [
      select(
        'score',
        ratingFormWords.score,
        options,
        false,
        score === null ? undefined : String(score),
      ),
      select('solved', ratingFormWords.solved, solved, true),
      input('comment', ratingFormWords.comment, longestComment, false),
      submit('do_rate', on, ratingFormWords.submit),
    ]),
  ]
}
