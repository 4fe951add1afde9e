import type { HistoryLine, TaskView } from '../../../src/domain/cards/card-view.ts'
import { historyWords } from '../../../src/texts/cards/history-words.ts'
import {
  earlier,
  historyTitle,
  newsWords,
  partLines,
  photoCount,
  ratingWords,
  resultWords,
  taskFields,
  taskSummary,
  taskTitle,
  taskWords,
  urgencyWords,
} from '../../../src/texts/cards/task-words.ts'
import { type Colour, cardOf, type Element, fieldsOf, image, line, plain } from './elements.ts'
import { safe, safeMarkdown } from './safe-words.ts'
import { type FormAction, taskControls } from './task-forms.ts'

/** The keys by which Lark shows our photos. */
export interface Pictures {
  readonly photos: readonly string[]
  readonly results: readonly string[]
}

export interface Drawing {
  readonly pictures: Pictures
  readonly open: FormAction | null
  /** Without anything that somebody said: for an office whose data protection refuses it otherwise. */
  readonly bare: boolean
}

/** In bytes of JSON; together with the rest a card stays below Lark's 30 KB. */
const longest = {
  words: 4_500,
  result: 2_500,
  news: 800,
  ended: 500,
  ratings: 1_000,
  field: 200,
  part: 300,
}
const longestHistoryLine = 80
const rowsShown = 20
const colours = { emergency: 'red', urgent: 'orange', normal: 'blue' } as const

/** A task as a card of JSON 2.0. */
export function taskCard(view: TaskView, { pictures, open, bare }: Drawing) {
  const { urgency, words, result, photos, history } = view
  const news = bare ? '' : safe(newsWords(view.news), longest.news)
  const said = words.map((one) => `“${one}”`).join('\n')
  const ratings = ratingWords(view.ratings)
  const elements: Element[] = [
    ...some(news),
    fieldsOf(taskFields(view).map(([label, value]) => [label, safe(value, longest.field)])),
    ...(bare
      ? [line(taskWords.bare)]
      : [
          ...some(said && `${taskWords.said}：\n${safe(said, longest.words)}`),
          ...some(view.withheld ? taskWords.withheld : ''),
          ...pictures.photos.map((key) => image(key, taskWords.photo)),
          ...some(photos.length > pictures.photos.length ? photoCount(photos.length) : ''),
        ]),
    ...some(view.confidential ? taskWords.confidential : ''),
    ...(bare ? [] : partLines(view).map((words) => line(safe(words, longest.part)))),
    ...(result
      ? [
          line(
            `${taskWords.result} ${resultWords(result)}：${bare ? '' : safe(result.text, longest.result)}`,
          ),
          ...pictures.results.map((key) => image(key, taskWords.resultPhoto)),
        ]
      : []),
    ...some(bare ? '' : safe(ratings, longest.ratings)),
    ...some(view.ended && !bare ? `${taskWords.ended}：${safe(view.ended, longest.ended)}` : ''),
    ...taskControls(view, open),
    ...(history.length > 0 ? [historyPanel(view, bare)] : []),
  ]
  return cardOf(
    {
      ...{ title: taskTitle(view), subtitle: view.category, colour: colourOf(view) },
      ...{ summary: safe(taskSummary(view), longest.field), tag: urgencyWords[urgency] },
    },
    elements,
  )
}

const some = (text: string): Element[] => (text === '' ? [] : [line(text)])

function colourOf({ status, urgency }: TaskView): Colour {
  if (status === 'resolved' || status === 'closed') return 'green'
  return status === 'withdrawn' ? 'grey' : colours[urgency]
}

/** The newest rows, all in one element: two hundred are the most that Lark takes. */
function historyPanel({ history, book }: TaskView, bare: boolean): Element {
  const shown = history.slice(-rowsShown).reverse()
  const rows = shown.map((one) => historyRow(one))
  const hidden = history.length - shown.length
  return {
    tag: 'collapsible_panel',
    expanded: false,
    header: { title: plain(historyTitle(history.length)), padding: '8px' },
    elements: [
      {
        tag: 'markdown',
        content: [...rows, ...(hidden > 0 ? [earlier(hidden)] : [])].join('\n'),
      },
    ],
  }

  function historyRow(one: HistoryLine): string {
    const { when, fact, words } = historyWords(one, book)
    const told = bare || words === '' ? '' : `：${safeMarkdown(words, longestHistoryLine)}`
    return `${when} ${safeMarkdown(fact, longest.field)}${told}`
  }
}
