import type { z } from '@hono/zod-openapi'
import type { HistoryLine, TaskView, Who } from '../../domain/cards/card-view.ts'
import { actorOf, taskView } from '../../domain/cards/task-view.ts'
import { destinationName } from '../../domain/notices/brief.ts'
import { unitOf } from '../../domain/people/in-charge.ts'
import type { PetitionEvent } from '../../domain/petition/event.ts'
import { isInHand, type Petition } from '../../domain/petition/petition.ts'
import type { Rulebook } from '../../domain/street/rulebook.ts'
import { eventLabels, eventWords } from '../../texts/timeline.ts'
import { categoryName, coarsePlace } from '../labels.ts'
import { masked } from '../petitions/masks.ts'
import type { Caller } from './caller.ts'
import type * as schemas from './schemas.ts'

/** What the person of a token may read of a petition, by the rules of their own card; null: only where it went. */
export function viewOf(
  petition: Petition,
  timeline: readonly PetitionEvent[],
  { staff, now }: Caller,
  book: Rulebook,
): TaskView | null {
  const view = taskView({ petition, timeline, book, at: now }, actorOf(staff.id, book), [])
  return view.kind === 'task' ? view : null
}

function outlineJson(petition: Petition, book: Rulebook, now: Date) {
  const hand = isInHand(petition) ? petition : null
  const acceptDueAt = hand?.status === 'dispatched' ? hand.acceptDueAt : null
  const resolveDueAt = hand?.resolveDueAt ?? null
  return {
    number: petition.number,
    version: petition.version,
    status: petition.status,
    category: { code: petition.category, name: categoryName(petition, book) },
    unit: unitOf(petition, book),
    handler: 'to' in petition ? { ...petition.to, name: destinationName(petition.to, book) } : null,
    registeredAt: petition.registeredAt.toISOString(),
    acceptDueAt: acceptDueAt?.toISOString() ?? null,
    resolveDueAt: resolveDueAt?.toISOString() ?? null,
    overdue: [acceptDueAt, resolveDueAt].some((due) => due !== null && due < now),
  }
}

/** One petition in a list. */
export function lineJson(
  petition: Petition,
  caller: Caller,
  isFull: boolean,
): z.infer<typeof schemas.petitionLine> {
  const { book, now } = caller
  const view = isFull ? viewOf(petition, [], caller, book) : null
  return {
    ...outlineJson(petition, book, now),
    details: view && lineDetails(view, petition, caller, book),
  }
}

export function petitionJson(
  petition: Petition,
  view: TaskView | null,
  caller: Caller,
  book: Rulebook,
): z.infer<typeof schemas.petition> {
  return {
    ...outlineJson(petition, book, caller.now),
    details: view && {
      ...lineDetails(view, petition, caller, book),
      since: view.since,
      words: view.words.map(masked),
      withheld: view.withheld,
      photos: [...view.photos],
      parts: view.parts.map((part) => ({
        ...part,
        task: masked(part.task),
        result: masked(part.result),
        dueAt: part.dueAt.toISOString(),
      })),
      result: view.result && {
        text: masked(view.result.text),
        photos: [...view.result.photos],
        at: view.result.at.toISOString(),
        inTime: view.result.inTime,
      },
      ratings: view.ratings.map((rating) => ({
        ...rating,
        reason: rating.reason === null ? null : masked(rating.reason),
      })),
      ended: masked(view.ended),
      mayDo: [...view.may],
      mayGoTo: view.destinations.map((one) => ({ ...one })),
    },
  }
}

/** A door is for those who have to go there: programs that only look need none. */
const lineDetails = (view: TaskView, petition: Petition, { token }: Caller, book: Rulebook) => ({
  kind: petition.kind,
  urgency: view.urgency,
  place: token.power === 'act' ? view.place : coarsePlace(petition.place, book),
  confidential: view.confidential,
  vulnerable: view.vulnerable,
  households: view.households,
})

export const historyJson = (
  { kind, at, by, event, throughApi }: HistoryLine,
  book: Rulebook,
): z.infer<typeof schemas.happening> => ({
  kind,
  label: eventLabels[kind],
  at: at.toISOString(),
  by: whoJson(by),
  throughApi: throughApi ?? false,
  words: event ? masked(eventWords(event, book)) : '',
})

export const whoJson = (by: Who): z.infer<typeof schemas.who> =>
  by.kind === 'staff' ? { kind: by.kind, role: by.role, office: by.office } : { kind: by.kind }
