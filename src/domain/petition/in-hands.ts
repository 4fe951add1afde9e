import { asMediated } from '../mediation/evolve-mediation.ts'
import type { Dispatch } from './event.ts'
import { carriedJoint } from './joint/evolve-joint.ts'
import { type Facts, isInHand, type Petition } from './petition.ts'

/** A petition that goes, or goes on, to somebody. */
export function dispatched(
  petition: Petition,
  { to, acceptDueAt, resolveDueAt, provisional, limitSource, joint }: Dispatch,
  at: Date,
): Petition {
  const others = joint ?? carriedJoint(isInHand(petition) ? petition.joint : undefined, to, at)
  return {
    ...factsOf(petition),
    status: 'dispatched',
    to,
    dispatchedAt: at,
    acceptDueAt,
    resolveDueAt,
    provisional,
    ...(limitSource !== undefined && { limitSource }),
    // what petitioners were promised holds for whoever has it next
    ...(isInHand(petition) && petition.interim && { interim: petition.interim }),
    ...pressedBefore(petition, resolveDueAt),
    ...(others && { joint: others }),
  }
}

/** Who has it next is not pressed anew for the limit that was missed before. */
const pressedBefore = (petition: Petition, resolveDueAt: Date): { pressedAt?: Date } =>
  isInHand(petition) &&
  petition.pressedAt &&
  petition.resolveDueAt.getTime() === resolveDueAt.getTime()
    ? { pressedAt: petition.pressedAt }
    : {}

/** What holds in every status, without what belongs to the present one. */
export function factsOf(p: Facts): Facts {
  return {
    id: p.id,
    number: p.number,
    rulebook: p.rulebook,
    reporter: p.reporter,
    supporters: p.supporters,
    notTheirs: p.notTheirs,
    ...(p.accused !== undefined && { accused: p.accused }),
    onBehalfOf: p.onBehalfOf,
    ...(p.relay !== undefined && { relay: p.relay }),
    ...(p.follows !== undefined && { follows: p.follows }),
    category: p.category,
    kind: p.kind,
    urgency: p.urgency,
    danger: p.danger,
    confidential: p.confidential,
    vulnerable: p.vulnerable,
    since: p.since,
    place: p.place,
    grid: p.grid,
    summary: p.summary,
    words: p.words,
    messages: p.messages,
    photos: p.photos,
    evidence: p.evidence,
    registeredAt: p.registeredAt,
    respondedAt: p.respondedAt,
    returns: p.returns,
    ...(p.returnedBy !== undefined && { returnedBy: p.returnedBy }),
    reopenings: p.reopenings,
    ...(p.extensions !== undefined && { extensions: p.extensions }),
    ...asMediated(p.mediation),
    ratings: p.ratings,
    version: p.version,
  }
}
