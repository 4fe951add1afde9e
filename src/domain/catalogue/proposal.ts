import type { CategoryCode, PersonId, UnitCode } from '../ids.ts'
import { unitOf, whereOf } from '../people/in-charge.ts'
import { type Destination, sameDestination } from '../petition/destination.ts'
import type { PetitionEvent } from '../petition/event.ts'
import type { Petition } from '../petition/petition.ts'
import { communityOf, isCompany, routeFor } from '../routing/route.ts'
import type { CatalogueLine, Handler, Rulebook } from '../street/rulebook.ts'

/** What the catalogue may say of a category in a community, drawn from what people did with returned petitions. */
export interface Proposed {
  readonly category: CategoryCode
  readonly unit: UnitCode
  readonly handler: Handler
  /** Petitions that were returned and then sent there, by the numbers people say. */
  readonly evidence: readonly number[]
}

/** A proposal that was made: once for each category, community and handler. */
export interface Proposal extends Proposed {
  /** By which people name it: 目录建议3号. */
  readonly number: number
  readonly madeAt: Date
  /** null: nobody has decided yet. */
  readonly decision: Decision | null
}

export interface Decision {
  readonly accepted: boolean
  readonly by: PersonId
  readonly reason: string
  readonly decidedAt: Date
}

/** Names what is proposed: the same is proposed once. */
export const keyOf = ({ category, unit, handler }: Proposed): string =>
  `${category}/${unit}/${handler}`

/**
 * What a petition that was returned and now lies elsewhere speaks for, with itself as the only evidence; null where the
 * catalogue sends it there already, or where it only went up to the street.
 */
export function speaksFor(petition: Petition, book: Rulebook): Proposed | null {
  const { returnedBy } = petition
  if (!returnedBy || !('to' in petition) || petition.confidential) return null
  if (sameDestination(returnedBy, petition.to)) return null
  const own = unitOf(petition, book)
  const unit = communityOf(own, book)?.code
  const handler = handlerOf(petition.to, petition, book)
  if (!unit || !handler) return null
  const { to } = routeFor(petition, whereOf(petition, book), book)
  if (sameDestination(to, petition.to)) return null
  return { category: petition.category, unit, handler, evidence: [petition.number] }
}

/** Whether somebody sent it where it lies after it was returned: what was sent there by itself is no evidence. */
export function wasSentByHand(timeline: readonly PetitionEvent[], to: Destination): boolean {
  const returned = timeline.findLastIndex(({ kind }) => kind === 'returned')
  return (
    returned >= 0 &&
    timeline
      .slice(returned + 1)
      .some(
        (event) =>
          event.kind === 'transferred' && event.by !== null && sameDestination(event.to, to),
      )
  )
}

/** The catalogue with what was accepted; whoever assists there stays. */
export function withProposal(book: Rulebook, proposal: Proposal): Rulebook {
  const { category, unit, handler, number, evidence } = proposal
  const lines = book.catalogue ?? []
  const isOld = (line: CatalogueLine) =>
    line.category === category && line.unit === unit && line.hours === undefined
  const old = lines.find(isOld)
  const line: CatalogueLine = {
    ...{ category, unit, leadHandler: handler },
    ...(old?.assistHandlers && { assistHandlers: old.assistHandlers }),
    source: `目录建议${number}号（依据${evidence.join('、')}号）`,
  }
  return { ...book, catalogue: [...lines.filter((one) => !isOld(one)), line] }
}

/** As the catalogue would say it; null for what no line of it can say. */
function handlerOf(to: Destination, petition: Petition, book: Rulebook): Handler | null {
  switch (to.kind) {
    case 'street':
      return null
    case 'grid':
      return petition.grid === to.code ? 'GRID' : null
    case 'community':
      return communityOf(unitOf(petition, book), book)?.code === to.code ? 'COMMUNITY' : null
    case 'department': {
      if (!isCompany(to, book)) return to.code
      const { estate } = book.departments.find(({ code }) => code === to.code) ?? {}
      return estate === petition.place.name ? 'PROPERTY' : null
    }
  }
}
