import { readdirSync, readFileSync } from 'node:fs'
import {
  type GoldConversation,
  type GoldReply,
  goldConversation,
  goldReply,
  parseLines,
} from '../scoring/gold.ts'

/** What one author wrote: marked conversations, and marked replies to us. */
export interface AuthorFile {
  readonly author: string
  readonly conversations: readonly GoldConversation[]
  readonly replies: readonly GoldReply[]
}

type StretchFolder = 'tuning' | 'plain' | 'fresh' | 'heldout'

/**
 * Our own marked conversations, author by author. `tuning` is learnt from, and may be looked at; so may the
 * everyday talk of `plain`, of which nothing is learnt yet: as much counted as the rest, it taught to join too readily
 * (precision of the held-out authors .930, then .882); and `fresh`, which
 * nothing is learnt from: most are single messages, and taught linking to begin too readily. `heldout` is only ever
 * scored. Throws with file, line and field for a line that is not as it should be.
 */
export function stretches(folder: StretchFolder): AuthorFile[] {
  const place = new URL(`./${folder}/`, import.meta.url)
  const files = readdirSync(place).sort()
  const lines = <Line>(file: string, schema: Parameters<typeof parseLines<Line>>[2]): Line[] =>
    files.includes(file) ? parseLines(readFileSync(new URL(file, place), 'utf8'), file, schema) : []
  return files.flatMap((file) => {
    const author = /^(.+)\.conversations\.jsonl$/.exec(file)?.[1]
    if (author === undefined) return []
    return {
      author,
      conversations: lines(file, goldConversation),
      replies: lines(`${author}.replies.jsonl`, goldReply),
    }
  })
}
