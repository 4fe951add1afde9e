import type { Feed, FeedPlace, Happening } from '../../../src/flows/ports/feed.ts'
import type { Shelf } from './shelf.ts'

export function memoryFeed(shelf: Shelf): Feed {
  const isAfter = (from: FeedPlace | Date, place: FeedPlace) =>
    from instanceof Date ? place.recordedAt >= from : inOrder(from, place) < 0
  return {
    async after(from, count) {
      const all = shelf.recorded.flatMap(({ place, event }): Happening[] => {
        const petition = shelf.petitions.get(place.petition)
        return petition ? [{ place, event, petition }] : []
      })
      return all
        .filter(({ place }) => isAfter(from, place))
        .sort((a, b) => inOrder(a.place, b.place))
        .slice(0, count)
    },
    behind: async (from, most) =>
      Math.min(most, shelf.recorded.filter(({ place }) => isAfter(from, place)).length),
  }
}

const inOrder = (a: FeedPlace, b: FeedPlace): number =>
  a.recordedAt.getTime() - b.recordedAt.getTime() ||
  (a.petition < b.petition ? -1 : a.petition > b.petition ? 1 : 0) ||
  a.version - b.version ||
  a.seq - b.seq
