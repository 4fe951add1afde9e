import type { PersonId } from '../ids.ts'
import { isAccused } from '../people/accused.ts'
import { holders, isHandler } from '../people/in-charge.ts'
import type { Staff } from '../people/roles.ts'
import { type Petition, petitioners } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { CallBackReason } from './follow-up.ts'
import { aftercareOf } from './policy.ts'

type Closed = Extract<Petition, { status: 'closed' }>

/**
 * Why a closed petition is called back about; null where it is not. The lot falls by the petition's id and round: the same
 * petition always gets the same lot. Who is confidential is not named to anybody for a sample.
 */
export function callBackReason(petition: Closed, book: Rulebook): CallBackReason | null {
  if (petition.confidential) return null
  const { share, always } = aftercareOf(book.policies).callBack
  const found = always.find((why) => isSo(why, petition))
  if (found) return found
  return lotOf(`${petition.id}/${petition.reopenings}`) < share ? 'sample' : null
}

function isSo(why: Exclude<CallBackReason, 'sample'>, petition: Closed): boolean {
  switch (why) {
    case 'negative':
      return petition.reopenings > 0 || petition.ratings.some(({ score }) => isBad(score))
    case 'unratedEmergency':
      return petition.urgency === 'emergency' && !petition.rated
    case 'doubted':
      return petition.check?.fixed === false
  }
}

const isBad = (score: number | null) => score !== null && score <= 2

/** Who calls: a dispatcher of the community, else of the street, who did not handle it; by lot among several. */
export function callerFor(petition: Petition, book: Rulebook): PersonId | null {
  const offices = [
    ...[holders('community_dispatcher', petition, book)],
    ...[book.staff.filter(({ role }) => role === 'street_dispatcher')],
    ...[book.staff.filter(({ role }) => role === 'street_supervisor')],
  ]
  for (const office of offices) {
    const free = office.filter((staff) => mayCall(staff, petition, book))
    if (free.length > 0)
      return free[Math.floor(lotOf(`${petition.id}/caller`) * free.length)]?.id ?? null
  }
  return null
}

export const mayCall = ({ id }: Staff, petition: Petition, book: Rulebook): boolean =>
  !isHandler(id, petition, book) &&
  !isAccused(id, petition) &&
  !('resolvedBy' in petition && petition.resolvedBy === id) &&
  petitioners(petition).every(({ person }) => person !== id)

/** From 0 up to 1, the same for the same text: FNV-1a, mixed. */
function lotOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

/** What was said in the call against what was rated: solved or not, satisfied or not. */
export function contradicts(petition: Petition): boolean {
  const answer = 'callBack' in petition ? petition.callBack?.answer : undefined
  if (!answer || answer.result === 'unreached') return false
  const solved = petition.ratings.flatMap((rating) => rating.solved ?? [])
  const scores = petition.ratings.flatMap(({ score }) => score ?? [])
  if (solved.length > 0 && solved.every(Boolean) !== (answer.result === 'fixed')) return true
  if (answer.score === null || scores.length === 0) return false
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
  return mean >= 3 !== answer.score >= 3
}
