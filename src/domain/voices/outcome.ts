import { fewest, type Outcome } from './told.ts'
import { type Poll, tallyOf } from './voice.ts'

/** What a poll came to, or stands at: no part of fewer than three households is told. */
export function outcomeOf(poll: Poll): Outcome {
  const { households, choices } = tallyOf(poll)
  const counted = poll.options
    .map((option) => ({ ...option, households: choices[option.letter] ?? 0 }))
    .sort((a, b) => b.households - a.households)
  const hides = counted.some((one) => one.households > 0 && one.households < fewest)
  const [first, second] = counted
  const leads = first && first.households >= fewest && first.households > (second?.households ?? 0)
  return {
    households,
    shares: hides || households < fewest ? null : counted,
    leading: leads ? { letter: first.letter, text: first.text } : null,
  }
}
