import type { PersonId } from '../ids.ts'
import { whereOf } from '../people/in-charge.ts'
import { no, ok, type Result } from '../result.ts'
import { isCompany, routeFor, standIn, streetOf } from '../routing/route.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { Command } from './command.ts'
import { sameDestination } from './destination.ts'
import { dispatchTo, policyOf } from './dispatch.ts'
import type { Dispatch, PetitionEvent } from './event.ts'
import { withAssistants } from './joint/catalogue-parts.ts'
import type { Standing } from './lifecycle.ts'
import { isInHand, type Petition } from './petition.ts'
import type { Refusal } from './refusal.ts'
import { returnReasonIn } from './return-reason.ts'

interface Who {
  readonly by: PersonId | null
  readonly at: Date
}
type Decision = Result<PetitionEvent, Refusal>

/** The third return goes up to the street and stays there (三次退回提级; domain.md: local work plans). */
const returnsThatStay = 3

/** Back to the community that dispatches, from there to the street; the third return goes up and stays. */
export function returned(
  { reason, code, photos = [] }: Extract<Command, { kind: 'return' }>,
  petition: Petition,
  who: Who,
  book: Rulebook,
): Decision {
  if (!isInHand(petition)) return no({ kind: 'notNow' })
  if (!reason.trim()) return no({ kind: 'reasonMissing' })
  if (petition.returns >= returnsThatStay || petition.to.kind === 'street')
    return no({ kind: 'cannotReturn' })
  if (petition.designated) return no({ kind: 'designated' })
  const up =
    petition.to.kind === 'community' || petition.returns + 1 >= returnsThatStay
      ? ({ kind: 'street', code: streetOf(book) } as const)
      : standIn(whereOf(petition, book), book)
  const sent = dispatchTo(up, `退回：${reason}`, petition, who.at, book, petition)
  return ok({
    kind: 'returned',
    ...who,
    reason,
    code: code ?? returnReasonIn(reason),
    photos,
    from: petition.to,
    ...sent,
  })
}

/**
 * Straight to another handler; the limit promised to the resident stays. An objection is heard once: sent straight back by
 * those above to who returned it, it is theirs for good, as when those above designate somebody.
 */
export function transferred(
  { to, reason, designates = false }: Extract<Command, { kind: 'transfer' }>,
  petition: Petition,
  is: ReadonlySet<Standing>,
  who: Who,
  book: Rulebook,
): Decision {
  if (!isInHand(petition)) return no({ kind: 'notNow' })
  if (!reason.trim()) return no({ kind: 'reasonMissing' })
  if (sameDestination(to, petition.to)) return no({ kind: 'destinationUnknown' })
  const above = is.has('dispatcher') || is.has('supervisor')
  if (petition.designated && !above) return no({ kind: 'designated' })
  const again = petition.returnedBy !== undefined && sameDestination(petition.returnedBy, to)
  const designated = above && (designates || again)
  const sent = dispatchTo(to, `转派：${reason}`, petition, who.at, book, petition)
  return ok({
    kind: 'transferred',
    ...who,
    reason,
    from: petition.to,
    ...(designated && { designated }),
    ...sent,
  })
}

/** Nobody is to learn whose it is: it leaves a company, which may be the one complained about. */
export function concealed(petition: Petition, who: Who, book: Rulebook): PetitionEvent {
  const same = { place: null, category: null, raise: null }
  const moves = isInHand(petition) && isCompany(petition.to, book)
  const redispatch = moves
    ? redispatched(same, { ...petition, confidential: true }, who.at, book)
    : null
  return { kind: 'concealed', ...who, redispatch }
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
  const where = { ...whereOf(petition, book), grid }
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
  const sent = dispatchTo(to, because, after, at, book, promised)
  const joint = isInHand(petition) ? petition.joint : undefined
  return withAssistants(sent, after, where, joint, at, book)
}
