import { isBlank, type ScoredReply } from './records.ts'
import { byId } from './score-conversations.ts'
import { share } from './shares.ts'

export interface ReplyScores {
  readonly act: number
  /** Of the replies that say so or not. */
  readonly solved: number
  /** Within one, of the replies that give a score. */
  readonly score: number
}

/** How well replies were understood; a reply without a prediction counts as not understood. */
export function scoreReplies(
  expected: readonly { readonly id: string; readonly expect: ScoredReply }[],
  predicted: readonly (ScoredReply & { readonly id: string })[],
): ReplyScores {
  const known = byId(expected, 'expected')
  const found = byId(predicted, 'predicted')
  for (const id of found.keys()) {
    if (!known.has(id)) throw new Error(`prediction for ${id}, which is not expected`)
  }
  const pairs = expected.map(({ id, expect }) => ({ want: expect, got: found.get(id) ?? nothing }))
  const withSolved = pairs.filter(({ want }) => !isBlank(want.solved))
  const withScore = pairs.filter(({ want }) => !isBlank(want.score))
  return {
    act: share(pairs.filter(({ want, got }) => want.act === got.act).length, pairs.length, 1),
    solved: share(
      withSolved.filter(({ want, got }) => want.solved === got.solved).length,
      withSolved.length,
      1,
    ),
    score: share(
      withScore.filter(({ want, got }) => isNear(want.score, got.score)).length,
      withScore.length,
      1,
    ),
  }
}

const nothing: ScoredReply = {}

const isNear = (a: number | null | undefined, b: number | null | undefined): boolean =>
  !isBlank(a) && !isBlank(b) && Math.abs(a - b) <= 1
