import { outwardly } from '../heads/relay.ts'
import type { PersonId } from '../ids.ts'
import { briefOf, destinationName } from '../notices/brief.ts'
import { discretionFor } from '../notices/discretion.ts'
import type { Notice } from '../notices/notice.ts'
import { partsOf, standings } from '../people/in-charge.ts'
import type { Actor } from '../people/roles.ts'
import { destinationsFor } from '../petition/destinations-for.ts'
import type { PetitionEvent } from '../petition/event.ts'
import { mayDo } from '../petition/may-do.ts'
import { households, isInHand, isOpen, type Petition } from '../petition/petition.ts'
import { isCompany } from '../routing/route.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { type LeftView, type ResultShown, type TaskView, taskActions } from './card-view.ts'
import { partsShown } from './parts-shown.ts'
import { whoDid } from './who.ts'

/** A petition with what happened to it, as it stands at a moment. */
export interface Standing {
  readonly petition: Petition
  readonly timeline: readonly PetitionEvent[]
  readonly book: Rulebook
  readonly at: Date
}

/**
 * What a task's card says to one reader: to who handles it or stands above, what is needed to go there; to anybody else
 * only where it went. Never who reported it: the accused may be a colleague or a neighbour. To a company about whom somebody
 * complains in confidence not even the words, which may give the speaker away.
 */
export function taskView(
  { petition: whole, timeline, book, at }: Standing,
  reader: Actor & { readonly kind: 'person' },
  news: readonly Notice[],
): TaskView | LeftView {
  const petition = outwardly(whole)
  const is = standings(reader, petition, book)
  const above = is.has('dispatcher') || is.has('supervisor')
  const own = partsOf(reader.id, petition, book)
  const assists = !is.has('handler') && !above
  if (assists && own.length === 0) return leftView(petition, book)
  const handlers = discretionFor(petition, book)
  const discreet =
    petition.confidential &&
    !above &&
    (assists ? own.some(({ to }) => isCompany(to, book)) : handlers.discreet)
  const reads = discreet ? 'group' : 'concerned'
  const brief = above || assists ? briefOf(petition, book, reads) : handlers.brief
  const may = mayDo(taskActions, petition, reader, at, book)
  const hand = isInHand(petition) ? petition : null
  // who only assists needs the place and the task, not what gives the speaker away
  const hidesWords = discreet || (assists && petition.confidential)
  const joint = hand?.joint
  const said = (text: string) => (discreet ? '' : above ? text : handlers.said(text))
  return {
    ...aboutOf(petition, book),
    kind: 'task',
    news,
    status: petition.status,
    urgency: petition.urgency,
    place: brief.place,
    since: discreet ? null : petition.since,
    handler: brief.handler,
    acceptDueAt: hand?.status === 'dispatched' ? hand.acceptDueAt : null,
    resolveDueAt: hand?.resolveDueAt ?? null,
    words: hidesWords ? [] : petition.words.map(said),
    withheld: hidesWords,
    photos: discreet ? [] : petition.photos,
    confidential: petition.confidential,
    vulnerable: petition.vulnerable,
    households: households(petition),
    onBehalfOf: petition.confidential && !above ? null : petition.onBehalfOf,
    parts: partsShown(assists ? own : (joint?.parts ?? []), joint, at, book),
    result: resultOf(petition),
    ratings: petition.ratings.map(({ solved, score, reason }) => ({
      solved,
      score,
      reason: reason === null ? null : said(reason),
    })),
    ended: petition.status === 'withdrawn' ? said(petition.reason) : '',
    history: timeline.map((event) => ({
      kind: event.kind,
      at: event.at,
      by: whoDid(event, petition, book),
      event: petition.confidential || assists ? null : event,
      ...(event.kind === 'mediated' && !assists && { step: event.step.kind }),
      ...(event.through && { throughApi: true as const }),
    })),
    may,
    destinations: may.includes('transfer')
      ? destinationsFor(petition, book).map((to) => ({
          code: to.code,
          name: destinationName(to, book),
        }))
      : [],
    book,
  }
}

export const leftView = (petition: Petition, book: Rulebook): LeftView => ({
  ...aboutOf(petition, book),
  kind: 'left',
  handler: isOpen(petition) ? briefOf(petition, book, 'group').handler : null,
})

export const aboutOf = (petition: Petition, book: Rulebook) => ({
  petition: petition.id,
  version: petition.version,
  number: petition.number,
  category: briefOf(petition, book, 'group').category,
})

export function resultOf(petition: Petition): ResultShown | null {
  if (!('result' in petition)) return null
  const { result, resultPhotos, resolvedAt, inTime } = petition
  return { text: result, photos: resultPhotos, at: resolvedAt, inTime }
}

/** Somebody as an actor, with the office they hold if any. */
export const actorOf = (id: PersonId, book: Rulebook) =>
  ({
    kind: 'person',
    id,
    staff: book.staff.find((staff) => staff.id === id) ?? null,
  }) as const satisfies Actor
