/** A reply as WeChat writes it: `「名字：原话」`, a line of dashes, and what is said to it. */
export interface Quote {
  readonly name: string
  readonly words: string
  readonly reply: string
}

const form = /^「([^：:」\n]{0,64})[：:]([\s\S]*?)」\n(?:- ?){5,}\n([\s\S]*)$/

/** Answers `undefined` for a text that quotes nothing. */
export function readQuote(text: string): Quote | undefined {
  const [, name, words, reply] = form.exec(text) ?? []
  if (name === undefined || words === undefined || reply === undefined) return undefined
  return { name, words, reply }
}

/** A message that may be quoted. */
interface Quotable {
  readonly id: string
  readonly talker: string
  readonly words: string
}

/** The last messages of each chat, for a quote names its original only by its words. */
export interface Recent {
  note(chat: string, message: Quotable): void
  /** Those that a quote may mean, the latest first. */
  meant(chat: string, words: string): readonly Quotable[]
}

const perChat = 200
const chatsAtMost = 1_000
const lettersKept = 300

export function recentMessages(): Recent {
  const chats = new Map<string, Quotable[]>()
  return {
    note(chat, { id, talker, words }) {
      const kept = chats.get(chat) ?? []
      chats.delete(chat) // the chat that spoke last comes last
      chats.set(chat, kept)
      kept.push({ id, talker, words: bare(words).slice(0, lettersKept) })
      if (kept.length > perChat) kept.shift()
      const [oldest] = chats.keys()
      if (chats.size > chatsAtMost && oldest !== undefined) chats.delete(oldest)
    },
    meant(chat, words) {
      const isCut = /(…|\.\.\.)$/.test(words)
      const sought = bare(words.replace(/(…|\.\.\.)$/, '')).slice(0, lettersKept)
      const fits = (kept: Quotable) =>
        kept.words === sought || (isCut && sought !== '' && kept.words.startsWith(sought))
      return (chats.get(chat) ?? []).filter(fits).reverse()
    },
  }
}

/** Platforms change white space in quotes. */
const bare = (text: string) => text.replace(/\s+/g, '')
