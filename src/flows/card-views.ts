import type { CardView } from '../domain/cards/card-view.ts'
import { ratingView } from '../domain/cards/rating-view.ts'
import { actorOf, taskView } from '../domain/cards/task-view.ts'
import type { PersonId } from '../domain/ids.ts'
import type { Notice } from '../domain/notices/notice.ts'
import type { Petition } from '../domain/petition/petition.ts'
import type { CardDesk, CardKind } from './ports/cards.ts'
import { bookFor } from './understand.ts'

/** What a card of a petition says to one reader now. */
export async function cardView(
  kind: CardKind,
  petition: Petition,
  reader: PersonId,
  desk: CardDesk,
  news: readonly Notice[] = [],
): Promise<CardView> {
  const book = await bookFor(petition, desk)
  const timeline = await desk.petitions.timeline(petition.id)
  const standing = { petition, timeline, book, at: desk.clock() }
  const view = kind === 'task' ? taskView : ratingView
  return view(standing, actorOf(reader, book), news)
}
