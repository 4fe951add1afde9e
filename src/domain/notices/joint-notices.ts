import type { PetitionEvent } from '../petition/event.ts'
import type { JointHappening } from '../petition/joint/joint-event.ts'
import { type JointWork, openParts } from '../petition/joint/joint-work.ts'
import { isInHand, type Petition, petitioners } from '../petition/petition.ts'
import { isCompany } from '../routing/route.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { briefOf } from './brief.ts'
import { jointNews } from './joint-news.ts'
import { briefFor, meetingOf, peopleOf } from './joint-people.ts'
import type { AddressedNotice } from './notice.ts'
import { telling } from './telling.ts'

const ofJoint: ReadonlySet<string> = new Set([
  'assistAsked',
  'assistReleased',
  'partTaken',
  'partFinished',
  'partRefused',
  'callConcluded',
  'partReminded',
  'partEscalated',
  'callWatched',
] satisfies JointHappening['kind'][])

/** What is due so soon does not wait for the end of the quiet hours. */
const soonMs = 4 * 3_600_000

type OfJoint = Extract<PetitionEvent, { kind: JointHappening['kind'] }>

/** Whether only joint work is concerned. */
export const isOfJoint = (event: PetitionEvent): event is OfJoint => ofJoint.has(event.kind)

/**
 * Whom the joint work of a petition concerns after an event, whatever it was: who has to do something new, whose part is
 * over, and who leads or asked for it. Petitioners hear once that several offices are at it, and nothing of the parts.
 */
export function jointNotices(
  event: PetitionEvent,
  before: Petition | null,
  petition: Petition,
  book: Rulebook,
): readonly AddressedNotice[] {
  const had = jointOf(before)
  const has = jointOf(petition)
  if (!had && !has) return []
  return [
    ...(isInHand(petition) ? jointNews(event, petition, book) : []),
    ...begun(had, has, event, petition, book),
    ...ended(had, has, event, before, petition, book),
    ...told(had, event, petition),
  ]

  function told(
    known: JointWork | undefined,
    { kind, by }: PetitionEvent,
    now: Petition,
  ): AddressedNotice[] {
    if (known || kind !== 'assistAsked') return []
    const all = petitioners(now).map(({ person }) => person)
    return telling(by)(all, { kind: 'jointBegun', brief: briefOf(now, book, 'concerned') })
  }
}

const jointOf = (petition: Petition | null): JointWork | undefined =>
  petition && isInHand(petition) ? petition.joint : undefined

/** New parts, and open ones that are asked for in another way. */
function begun(
  had: JointWork | undefined,
  has: JointWork | undefined,
  event: PetitionEvent,
  petition: Petition,
  book: Rulebook,
): AddressedNotice[] {
  return openParts(has).flatMap((part) => {
    const last = openParts(had).find(({ id }) => id === part.id)
    if (last && last.askedAt.getTime() === part.askedAt.getTime()) return []
    const why = !last ? 'new' : last.sentBack ? 'insisted' : 'changed'
    const discreet = petition.confidential && isCompany(part.to, book)
    const notice = {
      kind: 'partTask',
      why,
      brief: briefFor(part.to, petition, book),
      ...{ task: part.task, dueAt: part.dueAt, required: part.required },
      meeting: meetingOf(part, has),
      words: petition.confidential ? [] : petition.words,
      photos: discreet ? [] : petition.photos,
      confidential: petition.confidential,
    } as const
    const isSoon = part.dueAt.getTime() - event.at.getTime() < soonMs
    const haste = petition.urgency === 'normal' && !isSoon ? 'news' : 'alarm'
    return telling(event.by)(peopleOf(part.to, book), notice, haste)
  })
}

/** Parts that nobody waits for any more: whoever finished theirs knows it. */
function ended(
  had: JointWork | undefined,
  has: JointWork | undefined,
  event: PetitionEvent,
  before: Petition | null,
  petition: Petition,
  book: Rulebook,
): AddressedNotice[] {
  const ofPetition = isInHand(petition) ? 'released' : 'over'
  const why: 'resolved' | 'released' | 'over' = event.kind === 'resolved' ? event.kind : ofPetition
  const reason = event.kind === 'assistReleased' ? event.reason : ''
  const lead = isInHand(petition) ? peopleOf(petition.to, book) : []
  return openParts(had).flatMap((part) => {
    const now = has?.parts.find(({ id }) => id === part.id)
    if (now && now.state !== 'released') return []
    if (event.kind === 'callConcluded') return []
    const notice = {
      kind: 'partEnded',
      brief: briefFor(part.to, before ?? petition, book),
      ...{ task: part.task, why, reason },
    } as const
    const people = peopleOf(part.to, book).filter((person) => !lead.includes(person))
    return telling(event.by)(people, notice)
  })
}
