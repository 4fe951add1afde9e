import type { Petition } from '../petition/petition.ts'
import type { Move } from './move.ts'
import type { Situation } from './situation.ts'

/** Longer texts are no mere answer. */
const longest = 30
/** Still to be asked: neither yes nor no, and what is forgotten for good must not be forgotten for that. */
const undecided =
  /愿不愿|肯不肯|答不答应|(?:同|愿)不(?:同|愿)意|同意不同意|愿意不愿意|没(?:有)?(?:来得及|顾上)?(?:去)?(?:问|跟|和|告诉)|(?:去|再|先|来|要|晚上|明天|回头|等)[^,，。]{0,6}问|问(?:问|一[下声])(?!了|过)|不知道|不清楚|不确定/
const refuses =
  /不(?:太|大)?(?:同意|愿意|乐意|答应)|没(?:有)?(?:同意|答应)|(?:别|不要|不用|不让|不想|不肯)(?:我|你们?|您)?(?:说|写|提|报|露|讲)|^(?:[她他]|老人|本人|人家)?(?:家里?)?(?:说)?(?:还是|也|都)?不(?:行|可以|要|想|肯|让)[啊呀的了呢。.!！~～\s]*$/
const agrees =
  /^(?:嗯+|是的?|对|行|可以|要得)[啊呀的了呢哦。.!！~～\s]*$|同意|愿意|答应|说(?:可以|行|好的?|没问题)[啊呀的了吧。.!！,，~～\s]*$|让我(?:帮[她他])?(?:报|反映)|问过了?[^不没]*$/

/**
 * The answer to whether the neighbour agrees to be spoken for; asked once, and later taken with the petition's number. Null
 * where the words answer nothing of the kind.
 */
export function whetherAgreed(petition: Petition, s: Situation): readonly Move[] | null {
  if (petition.relay?.head !== s.speaker.id || petition.relay.consent !== 'open') return null
  const words = s.words.replace(/@\S+|(?<!\d)\d{4,7}(?!\d)号?/g, '').trim()
  if (words === '' || [...words].length > longest || /[?？]/.test(words)) return null
  if (undecided.test(words)) return [{ kind: 'silence', outcome: 'consentUndecided' }]
  const given = refuses.test(words) ? false : agrees.test(words) ? true : null
  if (given === null) return null
  return [
    {
      kind: 'act',
      petition,
      steps: [{ command: { kind: 'consent', given, text: s.words }, by: 'speaker' }],
      answer: 'consented',
      question: null,
      outcome: 'consent',
    },
  ]
}
