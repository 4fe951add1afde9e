import { describe, expect, test } from 'vitest'
import type { Proposed } from '../../src/domain/catalogue/proposal.ts'
import { categoryCode, departmentCode, personId, unitCode } from '../../src/domain/ids.ts'
import { at } from '../support/builders.ts'
import type { Street } from './street.ts'

const aProposal = (but: Partial<Proposed> = {}): Proposed => ({
  category: categoryCode('0402'),
  unit: unitCode('QS-XF'),
  handler: departmentCode('SZ'),
  evidence: [1001, 1002, 1003],
  ...but,
})
const now = at('2026-03-02 09:00')
const decision = (by: string, accepted: boolean) => ({
  ...{ by: personId(by), accepted, reason: '', decidedAt: at('2026-03-02 10:00') },
})

/** What every keeper of proposals promises. */
export function proposalsContract(name: string, fresh: () => Promise<Street>) {
  const opened = async () => (await fresh()).open()

  describe(`proposals in ${name}`, () => {
    test('are made once each, and found by their number', async () => {
      const { proposals } = await opened()
      const [first, again] = await Promise.all([
        proposals.make(aProposal(), now),
        proposals.make(aProposal({ evidence: [1009] }), now),
      ])
      expect(again.number).toBe(first.number)
      const other = await proposals.make(aProposal({ handler: 'GRID' }), now)
      expect(other.number).not.toBe(first.number)
      expect(await proposals.find(other.number)).toEqual({
        ...aProposal({ handler: 'GRID' }),
        ...{ number: other.number, madeAt: now, decision: null },
      })
      expect(await proposals.find(99)).toBeUndefined()
    })

    test('keep the first decision', async () => {
      const { proposals } = await opened()
      const { number } = await proposals.make(aProposal(), now)
      const decided = await proposals.decide(number, decision('S043', false))
      expect(decided.decision).toEqual(decision('S043', false))
      expect(await proposals.decide(number, decision('S044', true))).toEqual(decided)
      expect(await proposals.make(aProposal(), now)).toEqual(decided)
      await expect(proposals.decide(77, decision('S043', true))).rejects.toThrow(RangeError)
    })

    test('of one street never show in another', async () => {
      const { proposals } = await opened()
      const { number } = await proposals.make(aProposal(), now)
      expect(await (await opened()).proposals.find(number)).toBeUndefined()
    })
  })
}
