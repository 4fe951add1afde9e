import type { DeskFile } from './file.ts'

/** When those who have not accepted it yet first read that it is theirs; null: accepted, or nobody told of it. */
export function taskSeenAt({ petition, letters }: DeskFile): Date | null {
  if (petition.status !== 'dispatched') return null
  const { dispatchedAt } = petition
  const seen = letters.flatMap(({ notice, sendAt, seenAt }) =>
    notice.kind === 'task' && sendAt >= dispatchedAt && seenAt ? [seenAt.getTime()] : [],
  )
  return seen.length === 0 ? null : new Date(Math.min(...seen))
}
