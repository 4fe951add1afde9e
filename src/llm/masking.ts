import { masked } from '../domain/intake/mask.ts'
import type { ChatMessage, Stretch } from '../domain/intake/message.ts'
import { doorsIn } from '../domain/intake/place-grammar.ts'
import { withoutQuote } from '../domain/intake/quote.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'

/** A message as it may leave the house. */
export interface MaskedMessage {
  readonly ref: string
  readonly message: ChatMessage
  /** Label of the speaker. */
  readonly from: string
  /** The numbers of the speaker's door, as far as the alias shows them. */
  readonly door: string
  readonly text: string
  readonly quoted: string
}

/** A stretch without anybody's name or number, and the way back. */
export interface Masked {
  readonly isGroup: boolean
  readonly messages: readonly MaskedMessage[]
  /** Labels as names again. */
  readonly restored: (text: string) => string
}

const longestText = 500
const longestQuote = 120
const shortestName = 2
const somebody = '某人'

/** What else says who somebody is, besides what `masked` finds. */
const others: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]{2,40}@[\w-]+(?:\.[\w-]+)+/g, '[邮箱]'],
  [
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·.\s]?[A-Z0-9]{5,6}(?![A-Z0-9])/g,
    '[车牌]',
  ],
  [/(?<=我(?:叫|名叫|的名字是)|姓名[:：]?\s?)\p{Script=Han}{2,4}/gu, '[姓名]'],
  [/(?<=微信号?[:：是]?\s?|wx[:：]?\s?)[A-Za-z][\w-]{5,19}/gi, '[微信号]'],
]

/**
 * Takes out what identifies people: telephone, identity and card numbers, plates, addresses of mail; names of who speaks
 * here or works for the street become labels. Of a name in the group only the door stays. What was recalled, and what the
 * platform said, is left out.
 */
export function maskedStretch(
  { room, messages }: Stretch,
  { staff, places, categories }: Rulebook,
): Masked {
  const recalled = new Set(messages.flatMap(({ recalls }) => recalls ?? []))
  const told = messages.filter(
    ({ id, type }) => type !== 'recall' && type !== 'system' && !recalled.has(id),
  )
  const people = [...new Set(told.map(({ from }) => from))]
  const labels = new Map(people.map((person, nth) => [person, labelOf(nth)]))
  const words = [
    ...places.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...categories.flatMap(({ level1, level2 }) => [level1, level2]),
  ]
  const isWord = (name: string) => words.some((word) => word.includes(name))
  const spoken = told.flatMap(({ from, name, alias }) =>
    [name, withoutDoors(alias)].map((called) => [called.trim(), labels.get(from) ?? ''] as const),
  )
  const named = [...spoken, ...staff.map(({ name }) => [name, '工作人员'] as const)]
    .filter(([name]) => name.length >= shortestName && !isWord(name))
    .sort(([a], [b]) => b.length - a.length)
  const names = new Map([...named].reverse()) // of two who are called the same the first
  const clean = (text: string) => withoutPeople(text, named)
  const back = new Map(told.map(({ from, name }) => [labels.get(from) ?? '', name]))
  const refs = told.map((message, nth) => ({ message, ref: `m${nth + 1}` }))
  return {
    isGroup: room !== null,
    messages: refs.map(({ message, ref }) => {
      const { own, quoted } = withoutQuote(message.text)
      const quote = quoted === null ? '' : message.text.slice(0, message.text.length - own.length)
      return {
        ref,
        message,
        from: labels.get(message.from) ?? '',
        door: doorOf(message.alias),
        text: clean(own).slice(0, longestText),
        quoted: clean(withQuoted(quote, quoted, names)).slice(0, longestQuote),
      }
    }),
    restored: (text) => text.replace(/用户[A-Z]\d*/g, (label) => back.get(label) ?? label),
  }
}

const labelOf = (nth: number): string =>
  `用户${String.fromCharCode(65 + (nth % 26))}${nth < 26 ? '' : Math.floor(nth / 26)}`

const doorOf = (alias: string): string =>
  doorsIn(alias)
    .map(({ text }) => text)
    .join(' ')

const withoutDoors = (alias: string): string =>
  doorsIn(alias)
    .reduce((rest, { text }) => rest.replace(text, ' '), alias)
    .replace(/[^\p{Script=Han}A-Za-z]+/gu, '')

/** Who is quoted may not be among those who speak here. */
const withQuoted = (
  quote: string,
  quoted: string | null,
  names: ReadonlyMap<string, string>,
): string =>
  quoted === null
    ? ''
    : quote.replace(quoted, names.get(quoted) ?? somebody).replace(/[-—–\n]{3,}/g, '')

function withoutPeople(text: string, named: readonly (readonly [string, string])[]): string {
  const seen = text.replace(/\p{Cc}+/gu, ' ')
  const labelled = named.reduce((rest, [name, label]) => rest.replaceAll(name, label), seen)
  const clean = others.reduce(
    (rest, [pattern, instead]) => rest.replace(pattern, instead),
    masked(labelled),
  )
  return clean.replace(/@(?!用户[A-Z]|工作人员)[^\s@]{1,16}/g, `@${somebody}`).trim()
}
