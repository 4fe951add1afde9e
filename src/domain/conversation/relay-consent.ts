import type { Petition } from '../petition/petition.ts'
import type { Move } from './move.ts'
import type { Situation } from './situation.ts'

/** Longer texts are no mere answer. */
const longest = 30
const refuses =
  /不(?:太)?(?:同意|愿意|肯|想|让|乐意|行|可以|要|答应)|没(?:有)?(?:同意|答应|问)|还没(?:有)?问|别(?:说|写|提)|不要(?:说|写|提)|不知道|没(?:告诉|跟)/
const agrees =
  /^(?:嗯+|是的?|对|好的?|行|可以|同意|愿意|要得|ok)[啊呀的了呢哦。.!！~～\s]*$|(?:同意|愿意|答应|说(?:可以|行|好)|让我(?:报|说|反映)|问过(?:了)?[^不没]*$)/i

/**
 * The answer to whether the neighbour agrees to be spoken for; asked once, and later taken with the petition's number. Null
 * where the words answer nothing of the kind.
 */
export function whetherAgreed(petition: Petition, s: Situation): readonly Move[] | null {
  if (petition.relay?.head !== s.speaker.id || petition.relay.consent !== 'open') return null
  const words = s.words.replace(/@\S+|(?<!\d)\d{4,7}(?!\d)号?/g, '').trim()
  if (words === '' || [...words].length > longest || /[?？]/.test(words)) return null
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
