import { dayOf, daysAfter, endOf } from '../deadlines/calendar.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { Option } from '../voices/voice.ts'
import { dayAhead } from './day-ahead.ts'

/** A question with its options and its end, as staff write it in one sentence. */
export interface AskedInGroups {
  readonly text: string
  readonly options: readonly Option[]
  /** null: none is said. */
  readonly endsAt: Date | null
}

const longestDays = 30
const ending =
  /[\s,，。;；]*(?:(?:截止到?|截至|到|至)(?<until>[^,，。;；\s]{1,14}?)(?:截止|为止|结束|前)?|(?<=[\s,，。;；])(?<by>[^,，。;；\s]{1,14}?)(?:截止|为止|结束))[。\s]*$/
const letters = 'ABCDEFGH'
const agreed: readonly Option[] = [
  { letter: 'A', text: '同意' },
  { letter: 'B', text: '不同意' },
]

/**
 * `要不要在3栋前加装充电桩？A 要 B 不要 C 看情况 到周五`. A vote (`isVote`) without options is one of 同意 and 不同意. Null for
 * an end that is over or more than thirty days ahead.
 */
export function readPoll(
  said: string,
  isVote: boolean,
  at: Date,
  book: Rulebook,
): AskedInGroups | null {
  const found = ending.exec(said)
  const named = found?.groups?.until ?? found?.groups?.by
  const day = named ? dayAhead(named, at, book) : null
  const asked = (day && found ? said.slice(0, found.index) : said).trim()
  const today = dayOf(at)
  if (day && (day < today || day > daysAfter(today, longestDays))) return null
  const { text, options } = optionsIn(asked.replace(/[Ａ-Ｈ]/g, (one) => one.normalize('NFKC')))
  return {
    text,
    options: options.length === 0 && isVote ? agreed : options,
    endsAt: day && endOf(day),
  }
}

/** Letters in their order, each with what follows. */
function optionsIn(asked: string): { readonly text: string; readonly options: readonly Option[] } {
  const marks: { readonly from: number; readonly to: number }[] = []
  for (const letter of letters) {
    const mark = new RegExp(`(?<![A-Za-z])${letter}(?![A-Za-z])\\s*[.．、:：)）]?\\s*`, 'g')
    mark.lastIndex = marks.at(-1)?.to ?? 0
    const found = mark.exec(asked)
    if (!found) break
    marks.push({ from: found.index, to: mark.lastIndex })
  }
  const [first] = marks
  if (!first || marks.length < 2) return { text: asked, options: [] }
  const options = marks.map(({ to }, i) => ({
    letter: letters.charAt(i),
    text: asked.slice(to, marks[i + 1]?.from).replace(/[\s,，;；。、]+$/, ''),
  }))
  const text = asked.slice(0, first.from).replace(/[\s,，:：]+$/, '')
  return options.every((one) => one.text !== '') ? { text, options } : { text: asked, options: [] }
}
