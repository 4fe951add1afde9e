import type { PersonId, PetitionId } from '../ids.ts'
import type { Duty } from '../petition/command.ts'
import { isInHand, type Petition } from '../petition/petition.ts'
import type { Notice } from './notice.ts'

/** What only says where a petition stands: told later than a newer word of it, it is wrong. */
type Standing =
  | 'dispatched'
  | 'moved'
  | 'accepted'
  | 'helpSought'
  | 'jointBegun'
  | 'extended'
  | 'interimAnswered'
  | 'interimMissed'
  | 'noted'
  | 'resolved'
  | 'reopened'
  | 'ratingReminded'
  | 'closedUnrated'
  | 'reminded'
  | 'escalated'
  | 'interimDue'

type Still = {
  readonly [K in Standing]: (
    notice: Extract<Notice, { kind: K }>,
    petition: Petition,
    reader: PersonId,
  ) => boolean
}

const isDispatched = (_: Notice, { status }: Petition) => status === 'dispatched'
const isUnderWay = (_: Notice, petition: Petition) => isInHand(petition)
const isOver = ({ status }: Petition) => status === 'closed' || status === 'withdrawn'
const hasRated = ({ ratings }: Petition, reader: PersonId) =>
  ratings.some(({ person }) => person === reader)
const isOwed = ({ of }: { readonly of: Duty }, petition: Petition) =>
  of === 'accept' ? petition.status === 'dispatched' : isInHand(petition)

const still: Still = {
  dispatched: isDispatched,
  moved: isDispatched,
  accepted: (_, { status }) => status === 'handling',
  helpSought: isUnderWay,
  jointBegun: isUnderWay,
  extended: ({ dueAt }, petition) =>
    isInHand(petition) && petition.resolveDueAt.getTime() === dueAt.getTime(),
  interimAnswered: (_, petition) => !isOver(petition),
  interimMissed: isUnderWay,
  noted: (_, petition) => !isOver(petition),
  // resolved, reopened and resolved again: only the last result is theirs to judge
  resolved: ({ result }, petition, reader) =>
    (petition.status === 'resolved' || petition.status === 'closed') &&
    petition.result === result &&
    !hasRated(petition, reader),
  reopened: isUnderWay,
  ratingReminded: (_, petition, reader) =>
    petition.status === 'resolved' && !hasRated(petition, reader),
  closedUnrated: (_, { status }) => status === 'closed',
  reminded: isOwed,
  escalated: isOwed,
  interimDue: isUnderWay,
}

/** What an answer about the standing of a petition says, too. */
const saidByStatus: ReadonlySet<Notice['kind']> = new Set(['dispatched', 'moved', 'accepted'])

/** The petition whose standing a notice tells, and nothing that holds beyond it; else null. */
export const standingOf = (notice: Notice): PetitionId | null =>
  notice.kind in still && 'brief' in notice ? notice.brief.petition : null

/**
 * Whether news of a petition's standing (`standingOf`) must not be said any more: the petition has gone on since, the reader has
 * answered it already, or has heard of it with what was said to them after it was written (`said`).
 */
export function isOvertaken(
  notice: Notice,
  petition: Petition,
  reader: PersonId,
  said: readonly Notice[],
): boolean {
  const holds = still[notice.kind as Standing] as
    | ((notice: Notice, petition: Petition, reader: PersonId) => boolean)
    | undefined
  if (holds && !holds(notice, petition, reader)) return true
  return saidByStatus.has(notice.kind) && said.some((later) => tellsStatus(later, petition))
}

const tellsStatus = (notice: Notice, { id }: Petition): boolean =>
  notice.kind === 'status' && notice.lines.some(({ brief }) => brief.petition === id)
