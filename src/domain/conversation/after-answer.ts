import { categoryCode } from '../ids.ts'
import type { ChatMessage } from '../intake/message.ts'
import { anyOf } from '../intake/sayings.ts'
import type { Understanding } from '../intake/understanding.ts'
import type { Move } from './move.ts'
import { plainMatter } from './plain-matter.ts'
import type { Question } from './question.ts'
import type { Situation } from './situation.ts'

/** 政策咨询: for a question that tells no category of its own. */
const anyQuestion = categoryCode('1203')
/** In a group such words are soon about something else, unless they are said to us. */
const aloudForMs = 10 * 60_000
const longest = 40
const longestAloud = 12
/** No longer than `没解决我的问题`: nothing is added by it. */
const mereWords = 8

const asksToRegister =
  /^[\s,，。!！]*(?:请|麻烦|那|就|还是|帮我|给我|我要|要|转人工)*(?:登记|报上去|转(?:给)?(?:工作人员|社区|人工))/
const unhelped = anyOf({
  unsolved: /没(?:有)?(?:解决|用|帮助|答|回答|说清|讲清|说到)|未解决|解决不了|不解决/,
  wrong:
    /^[\s,，。]*(?:不对|不是(?:这个|这样|我(?:要)?问)|错了)|答非所问|文不对题|不是我(?:要|想)?问的/,
  unclear: /(?:还是)?(?:不(?:清楚|明白|懂|知道|会)|没(?:看|听)?(?:懂|明白))/,
})
const helped =
  /^[\s,，。!！]*(?:好的?|嗯+|行|谢谢|谢了|多谢|感谢|明白|知道|晓得|清楚|收到|解决了|懂了|ok)[^?？]{0,10}$/i

type Answered = Extract<Question, { kind: 'answered' }>

/** What somebody says to our answer: it goes to people when it did not help. Null when it is about something else. */
export function afterAnswer(
  { entry, sinceAt }: Answered,
  s: Situation,
  u: Understanding,
): readonly Move[] | null {
  const aloud = s.room !== null && !s.message.mentionsUs
  if (s.numbered || s.words.length > (aloud ? longestAloud : longest)) return null
  if (aloud && s.at.getTime() - sinceAt.getTime() > aloudForMs) return null
  if (s.reading.matters.some(({ messages }) => messages[0] === s.message.id)) return null
  const wanted = asksToRegister.test(s.words)
  if (wanted || (unhelped.test(s.words) && !isRatingDue(sinceAt, s)))
    return registered(entry, sinceAt, s, u)
  return helped.test(s.words)
    ? [{ kind: 'silence', question: null, outcome: 'answerHelped' }]
    : null
}

/** The original words become a petition, filed where the answer belongs. */
function registered(entry: string, sinceAt: Date, s: Situation, u: Understanding): Move[] | null {
  const { book } = u
  const matter = plainMatter(original(sinceAt, s), s, u)
  if (!matter) return null
  const answered = book.knowledge.find(({ id }) => id === entry)?.categories[0]
  const code = answered ?? (matter.category.value === '1901' ? anyQuestion : matter.category.value)
  const category = book.categories.find((known) => known.code === code)
  return [
    {
      kind: 'register',
      matter: {
        ...matter,
        category: category
          ? { value: code, confidence: 0.8, because: '答复的类别' }
          : matter.category,
        kind: { value: 'consult', confidence: 0.9, because: '答复后要求登记' },
        confidential: {
          ...matter.confidential,
          value: category?.confidential ?? matter.confidential.value,
        },
      },
      placeMissing: false,
      outcome: 'answerRegistered',
    },
  ]
}

/** The question itself, with what was read together with it, and what is said now when it says more than that. */
function original(sinceAt: Date, s: Situation): readonly ChatMessage[] {
  const mine = s.stretch.messages.filter(({ from }) => from === s.speaker.id)
  const first = mine.find(({ at, type }) => at >= sinceAt && type !== 'recall')
  if (!first || first.id === s.message.id) return []
  const told = s.reading.matters.find(({ messages }) => messages.includes(first.id))
  const saysMore = s.words.length > mereWords && !asksToRegister.test(s.words)
  return mine.filter(({ id }) =>
    id === s.message.id ? saysMore : id === first.id || told?.messages.includes(id),
  )
}

/** Something of theirs was resolved since: then "没解决" is said of that. */
const isRatingDue = (sinceAt: Date, { own, speaker }: Situation): boolean =>
  own.some(
    (p) =>
      p.status === 'resolved' &&
      p.resolvedAt > sinceAt &&
      p.ratings.every(({ person }) => person !== speaker.id),
  )
