import { describe, expect, test, vi } from 'vitest'
import { personId, petitionId } from '../../src/domain/ids.ts'
import type { Petition } from '../../src/domain/petition/petition.ts'
import type { Feed, FeedPlace, Happening } from '../../src/flows/ports/feed.ts'
import { aPetition } from '../support/builders.ts'
import { about } from './causes.ts'
import type { Street } from './street.ts'

const begin = new Date(0)

/** All that happened, as soon as so much of it is told: it may be held up for a moment. */
export const allOf = (feed: Feed, count: number): Promise<Happening[]> =>
  vi.waitFor(
    async () => {
      const all = await feed.after(begin, 100)
      expect(all).toHaveLength(count)
      return all
    },
    { timeout: 20_000, interval: 100 },
  )

/** What every feed of events promises. */
export function feedContract(name: string, fresh: () => Promise<Street>) {
  describe(`the feed in ${name}`, () => {
    test('tells everything once, in order, from wherever one is', async () => {
      const { feed, petitions } = await (await fresh()).open()
      const urged = (by: string) => ({ kind: 'urged', by: personId(by), at: new Date() }) as const
      const noted = (petition: Petition, ...by: string[]) =>
        petitions.record([about(petition, { events: by.map(urged) })], new Date())
      const one = aPetition('dispatched', { id: petitionId('p-1'), number: 1, version: 1 })
      const two = aPetition('dispatched', { id: petitionId('p-2'), number: 2, version: 1 })
      await noted(two, 'a', 'b')
      await new Promise((go) => setTimeout(go, 5))
      await noted(one, 'c')
      await new Promise((go) => setTimeout(go, 5))
      await noted({ ...two, version: 2, summary: 'changed' }, 'd')
      const all = await allOf(feed, 4)
      const said = all.map(({ event, place }) => `${event.by} ${place.petition} ${place.version}`)
      expect(said).toEqual(['a p-2 1', 'b p-2 1', 'c p-1 1', 'd p-2 2'])
      expect(all[0]?.petition).toMatchObject({ number: 2, version: 2, summary: 'changed' })
      expect(all[0]?.event.at).toBeInstanceOf(Date)
      const paged: string[] = []
      let from: FeedPlace | Date = begin
      for (let page = await feed.after(from, 1); page[0]; page = await feed.after(from, 1)) {
        paged.push(`${page[0].event.by}`)
        from = page[0].place
      }
      expect(paged).toEqual(['a', 'b', 'c', 'd'])
      const third = all[2]?.place.recordedAt ?? begin
      expect((await feed.after(third, 10)).map(({ event }) => event.by)).toEqual(['c', 'd'])
      const behind = [begin, third, ...all.map(({ place }) => place)]
      expect(await Promise.all(behind.map((from) => feed.behind(from, 10)))).toEqual([
        4, 2, 3, 2, 1, 0,
      ])
      expect(await feed.behind(begin, 3)).toBe(3)
    })
  })
}
