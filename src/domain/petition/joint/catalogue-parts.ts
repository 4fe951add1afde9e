import { staffAt } from '../../people/in-charge.ts'
import { assistantsFor } from '../../routing/assistants.ts'
import type { Where } from '../../routing/route.ts'
import type { Rulebook } from '../../street/rulebook.ts'
import { sameDestination } from '../destination.ts'
import type { Dispatch } from '../event.ts'
import type { Facts } from '../petition.ts'
import { carriedJoint } from './evolve-joint.ts'
import type { JointPart, JointWork } from './joint-work.ts'
import { partLimit } from './part-limit.ts'

/**
 * A dispatch with those whom the catalogue names beside the lead. What people asked for stays; an open part that only
 * the catalogue asked for, and now asks for no more, is let go.
 */
export function withAssistants(
  sent: Dispatch,
  facts: Pick<Facts, 'category' | 'place' | 'confidential'>,
  where: Where,
  before: JointWork | undefined,
  at: Date,
  book: Rulebook,
): Dispatch {
  const wanted = assistantsFor(facts, where, book).filter(
    ({ to }) => !sameDestination(to, sent.to) && staffAt(to, book).length > 0,
  )
  const kept = carriedJoint(before, sent.to, at)?.parts ?? []
  const stays = (part: JointPart) =>
    part.state !== 'open' ||
    part.askedBy !== null ||
    wanted.some(({ to }) => sameDestination(to, part.to))
  const parts = kept.map(
    (part): JointPart => (stays(part) ? part : { ...part, state: 'released', endedAt: at }),
  )
  const isThere = (part: JointPart) => part.state !== 'released' && !part.isCall
  const missing = wanted.filter(
    ({ to }) => !parts.some((part) => isThere(part) && sameDestination(part.to, to)),
  )
  if (kept.length + missing.length === 0) return sent
  const next = 1 + Math.max(0, ...parts.map(({ id }) => id))
  const added = missing.map(
    ({ to, because }, i): JointPart => ({
      ...{ id: next + i, to, task: because, required: true, isCall: false },
      ...{ askedBy: null, askedAt: at, state: 'open', ...partLimit(to, sent, at, book) },
    }),
  )
  return { ...sent, joint: { ...before, parts: [...parts, ...added] } }
}
