import type { Cue } from './cues.ts'
import type { Draft } from './draft.ts'
import type { Heard } from './heard.ts'
import { sinceIn } from './since.ts'

const empty: readonly Cue[] = [
  'thanks',
  'call',
  'opening',
  'discretion',
  'wish',
  'chain',
  'trade',
  'status',
  'joke',
]

/** Anger and impatience without a fact. */
const anger =
  /^(?=.{1,24}$)(?:[!?。,. ~…]|气死(?:人|我)?了?|烦死了?|无语|服了|真(?:是)?(?:的|服|烦|无语)|受不了了?|太(?:过分|离谱|不像话|气人)了?|什么(?:玩意|东西|素质)|到底(?:管不管|有没有人管)|有没有人管|没人管吗?|急(?:死)?(?:人|我)?|快点?(?:啊|呀|来)?|啊|唉|呜|天(?:哪|啊)|我的天|妈呀|操|靠|卧槽|呵呵)+$/

/** Words of the reporter that add nothing for whoever handles it. */
export function isFluff(
  { text, cues, message, about, doors, emergency }: Heard,
  isPrivate: boolean,
): boolean {
  if (emergency) return false
  if (text.length < 3 || anger.test(text)) return true
  if (cues.has('addressed') && !isPrivate) return true
  const hollow = empty.some((cue) => cues.has(cue))
  if (!hollow) return text.length < 4 && doors.length === 0
  return !(message.mentionsUs || about.complete || doors.length > 0 || text.length > 28)
}

const firstPerson = /我|俺|咱|偶|本人|家(?:里|也)/

const aside: readonly Cue[] = ['contrary', 'joke', 'advice', 'trade', 'offer', 'borrow', 'lost']

/** Spoken from own experience: seen, heard, or had at home. */
export function isFirstHand({ text, cues }: Heard): boolean {
  if (aside.some((cue) => cues.has(cue))) return false
  return (
    cues.has('echo') || cues.has('witness') || (firstPerson.test(text) && !cues.has('question'))
  )
}

/** Banter, advice or a question under somebody else's matter. */
export function isRetort(
  { text, cues, emergency, about, strength }: Heard,
  underAnother: boolean,
): boolean {
  if (emergency || !underAnother) return false
  if (cues.has('addressed') || cues.has('advice')) return strength < 0.85
  if (/^(?:你|您|小伙子|大姐|老哥|兄弟)/.test(text)) return strength < 0.85
  if (cues.has('offer') || cues.has('contrary')) return strength < 0.85
  return cues.has('question') && !about.complete && strength < 0.75
}

/** Whether a supporter says what a handler would use: exact spot, other floors, first day, cause, an injury, what was tried. */
export function addsFact(heard: Heard, draft: Draft): boolean {
  const { text, cues, doors, message } = heard
  if (text.length < 5) return false
  if (cues.has('injury') || cues.has('cause') || cues.has('tried')) return true
  if (sinceIn(text, message.at).value !== null && /开始|起|天了|宿了/.test(text)) return true
  const known = new Set(draft.said.flatMap((said) => said.doors.map((door) => door.text)))
  const placed = doors.filter((door) => !known.has(door.text))
  if (
    placed.some(
      ({ building, unit, room, number, group }) => building ?? unit ?? room ?? number ?? group,
    )
  )
    return true
  if (placed.length > 1) return true
  if (draft.danger && text.length >= 10 && !cues.has('advice')) return true
  return cues.has('witness') && text.length >= 14
}
