import { describe, expect, test } from 'vitest'
import type { HotSpot } from '../../src/domain/hot-spots/hot-spot.ts'
import { petitionId, unitCode } from '../../src/domain/ids.ts'
import { at } from '../support/builders.ts'
import type { Street } from './street.ts'

const aSpot = (but: Partial<HotSpot> = {}): HotSpot => ({
  burst: petitionId('p1'),
  grid: unitCode('QS-XF-02'),
  trade: '0201',
  level: 1,
  numbers: [1001, 1002],
  households: 8,
  beganAt: at('2026-03-01 09:00'),
  lastAt: at('2026-03-02 09:00'),
  ...but,
})

/** What every keeper of hot spots promises. */
export function hotSpotsContract(name: string, fresh: () => Promise<Street>) {
  const opened = async () => (await fresh()).open()
  const long = at('2026-01-01 00:00')

  describe(`hot spots in ${name}`, () => {
    test('come back as they were kept, the latest first, of one grid when asked', async () => {
      const { hotSpots } = await opened()
      const later = aSpot({
        burst: petitionId('p2'),
        grid: unitCode('QS-XF-01'),
        lastAt: at('2026-03-03 09:00'),
      })
      await hotSpots.keep(aSpot())
      await hotSpots.keep(later)
      expect(await hotSpots.since(long)).toEqual([later, aSpot()])
      expect(await hotSpots.since(long, 'QS-XF-02')).toEqual([aSpot()])
      expect(await hotSpots.since(at('2026-03-02 09:01'))).toEqual([later])
    })

    test('are one record each; what is older or smaller overwrites nothing', async () => {
      const { hotSpots } = await opened()
      const grown = aSpot({ level: 2, numbers: [1001, 1002, 1003], lastAt: at('2026-03-02 10:00') })
      await Promise.all([hotSpots.keep(aSpot()), hotSpots.keep(grown), hotSpots.keep(aSpot())])
      await hotSpots.keep(aSpot({ lastAt: at('2026-03-02 11:00') }))
      expect(await hotSpots.since(long)).toEqual([grown])
    })

    test('of one street never show in another', async () => {
      const { hotSpots } = await opened()
      await hotSpots.keep(aSpot())
      expect(await (await opened()).hotSpots.since(long)).toEqual([])
    })
  })
}
