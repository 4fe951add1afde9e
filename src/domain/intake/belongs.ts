import { type Draft, isElsewhere, likeness } from './draft.ts'
import { isFirstHand, isRetort } from './facts.ts'
import type { Heard } from './heard.ts'
import { reachOf } from './own-home.ts'
import { sameTrade } from './same-trade.ts'
import { hasTrouble } from './trouble.ts'

/** `我家也是`: of whose matter, when it is of somebody's. */
export function echoes(heard: Heard, others: readonly Draft[], states: boolean): Draft | null {
  const { quoted, cues, message } = heard
  const byQuote = others.findLast(
    ({ reporterName, messages }) =>
      (quoted !== null && reporterName === quoted) ||
      (message.quotes !== null && messages.includes(message.quotes)),
  )
  if (byQuote && (cues.has('echo') || quoted !== null) && !isRetort(heard, true)) return byQuote
  if (!cues.has('echo') || cues.has('contrary') || cues.has('further')) return null
  const draft = best(heard, others)
  if (!draft) return null
  const close = likeness(heard, draft)
  if (cues.has('yes') && !isElsewhere(heard, draft)) return draft
  if (states && heard.strength > 0.7 && close < 0.5) return null
  return close > 0.25 || heard.text.length < 24 ? draft : null
}

/** Which of the speaker's own matters a text goes on with; null for a new one. */
export function ownDraft(heard: Heard, own: readonly Draft[], states: boolean): Draft | null {
  const draft = best(heard, own)
  if (!draft || !states) return draft
  if (heard.emergency) return draft.danger || likeness(heard, draft) > 0.4 ? draft : null
  return startsAfresh(heard, draft) ? null : draft
}

/** Another thing of the same speaker: said to be another, at another place, or complete in itself and quite unlike. */
function startsAfresh(heard: Heard, draft: Draft): boolean {
  const close = likeness(heard, draft)
  if (topCode(heard) === leading(draft)) return isElsewhere(heard, draft) && close < 0.8
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
  if (sameTrade(top.code, leading(draft)) > 0 || heard.cues.has('tried')) return false
  if (namesSpot(heard)) return true
  const later = heard.message.at.getTime() - draft.ownAt >= pause
  return later && !consequence.test(heard.text)
}

/** Which of the others' matters somebody speaks of from his own experience; null when it is his own. */
export function theirDraft(
  heard: Heard,
  others: readonly Draft[],
  states: boolean,
  index: number,
): Draft | null {
  const draft = best(heard, others)
  if (!draft || heard.cues.has('further')) return null
  const close = likeness(heard, draft)
  if (heard.emergency) return draft.danger ? draft : null
  const firstHand = isFirstHand(heard)
  if (draft.danger && tells(heard)) return draft
  if (states && (isElsewhere(heard, draft) || close < 0.5 || topCode(heard) !== leading(draft))) {
    return null
  }
  if (firstHand && heard.cues.has('deictic') && heard.text.length < 40) return draft
  const next = index - draft.lastIndex <= 3 && hasTrouble(heard.text) && (close > 0.1 || !states)
  return firstHand && (close > 0.3 || next) && !isRetort(heard, true) ? draft : null
}

/** Under an open emergency: somebody tells what he sees or where it is. */
function tells(heard: Heard): boolean {
  const { cues, doors } = heard
  if (cues.has('advice') || cues.has('joke') || cues.has('question') || cues.has('trade'))
    return false
  return (
    cues.has('echo') ||
    cues.has('witness') ||
    cues.has('injury') ||
    cues.has('tried') ||
    doors.length > 0
  )
}

const topCode = ({ verdict }: Heard) => verdict.categories[0]?.code as string | undefined

/** The category that a draft is most about. */
const leading = ({ codes }: Draft) =>
  [...codes].reduce<[string, number]>((a, b) => (b[1] > a[1] ? b : a), ['', 0])[0]

/** Whether a text has a door or an own home of its own. */
const namesSpot = ({ text, doors }: Heard) => doors.length > 0 || reachOf(text) !== null

/** The draft that a text is most about, the latest one when it says nothing. */
export function best(heard: Heard, drafts: readonly Draft[]): Draft | null {
  let found: Draft | null = null
  let most = -1
  for (const draft of drafts) {
    const close = likeness(heard, draft) + (isElsewhere(heard, draft) ? -0.5 : 0)
    if (
      close > most + 0.05 ||
      (close > most - 0.05 && draft.lastIndex >= (found?.lastIndex ?? -1))
    ) {
      most = Math.max(close, most)
      found = draft
    }
  }
  return found
}
