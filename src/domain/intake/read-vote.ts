import type { Option } from '../voices/voice.ts'
import type { ChatMessage } from './message.ts'
import { withoutQuote } from './quote.ts'

/** What somebody says to a poll. */
export interface Vote {
  readonly choice: string | null
  readonly opinion: string | null
  /** Only that they think like whoever spoke before them. */
  readonly isAlike?: true
}

const whose = '(?:我们?家|咱家|俺家|我们|我|俺)?(?:是|就|也)?'
const chooses = '(?:改成?|改为)?(?:选择?|投给?|投票给?|支持|赞成|要选|想选)?'
const byLetter = new RegExp(
  `^${whose}${chooses}\\s*(?:第)?([A-Ha-hＡ-Ｈ])(?:项|选项)?(?:吧|了|啊|呀|\\+1)?(?:[\\s,，。.、!！;；:：]+([\\s\\S]*))?$`,
)
const byWords = new RegExp(
  `^${whose}${chooses}([^\\s,，。.!！;；]{1,12}?)(?:吧|了|啊|呀|的)?(?:[,，。.!！;；\\s]+([\\s\\S]*))?$`,
)
const alike =
  /^(?:我们?家|咱家|俺家|我们|我|俺)?(?:也是|也?一样|也这样|同上|[+＋]1|[跟同和]楼上(?:一样)?)(?:的|啊|呀|呢)?[\s。!！~～]*$/
const says = /^(?:我的?|我家的?)?(?:意见|建议|看法|想法)\s*(?:是|[:：])\s*([\s\S]{2,})$/
const asks = /[?？]\s*$|(?:吗|呢|么)[\s。~]*$/
const yes = /^(?:要|需要|同意|赞成|支持|可以|愿意|行|是|好)$/
const nay = /^(?:不.{1,3}|反对|否)$/
/** Somebody else puts a question of the same form. */
const otherPoll = /(?:^|[\s,，。?？:：])A\s*[.、:：]?[^A-Z]+[\s,，]*B\s*[.、:：]?/
const talkMs = 10 * 60_000

/**
 * What a message says to a poll: a letter, an option in its words, an opinion. In a group, what does not quote the poll
 * is held against what others said since: words count only where no other talk goes on, letters not where somebody else
 * offers some. Null: it is about something else.
 */
export function readVote(
  words: string,
  options: readonly Option[],
  quotesIt: boolean,
  since: readonly ChatMessage[],
  at: Date,
): Vote | null {
  const said = words.replace(/^[@＠]\S+\s*/, '').trim()
  const opinion = says.exec(said)?.[1]
  if (opinion) return { choice: null, opinion: opinion.trim() }
  if (alike.test(said)) return likeTheLast(options, since, at)
  const letter = chosenByLetter(said, options)
  if (letter) return !quotesIt && since.some(({ text }) => otherPoll.test(text)) ? null : letter
  const chosen = chosenByWords(said, options)
  const last = since.findLast((one) => isLately(one, at))
  if (chosen) return quotesIt || !last || isVote(last, options) ? chosen : null
  if (!quotesIt || asks.test(said) || [...said].length < 4) return null
  return { choice: null, opinion: said }
}

const isLately = (one: ChatMessage, at: Date) => at.getTime() - one.at.getTime() <= talkMs

const ownWords = ({ text }: ChatMessage) => withoutQuote(text).own.trim()

const choiceIn = (one: ChatMessage, options: readonly Option[]) =>
  chosenByLetter(ownWords(one), options) ?? chosenByWords(ownWords(one), options)

const isVote = (one: ChatMessage, options: readonly Option[]) =>
  alike.test(ownWords(one)) || choiceIn(one, options) !== null

/** What the last one chose who did not just agree with somebody; null when it was about something else. */
function likeTheLast(
  options: readonly Option[],
  since: readonly ChatMessage[],
  at: Date,
): Vote | null {
  const last = since.findLast((one) => isLately(one, at) && !alike.test(ownWords(one)))
  const choice = last && choiceIn(last, options)?.choice
  return choice ? { choice, opinion: null, isAlike: true } : null
}

function chosenByLetter(said: string, options: readonly Option[]): Vote | null {
  const [, letter = '', rest = ''] = byLetter.exec(said) ?? []
  const option = options.find((one) => one.letter === letter.normalize('NFKC').toUpperCase())
  if (!option || asks.test(said)) return null
  const more = rest.replace(option.text, '').trim()
  return { choice: option.letter, opinion: more.length > 1 ? more : null }
}

function chosenByWords(said: string, options: readonly Option[]): Vote | null {
  const [, chosen = '', rest = ''] = byWords.exec(said) ?? []
  if (chosen === '' || asks.test(said)) return null
  const option =
    options.find(({ text }) => text === chosen) ??
    (yes.test(chosen) ? only(options, yes) : nay.test(chosen) ? only(options, nay) : undefined)
  return option
    ? { choice: option.letter, opinion: rest.trim().length > 1 ? rest.trim() : null }
    : null
}

function only(options: readonly Option[], like: RegExp): Option | undefined {
  const alike = options.filter(({ text }) => like.test(text))
  return alike.length === 1 ? alike[0] : undefined
}
