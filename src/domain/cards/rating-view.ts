import { briefOf } from '../notices/brief.ts'
import type { Notice } from '../notices/notice.ts'
import type { Actor } from '../people/roles.ts'
import { decide } from '../petition/decide.ts'
import { isInHand, petitioners } from '../petition/petition.ts'
import type { LeftView, RatingView } from './card-view.ts'
import { aboutOf, leftView, resultOf, type Standing } from './task-view.ts'

/** What somebody who asked for it sees of the result. Whose door it is, only the reporter reads. */
export function ratingView(
  { petition, book, at }: Standing,
  reader: Actor & { readonly kind: 'person' },
  news: readonly Notice[],
): RatingView | LeftView {
  if (petitioners(petition).every(({ person }) => person !== reader.id))
    return leftView(petition, book)
  const isReporter = petition.reporter.person === reader.id
  const brief = briefOf(petition, book, isReporter ? 'concerned' : 'group')
  const own = petition.ratings.find(({ person }) => person === reader.id)
  const trial = { kind: 'rate', rating: { solved: true, score: null, reason: null } } as const
  return {
    ...aboutOf(petition, book),
    kind: 'rating',
    news,
    status: petition.status,
    place: brief.place,
    handler: brief.handler,
    result: resultOf(petition),
    dueAt: isInHand(petition) ? petition.resolveDueAt : null,
    mayRate: decide(trial, petition, reader, at, book).ok,
    own: own ? { solved: own.solved, score: own.score } : null,
  }
}
