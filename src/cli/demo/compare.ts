import { dayOf } from '../../domain/deadlines/calendar.ts'
import type { PetitionId } from '../../domain/ids.ts'
import type { PetitionEvent } from '../../domain/petition/event.ts'
import { households, isInHand, type Petition } from '../../domain/petition/petition.ts'
import type { Outcome, PetitionName } from '../demo-week/scene.ts'
import type { Stage } from './stage.ts'

/** What differs between how a petition stands and how the script says it ends; nothing when all is well. */
export async function compare(
  name: PetitionName,
  { title: _, ...should }: Outcome,
  id: PetitionId | undefined,
  { desk, clock }: Stage,
): Promise<string[]> {
  const petition = id && (await desk.petitions.find(id))
  if (!petition) return [`${name}：没有登记`]
  const timeline = await desk.petitions.timeline(petition.id)
  const is: Omit<Outcome, 'title'> = { ...standing(petition, clock()), due: lastDue(timeline) }
  return (Object.keys(should) as (keyof typeof should)[])
    .filter((field) => should[field] !== is[field])
    .map(
      (field) => `${name}（${petition.number}号）${field} 应为 ${should[field]}，实为 ${is[field]}`,
    )
}

/** The last day of the final limit, as it was last set. */
function lastDue(timeline: readonly PetitionEvent[]): Outcome['due'] {
  const limits = timeline.flatMap((event) => {
    if (event.kind === 'registered')
      return isInHand(event.petition) ? [event.petition.resolveDueAt] : []
    if (event.kind === 'amended') return event.redispatch ? [event.redispatch.resolveDueAt] : []
    return 'resolveDueAt' in event ? [event.resolveDueAt] : []
  })
  return dayOf(limits.at(-1) ?? new Date(0))
}

/** How a petition stands, in the script's terms. */
function standing(petition: Petition, at: Date): Omit<Outcome, 'title' | 'due'> {
  const { status, reopenings } = petition
  return {
    ends:
      status === 'closed'
        ? petition.rated
          ? 'closedRated'
          : 'closedUnrated'
        : status === 'received'
          ? 'dispatched'
          : status,
    category: petition.category,
    to: 'to' in petition ? petition.to.code : null,
    households: households(petition),
    reopenings,
    overdue:
      'inTime' in petition ? !petition.inTime : isInHand(petition) && petition.resolveDueAt < at,
  }
}
