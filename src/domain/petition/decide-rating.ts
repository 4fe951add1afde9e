import { deadline } from '../deadlines/deadline.ts'
import type { PersonId } from '../ids.ts'
import { whereOf } from '../people/in-charge.ts'
import { no, ok, type Result } from '../result.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { allSpoke, isFinal } from './asked.ts'
import { dispatchTo } from './dispatch.ts'
import type { PetitionEvent } from './event.ts'
import { withAssistants } from './joint/catalogue-parts.ts'
import type { Petition, Rating } from './petition.ts'
import type { Refusal } from './refusal.ts'

interface Who {
  readonly by: PersonId | null
  readonly at: Date
}
type Decision = Result<PetitionEvent, Refusal>

/**
 * A petitioner's verdict: "not solved" reopens the petition; once every household has spoken it closes. Who did not say
 * whether it is solved is asked that once more, and what is said then completes the rating.
 */
export function rated(
  said: Omit<Rating, 'person' | 'ratedAt'>,
  petition: Petition,
  who: Who,
  book: Rulebook,
): Decision {
  if (who.by === null) return no({ kind: 'notYours' })
  const before = petition.ratings.find(({ person }) => person === who.by)
  if (before && isFinal(before)) return no({ kind: 'alreadyDone' })
  const rating: Rating = {
    solved: said.solved,
    score: said.score ?? before?.score ?? null,
    reason: said.reason ?? before?.reason ?? null,
    person: who.by,
    ratedAt: who.at,
    ...(before && said.solved === null && { askedAgain: true }),
  }
  // no mediation can be ordered anew: what failed is with the courts
  if (rating.solved === false && petition.mediation?.end?.kind !== 'failed')
    return reopened(rating.reason ?? '未解决', rating, petition, who, book)
  const others = petition.ratings.filter(({ person }) => person !== who.by)
  const closes = allSpoke(petition, [...others, rating])
  return ok({ kind: 'rated', ...who, rating, closes })
}

/** Same number, same handler, fresh limits; for a closed petition only within the time the policy gives. */
export function reopened(
  reason: string,
  rating: Rating | null,
  petition: Petition,
  who: Who,
  book: Rulebook,
): Decision {
  if (petition.status !== 'resolved' && petition.status !== 'closed') return no({ kind: 'notNow' })
  if (!reason.trim()) return no({ kind: 'reasonMissing' })
  if (petition.status === 'closed' && who.at > reopenableUntil(petition, book))
    return no({ kind: 'notNow' })
  const sent = dispatchTo(petition.to, `重办：${reason}`, petition, who.at, book)
  const where = whereOf(petition, book)
  const joined = withAssistants(sent, petition, where, undefined, who.at, book)
  return ok({ kind: 'reopened', ...who, reason, rating, ...joined })
}

/** Until when "not solved" still reopens what was closed. */
export const reopenableUntil = (
  { closedAt }: Extract<Petition, { status: 'closed' }>,
  { policies, calendar }: Rulebook,
): Date => deadline(policies.survey.reopenWithin, closedAt, policies.officeHours, calendar).at
