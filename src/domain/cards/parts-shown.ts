import { destinationName } from '../notices/brief.ts'
import { type JointPart, type JointWork, openCall } from '../petition/joint/joint-work.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { PartShown } from './card-view.ts'

/** Parts of joint work as a card shows them; what was let go is not shown, nor who came to a call that is over. */
export const partsShown = (
  parts: readonly JointPart[],
  joint: JointWork | undefined,
  at: Date,
  book: Rulebook,
): readonly PartShown[] =>
  parts
    .filter(({ state, isCall }) => state !== 'released' && (!isCall || openCall(joint) !== null))
    .map((part) => ({
      office: destinationName(part.to, book),
      ...{ task: part.task, isCall: part.isCall, dueAt: part.dueAt, result: part.result ?? '' },
      state: part.state === 'done' ? 'done' : part.sentBack ? 'sentBack' : 'open',
      overdue: part.state === 'open' && part.dueAt < at,
    }))
