import { type Draft, isElsewhere, leadingCode, likeness } from './draft.ts'
import type { Heard } from './heard.ts'
import { reachOf } from './own-home.ts'
import { sameTrade } from './same-trade.ts'

/** Another thing of the same speaker: said to be another, at another place, or complete in itself and quite unlike. */
export function startsAfresh(heard: Heard, draft: Draft): boolean {
  const close = likeness(heard, draft)
  if (topCode(heard) === leadingCode(draft)) return isElsewhere(heard, draft) && close < 0.8
  if (isElsewhere(heard, draft)) return close < 0.6
  if (heard.cues.has('further')) return close < 0.45
  return close < 0.3 && isAnotherTrade(heard, draft)
}

/** A while after which a whole statement is hardly the rest of the last one. */
const pause = 10 * 60_000
/** What a trouble leads to: `水都漏到楼下了`, `害得孩子没法写作业`. */
const consequence =
  /[都也](?!是|有人)|害得|弄得|搞得|导致|结果|所以|连|[^打开关]不了|没法|不成|[上下进出]不[去来]|[吵臭热冷吓闷]得/

/** Complete in itself and surely of a category that nobody mixes up with the draft's: elsewhere in the house, or later. */
function isAnotherTrade(heard: Heard, draft: Draft): boolean {
  const [top] = heard.verdict.categories
  if (!top || top.p < 0.8 || heard.strength < 0.85 || !heard.about.complete) return false
  if (sameTrade(top.code, leadingCode(draft)) > 0 || heard.cues.has('tried')) return false
  if (namesSpot(heard)) return true
  const later = heard.message.at.getTime() - draft.ownAt >= pause
  return later && !consequence.test(heard.text)
}

const topCode = ({ verdict }: Heard) => verdict.categories[0]?.code as string | undefined

/** Whether a text has a door or an own home of its own. */
const namesSpot = ({ text, doors }: Heard) => doors.length > 0 || reachOf(text) !== null
