import type { ReplyHead } from '../../domain/intake/reply-head.ts'
import { entryOf } from '../../domain/intake/reply-head.ts'
import type { Understanding } from '../../domain/intake/understanding.ts'
import { examplesOf, learnReplies } from './learn.ts'
import { hashOfReplies, markedReplies } from './read.ts'

const lineLength = 320

/** The text of `reply-weights.ts`: the same replies, read the same way, give the same text. */
export function trainReplies(u: Understanding): string {
  const heads = learnReplies(markedReplies().flatMap((file) => examplesOf(file, u)))
  const entry = ([name, { meanings, offsets, weights }]: [string, ReplyHead]) => {
    const table = wrapped([...weights].map(([trait, row]) => entryOf(trait, row)))
    return `  ${name}: headOf(
    [${meanings.map((meaning) => `'${meaning}'`).join(', ')}],
    [${offsets.join(', ')}],
    \`\n${table}\`,\n  ),\n`
  }
  return `import { headOf } from './reply-head.ts'
import type { ReplyHeads } from './reply-weighed.ts'

/** Written by \`npm run train\` from \`src/classifier/replies\` and the replies in \`src/classifier/stretches/tuning\`. */
export const replyHeads: ReplyHeads = {
${Object.entries(heads).map(entry).join('')}}
/** SHA-256 of what they were learnt from. */
export const replySource = '${hashOfReplies()}'
`
}

/** Pieces with a gap between them, in long lines. */
function wrapped(pieces: readonly string[]): string {
  let line = 0
  return pieces.reduce((text, piece) => {
    const fits = line > 0 && line + piece.length < lineLength
    line = fits ? line + piece.length + 1 : piece.length
    return text === '' ? piece : `${text}${fits ? ' ' : '\n'}${piece}`
  }, '')
}
