import type { CategoryCode, PersonId } from '../ids.ts'
import { whereOf } from '../people/in-charge.ts'
import { no, ok, type Result } from '../result.ts'
import { routeFor } from '../routing/route.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { Command } from './command.ts'
import { redispatched } from './decide-sending.ts'
import { dispatchTo } from './dispatch.ts'
import type { PetitionEvent } from './event.ts'
import { withAssistants } from './joint/catalogue-parts.ts'
import type { Standing } from './lifecycle.ts'
import type { Petition } from './petition.ts'
import type { Refusal } from './refusal.ts'

interface Who {
  readonly by: PersonId | null
  readonly at: Date
}
type Decision = Result<PetitionEvent, Refusal>

/** So many characters say at least how an emergency was checked. */
const checkLength = 10

/** What staff say it is and where; `alreadyDone` when that is what stands there. It moves on when that sends it elsewhere. */
export function corrected(
  { text, category, place }: Extract<Command, { kind: 'correct' }>,
  petition: Petition,
  who: Who,
  book: Rulebook,
): Decision {
  const reclassified = category === petition.category ? null : asCategory(category, petition, book)
  const moved =
    place && JSON.stringify(place.place) !== JSON.stringify(petition.place) ? place : null
  if (!reclassified && !moved) return no({ kind: 'alreadyDone' })
  // whoever was asked for the place is still to say it
  const stays = petition.status === 'resolved' || (petition.status === 'received' && !moved)
  const changed = {
    place: moved,
    category: reclassified?.category ?? null,
    raise: null,
  }
  const discreet = { ...petition, confidential: (reclassified ?? petition).confidential }
  return ok({
    kind: 'corrected',
    ...who,
    text,
    place: moved,
    was: { category: petition.category, place: petition.place },
    reclassified,
    redispatch: stays ? null : redispatched(changed, discreet, who.at, book),
  })
}

/** What residents insisted on before is for those above to dismiss; an emergency only with how it was checked. */
export function dismissed(
  reason: string,
  petition: Petition,
  is: ReadonlySet<Standing>,
  who: Who,
): Decision {
  if (petition.reopenings > 0 && !is.has('dispatcher') && !is.has('supervisor'))
    return no({ kind: 'notYours' })
  if (petition.urgency === 'emergency' && [...reason.trim()].length < checkLength)
    return no({ kind: 'checkMissing' })
  return ok({ kind: 'dismissed', ...who, reason })
}

/** Out of scope: as with what is dismissed, and the petitioner must be told where it belongs. */
export function redirected(
  { way, reason }: Extract<Command, { kind: 'redirect' }>,
  petition: Petition,
  is: ReadonlySet<Standing>,
  who: Who,
): Decision {
  if (way === null) return no({ kind: 'wayMissing' })
  if (is.has('clock'))
    return petition.urgency === 'emergency'
      ? no({ kind: 'notNow' })
      : ok({ kind: 'redirected', ...who, way, reason })
  const may = dismissed(reason, petition, is, who)
  return may.ok ? ok({ kind: 'redirected', ...who, way, reason }) : may
}

/** Registered again as it was, with fresh limits. */
export function insisted(
  petition: Petition,
  who: Who,
  book: Rulebook,
): Extract<PetitionEvent, { kind: 'insisted' }> {
  const where = whereOf(petition, book)
  const { to, because } = routeFor(petition, where, book)
  const sent = dispatchTo(to, because, petition, who.at, book)
  return {
    kind: 'insisted',
    ...who,
    ...withAssistants(sent, petition, where, undefined, who.at, book),
  }
}

/** The facts that come with another category; null for none, or one that the rulebook lacks. */
export function asCategory(
  code: CategoryCode | null,
  petition: Petition,
  { categories }: Rulebook,
) {
  const category = categories.find((c) => c.code === code)
  if (!category) return null
  const confidential = petition.confidential || category.confidential
  return { category: category.code, kind: category.kind, confidential }
}
