import { fewest } from './standing.ts'
import { type Poll, tallyOf } from './voice.ts'

/** What may be told of a poll. */
export interface Outcome {
  readonly households: number
  /**
   * Households by option, most first; null where an option has one or two, so that with the sum nobody's answer is
   * found out.
   */
  readonly shares:
    | readonly {
        readonly letter: string
        readonly text: string
        readonly households: number
      }[]
    | null
  /** The option that most chose, where there is one and enough answered. */
  readonly leading: { readonly letter: string; readonly text: string } | null
}

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
