import { before, type Period } from '../domain/numbers/period.ts'
import type { Kept } from '../domain/numbers/told.ts'
import type { Petition } from '../domain/petition/petition.ts'
import type { Desk } from './ports.ts'

const dayMs = 24 * 3_600_000
/** No limit with all its extensions is longer: what is older and not over is in `openStill`. */
const farBackMs = 400 * dayMs
/** How far before the period something registered still matters: repeats, and eight weeks of past for warnings. */
const pastMs = 70 * dayMs
const atOnce = 200

/**
 * All that the reports of a period are made of, for every unit at once: the petitions that were alive in it or in the
 * one before, with their timelines.
 */
export async function gatherReport(period: Period, desk: Pick<Desk, 'petitions'>): Promise<Kept[]> {
  const { from } = before(period)
  const petitions = new Map<string, Petition>()
  const openStill = await desk.petitions.list({
    statuses: ['received', 'dispatched', 'handling', 'resolved'],
  })
  const recent = await desk.petitions.list({
    registeredSince: new Date(from.getTime() - farBackMs),
  })
  for (const petition of [...openStill, ...recent]) petitions.set(petition.id, petition)
  const wanted = [...petitions.values()].filter(
    (petition) =>
      !isOverBefore(petition, from) || petition.registeredAt.getTime() >= from.getTime() - pastMs,
  )
  const kept: Kept[] = []
  for (let i = 0; i < wanted.length; i += atOnce)
    kept.push(
      ...(await Promise.all(
        wanted.slice(i, i + atOnce).map(async (petition) => ({
          petition,
          timeline: isOverBefore(petition, from)
            ? null
            : await desk.petitions.timeline(petition.id),
        })),
      )),
    )
  return kept
}

/** Nothing happened to it any more. */
function isOverBefore(petition: Petition, moment: Date): boolean {
  switch (petition.status) {
    case 'closed':
      return petition.closedAt < moment && !isFollowedUpSince(petition, moment)
    case 'withdrawn':
      return petition.withdrawnAt < moment
    case 'received':
    case 'dispatched':
    case 'handling':
    case 'resolved':
      return false
  }
}

/** Closed is not over: somebody may still be called, look at it, or be asked whether it lasts. */
const isFollowedUpSince = (
  { check, callBack, lasting }: Extract<Petition, { status: 'closed' }>,
  moment: Date,
): boolean =>
  (callBack !== undefined && !callBack.answer) ||
  [check?.saidAt, callBack?.saidAt, lasting?.askedAt].some((at) => at !== undefined && at >= moment)
