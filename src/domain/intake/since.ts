import type { Day } from '../deadlines/limit.ts'
import { partOfDay } from './day-words.ts'
import { dayNumber, dayOf } from './days.ts'
import type { Field } from './matter.ts'
import { onThatDay } from './onset.ts'
import { anyOf } from './sayings.ts'
import { sieveOf } from './sieve/sieve.ts'
import { sayings } from './since-sayings.ts'

/** Words, and when they were said. */
interface Said {
  readonly text: string
  readonly at: Date
}

const longest = 2000
const sieve = sieveOf(sayings.map(({ pattern }) => pattern))
const unsaid: Field<Day | null> = { value: null, confidence: 0.7, because: '没说' }
const recurring = anyOf({
  daily: /每[天晚日周到]|天天|日日|晚晚|成日|一到[^,，。]{0,2}[晚夜黑周]/,
  often:
    /经常|老是|总是|[总老](?=[打骂吵闹跳扔占])|隔三差五|三天两头|时不时|动不动|长期|一直以来|好几[次回]/,
  notFirst: /[不也]是(?:第?一|头一)?[两二]?[次回](?:了|哒|$)|[不也]是[一两]回[两三]回/,
  yearly: /(?:去|前|往)年[^,，。]{0,4}(?:[修漏坏淹停就也又]|报过)|年年|一[下落刮](?:大|点)?[雨风]/,
})
/** 3月5号搬来的，从那天起天天吵: the day is the first of them. */
const fromThenOn = /从(?:那|此|这)(?:天|晚|时|会儿)?(?:起|以后|开始|往后)/
const plans = /^(?:明|后|过两|下(?:下|个|周|星期|礼拜|次|月))/
const clauseEnd = /[,，。;；!！?？\n]/
const again = /又|再次|再一次/

/** The first day of the problem, when it is said or can be counted from `at`; null for rough spans. */
export function sinceIn(text: string, at: Date): Field<Day | null> {
  return firstDayIn([{ text, at }])
}

/** The first day that the words of a matter say; the plainest saying counts, and of equals the first. */
export function firstDayIn(words: readonly Said[]): Field<Day | null> {
  const isRecurring = words.some(
    ({ text }) => recurring.test(text.slice(0, longest)) && !fromThenOn.test(text),
  )
  return words.reduce((best, { text, at }) => {
    const found = dayIn(text.slice(0, longest), at, isRecurring)
    return found !== null && (best.value === null || found.confidence > best.confidence)
      ? found
      : best
  }, unsaid)
}

/** A cheap look: without one of these no day is said. */
const anyTime =
  /[天日号晚夜宿周期拜月节年点时钟刚才早午晌今昨前寻琴噚将头啱五国元端中清立露伏暝暑饭]|\d[./]\d/

function dayIn(text: string, at: Date, isRecurring: boolean): Field<Day | null> | null {
  if (!anyTime.test(text)) return null
  const today = dayNumber(at)
  for (const number of sieve.sift(text)) {
    const saying = sayings[number]
    if (!saying) continue
    for (const found of text.matchAll(saying.pattern)) {
      if (saying.needs !== 'nothing' && (isRecurring || !isBeginning(text, found, saying.needs)))
        continue
      const day = saying.day(found, today, at)
      if (day !== null && day <= today) {
        return { value: dayOf(day), confidence: saying.confidence, because: found[0] }
      }
    }
  }
  return null
}

const leadingPart = new RegExp(
  `^(?:${partOfDay}|的时候|那天|当天|[一二三四五六七八九十\\d]+点[多半钟]?|[ 个])*`,
)

/** What befell somebody on a day, told as an example of what was said before: 沟没盖，昨天一个小孩掉进去了. */
const befell =
  /^(?:还|也|就|都)?(?:有|看见|看到)?(?:个|一个|位|一位|两个|一?位?老|我家那口子|他家|邻居)[^,，。]{1,14}(?:摔|绊|崴|刮|蹭|碰|撞|戳|滑|掉进|栽|扎|磕|碾|夹|咬)/

/** Whether a day on which something happened is the beginning: no plan, not one more time. */
function isBeginning(text: string, found: RegExpMatchArray, needs: 'noOther' | 'onset'): boolean {
  const rest = text.slice((found.index ?? 0) + found[0].length)
  const end = rest.search(clauseEnd)
  const near = rest.slice(0, end < 0 ? 60 : Math.min(end, 60)).replace(leadingPart, '')
  // 上个星期三，我陪爱人去: what happened then is told after a comma
  const clause =
    near.trim() === '' && /^[,，]/.test(rest.slice(end)) ? rest.slice(end + 1, end + 61) : near
  if (plans.test(clause) || again.test(clause.slice(0, 16))) return false
  if (befell.test(clause) && /[^,，。\s]{5}[,，。 !！]/.test(text.slice(0, found.index)))
    return false
  const then = onThatDay(clause)
  return then === 'onset' || (needs === 'noOther' && then === 'unknown')
}
