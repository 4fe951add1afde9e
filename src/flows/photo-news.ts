import type { AddressedNotice } from '../domain/notices/notice.ts'
import { photoNotices } from '../domain/notices/photo-notices.ts'
import type { PetitionEvent } from '../domain/petition/event.ts'
import type { Petition } from '../domain/petition/petition.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import type { Desk } from './ports.ts'
import { seenBefore } from './seen-before.ts'

/** What staff should know of the photos that came with what just happened to a petition. */
export async function photoNews(
  events: readonly PetitionEvent[],
  petition: Petition,
  book: Rulebook,
  desk: Pick<Desk, 'petitions' | 'findings'>,
): Promise<AddressedNotice[]> {
  const news = await Promise.all(
    events.map(async (event) => {
      const shown = withPhotosOf(event, petition)
      return shown ? photoNotices(event, await seenBefore(shown, desk), petition, book) : []
    }),
  )
  return news.flat()
}

/** The petition with the photos that are news by this event; null when none are. */
function withPhotosOf(event: PetitionEvent, petition: Petition): Petition | null {
  switch (event.kind) {
    case 'registered':
    case 'dispatched':
    case 'resolved':
      return petition
    case 'amended':
      return event.redispatch ? petition : null // its place was missing until now
    case 'supplemented':
      return event.photos.length > 0 ? { ...petition, photos: event.photos } : null
    default:
      return null
  }
}
