import { masked } from './wording.ts'

/** What was to be said in a chat. */
interface Sought {
  readonly chat: string
  readonly text: string
}

/**
 * Which of the sought texts stand among those that Lark shows, each shown text counted once: two equal letters need two
 * messages. A text may be part of a longer message, for letters that went out together may be asked for singly. Each comes
 * with the message it stands in.
 */
export function found<One extends Sought, Message extends Sought>(
  sought: readonly One[],
  shown: readonly Message[],
): ReadonlyMap<One, Message> {
  const rests = shown.map((message) => ({ message, chat: message.chat, rest: bare(message.text) }))
  const places = new Map<One, Message>()
  const take = (what: One, fits: (rest: string, text: string) => boolean) => {
    const { chat, text } = what
    const wanted = bare(text)
    if (wanted === '') return false
    const one = rests.find((candidate) => candidate.chat === chat && fits(candidate.rest, wanted))
    if (!one) return false
    one.rest = one.rest.replace(wanted, () => '')
    places.set(what, one.message)
    return true
  }
  const whole = sought.filter((one) => take(one, (rest, text) => rest === text))
  for (const one of sought) if (!whole.includes(one)) take(one, (rest, text) => rest.includes(text))
  return places
}

/** Lark breaks lines and writes mentions in its own way; numbers may have been masked. */
const bare = (text: string) => masked(text).replace(/\s+/g, '')
