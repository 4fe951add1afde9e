import { byRules } from '../../domain/intake/read-reply.ts'
import type { Reply } from '../../domain/intake/reply.ts'
import { type ReplyHeads, weighed } from '../../domain/intake/reply-weighed.ts'
import type { Understanding } from '../../domain/intake/understanding.ts'
import { examplesOf, learnReplies, saidOf } from './learn.ts'
import type { MarkedReply, ReplyFile } from './read.ts'

/** A marked reply and what was read in it by weights that never saw its file. */
export interface Judged {
  readonly file: string
  readonly want: MarkedReply
  readonly got: Reply
}

/** Reads each file by what the others teach; `folds`: so many groups of files are left out in turn. */
export function leaveOut(files: readonly ReplyFile[], u: Understanding, folds: number): Judged[] {
  const taught = files.map((file) => ({ file, examples: examplesOf(file, u) }))
  return Array.from({ length: Math.min(folds, files.length) }).flatMap((_, fold) => {
    const isLeftOut = (i: number) => i % folds === fold
    const heads = learnReplies(taught.flatMap(({ examples }, i) => (isLeftOut(i) ? [] : examples)))
    return files.filter((_, i) => isLeftOut(i)).flatMap((file) => judge(file, heads, u))
  })
}

const judge = ({ file, replies }: ReplyFile, heads: ReplyHeads, u: Understanding): Judged[] =>
  replies.map((want) => {
    const said = saidOf(want)
    return { file, want, got: weighed(byRules(said, u), said, heads, u) }
  })
