import type { ChatMessage } from './message.ts'

const end = '[\\s,，。.!！~～]*'
const thanks = '(?:了|啦)?(?:[\\s,，]*(?:谢谢|感谢|多谢|辛苦)[^?？]{0,8})?'
/** Says it in so many words. */
const plainly = new RegExp(
  `^(?:好的?|嗯|OK|ok)?[\\s,，]*(?:我家|我们家|我)?(?:已经?)?收到${thanks}${end}$`,
)
/** May as well be about something else that was said. */
const bySign = new RegExp(`^(?:1{1,3}|１|👍+|👌+|🆗|OK|ok|Ok|\\[(?:强|OK|好的|赞|收到)\\])+${end}$`)
/** Says it only to whoever quotes what it answers. */
const weakly = new RegExp(
  `^(?:好的?|知道了?|明白了?|了解|已阅|已知晓|谢谢(?:通知|提醒)?|感谢)${thanks}${end}$`,
)
/** Says it, and more. */
const andMore = /^(?:好的?|嗯)?[\s,，]*收到(?:了|啦)?[\s,，。.!！]+(?=\S)/
/** Somebody else asks for the same sign. */
const asksForSigns =
  /收到(?:的|了)?(?:请|麻烦)?(?:大家)?(?:回复?|扣|打)|(?:扣|打|刷|回复?|敲)(?:个|数字)?\s*[“"']?\s*(?:1|１|一)(?!\d)|接龙|报名/
const question = /[?？][\s]*$|(?:吗|呢|么|几个|多少|谁去|谁要|要不要|行不行)[\s。~]*$/
const talkMs = 10 * 60_000

/**
 * Whether a message of a group says that an announcement was heard: `heard`; `andMore`: and something else that stands for
 * itself. Null: it may be about something else. What quotes the announcement may be short; what does not is held against
 * what others said since it was posted.
 */
export function readHeard(
  words: string,
  quotesIt: boolean,
  since: readonly ChatMessage[],
  at: Date,
): 'heard' | 'andMore' | null {
  const said = words.replace(/^[@＠]\S+\s*/, '').trim()
  const isPlain = plainly.test(said)
  const isSign = bySign.test(said)
  if (quotesIt && (isPlain || isSign || weakly.test(said))) return 'heard'
  const isMore = !isPlain && andMore.test(said)
  if (!isPlain && !isSign && !isMore) return null
  if (!quotesIt && since.some(({ text }) => asksForSigns.test(text))) return null
  if (isMore) return 'andMore'
  if (isPlain || quotesIt) return 'heard'
  const last = since.findLast((one) => at.getTime() - one.at.getTime() <= talkMs)
  const isOpenTalk = last !== undefined && !isAnswer(last.text)
  return isOpenTalk && (question.test(last.text) || !/^1+$|^１$/.test(said)) ? null : 'heard'
}

const isAnswer = (text: string) => plainly.test(text.trim()) || bySign.test(text.trim())
