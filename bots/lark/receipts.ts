import { masked } from './wording.ts'

/** What was to be said in a chat. */
interface Sought {
  readonly chat: string
  readonly text: string
}

/**
 * Which of the sought texts stand among those that Lark shows, each shown text counted once: two equal letters need two
 * messages. A text may be part of a longer message, for letters that went out together may be asked for singly.
 */
export function found<One extends Sought>(
  sought: readonly One[],
  shown: readonly Sought[],
): ReadonlySet<One> {
  const rests = shown.map(({ chat, text }) => ({ chat, rest: bare(text) }))
  const take = ({ chat, text }: One, fits: (rest: string, text: string) => boolean) => {
    const wanted = bare(text)
    if (wanted === '') return false
    const one = rests.find((candidate) => candidate.chat === chat && fits(candidate.rest, wanted))
    if (one) one.rest = one.rest.replace(wanted, () => '')
    return one !== undefined
  }
  const whole = sought.filter((one) => take(one, (rest, text) => rest === text))
  const part = sought.filter(
    (one) => !whole.includes(one) && take(one, (rest, text) => rest.includes(text)),
  )
  return new Set([...whole, ...part])
}

/** Lark breaks lines and writes mentions in its own way; numbers may have been masked. */
const bare = (text: string) => masked(text).replace(/\s+/g, '')
