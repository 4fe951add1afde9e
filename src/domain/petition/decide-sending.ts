import type { PersonId } from '../ids.ts'
import { unitOf } from '../people/in-charge.ts'
import { no, ok, type Result } from '../result.ts'
import { routeFor, standIn, streetOf } from '../routing/route.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { Command } from './command.ts'
import { dispatchTo, policyOf, sameDestination } from './dispatch.ts'
import type { Dispatch, PetitionEvent } from './event.ts'
import { type Destination, isInHand, type Petition } from './petition.ts'
import type { Refusal } from './refusal.ts'

interface Who {
  readonly by: PersonId | null
  readonly at: Date
}
type Decision = Result<PetitionEvent, Refusal>

/** The third return goes up to the street and stays there (三次退回提级; domain.md: local work plans). */
const returnsThatStay = 3

/** Back to the community that dispatches, from there to the street; the third return goes up and stays. */
export function returned(reason: string, petition: Petition, who: Who, book: Rulebook): Decision {
  if (!isInHand(petition)) return no({ kind: 'notNow' })
  if (!reason.trim()) return no({ kind: 'reasonMissing' })
  if (petition.returns >= returnsThatStay || petition.to.kind === 'street')
    return no({ kind: 'cannotReturn' })
  const up =
    petition.to.kind === 'community' || petition.returns + 1 >= returnsThatStay
      ? ({ kind: 'street', code: streetOf(book) } as const)
      : standIn({ grid: petition.grid, unit: unitOf(petition, book) }, book)
  const sent = dispatchTo(up, `退回：${reason}`, petition, who.at, book, petition)
  return ok({ kind: 'returned', ...who, reason, from: petition.to, ...sent })
}

/** Straight to another handler; the limit promised to the resident stays. */
export function transferred(
  to: Destination,
  reason: string,
  petition: Petition,
  who: Who,
  book: Rulebook,
): Decision {
  if (!isInHand(petition)) return no({ kind: 'notNow' })
  if (!reason.trim()) return no({ kind: 'reasonMissing' })
  if (sameDestination(to, petition.to)) return no({ kind: 'destinationUnknown' })
  const sent = dispatchTo(to, `转派：${reason}`, petition, who.at, book, petition)
  return ok({ kind: 'transferred', ...who, reason, from: petition.to, ...sent })
}

/** Where an amended place, category or danger sends it, with fresh limits where another policy holds; null: it stays. */
export function redispatched(
  {
    place,
    category,
    raise,
  }: Pick<Extract<Command, { kind: 'amend' }>, 'place' | 'category' | 'raise'>,
  petition: Petition,
  at: Date,
  book: Rulebook,
): Dispatch | null {
  const grid = place ? place.grid : petition.grid
  const where = { grid, unit: unitOf(petition, book) }
  const after = {
    category: category ?? petition.category,
    urgency: raise?.urgency ?? petition.urgency,
    place: place?.place ?? petition.place,
    confidential: petition.confidential,
  }
  const { to, because } = routeFor(after, where, book)
  const fresh = policyOf(after, book).name !== policyOf(petition, book).name
  if (isInHand(petition) && sameDestination(to, petition.to) && !fresh) return null
  const promised = isInHand(petition) && !fresh ? petition : undefined
  return dispatchTo(to, because, after, at, book, promised)
}
