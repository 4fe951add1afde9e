import type { HotSpots } from '../../../src/flows/ports/hot-spots.ts'
import { kept, type Shelf } from './shelf.ts'

export const memoryHotSpots = ({ hotSpots }: Shelf): HotSpots => ({
  since: async (since, grid) =>
    [...hotSpots.values()]
      .filter((spot) => spot.lastAt >= since && (grid === undefined || spot.grid === grid))
      .sort((a, b) => b.lastAt.getTime() - a.lastAt.getTime() || (a.burst < b.burst ? -1 : 1)),
  async keep(spot) {
    const known = hotSpots.get(spot.burst)
    if (known && (known.lastAt > spot.lastAt || known.level > spot.level)) return
    hotSpots.set(spot.burst, kept(spot))
  },
})
