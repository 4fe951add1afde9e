/** A message of ours that the platform showed us. */
interface Receipt {
  readonly chat: string
  readonly text: string
  readonly at: Date
}

/** What the platform showed us of our own words. */
export interface Receipts {
  note(id: string, receipt: Receipt): void
  /**
   * Which of the sought texts were said since `since`, each said text counted once: two equal letters need two messages.
   * A text may be part of a longer message, whole lines of it: letters that went out together may be asked for singly.
   */
  found<Sought extends { readonly chat: string; readonly text: string }>(
    sought: readonly Sought[],
    since: Date,
  ): Sought[]
}

const most = 5_000

export function receiptsBook(): Receipts {
  const book = new Map<string, Receipt>()
  return {
    note(id, receipt) {
      book.set(id, receipt)
      const [oldest] = book.keys()
      if (book.size > most && oldest !== undefined) book.delete(oldest)
    },
    found(sought, since) {
      const rests = [...book.values()]
        .filter(({ at }) => at >= wholeSecond(since))
        .map(({ chat, text }) => ({ chat, rest: withoutMention(text).trim() }))
      const take = (
        { chat, text }: { chat: string; text: string },
        fits: (rest: string, text: string) => boolean,
      ) => {
        const bare = text.trim()
        const receipt = rests.find((one) => one.chat === chat && fits(one.rest, bare))
        if (receipt) receipt.rest = receipt.rest.replace(bare, () => '')
        return receipt !== undefined
      }
      const exact = new Set(sought.filter((one) => take(one, (rest, text) => rest === text)))
      const part = new Set(sought.filter((one) => !exact.has(one) && take(one, hasLines)))
      return sought.filter((one) => exact.has(one) || part.has(one))
    },
  }
}

const hasLines = (rest: string, text: string) =>
  text !== '' && `\n${rest}\n`.includes(`\n${text}\n`)

/** Platforms keep whole seconds. */
const wholeSecond = (moment: Date) => new Date(Math.floor(moment.getTime() / 1000) * 1000)

/** Some platforms add the name that the group knows to the one that we wrote. */
const withoutMention = (text: string) => text.replace(/^(?:@[^\u2005\n]{1,64}\u2005)+/, '')
