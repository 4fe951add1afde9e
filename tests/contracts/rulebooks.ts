import { describe, expect, test } from 'vitest'
import { categoryCode, personId, unitCode } from '../../src/domain/ids.ts'
import { aBook, at } from '../support/builders.ts'
import type { Street } from './street.ts'

const byForm = {
  ...{ person: personId('S010'), at: at('2026-03-02 09:00'), draft: null },
  by: { kind: 'form' } as const,
}

/** What every keeper of rulebooks promises, be it memory or PostgreSQL. */
export function rulebooksContract(name: string, fresh: () => Promise<Street>) {
  const opened = async () => (await fresh()).open()
  const another = aBook({
    knowledge: [
      {
        id: 'K1',
        questions: ['老年证怎么办', '老人证在哪里办'],
        answer: '带身份证到社区办。',
        source: '公服办',
        categories: [categoryCode('0101')],
        units: [unitCode('QS-XF')],
        validUntil: '2026-12-31',
      },
    ],
  })

  describe(`rulebooks in ${name}`, () => {
    test('are none at first', async () => {
      const { rulebooks } = await opened()
      expect(await rulebooks.isKept()).toBe(false)
      await expect(rulebooks.current()).rejects.toThrow(RangeError)
      await expect(rulebooks.version(1)).rejects.toThrow(RangeError)
    })

    test('count up, the last being in force and the old ones staying', async () => {
      const { rulebooks, saveRulebook } = await opened()
      expect(await saveRulebook(aBook({ version: 77 }))).toEqual(aBook({ version: 1 }))
      expect(await saveRulebook(another)).toEqual({ ...another, version: 2 })
      expect(await rulebooks.isKept()).toBe(true)
      expect(await rulebooks.current()).toEqual({ ...another, version: 2 })
      expect(await rulebooks.version(1)).toEqual(aBook({ version: 1 }))
      await expect(rulebooks.version(3)).rejects.toThrow(RangeError)
    })

    test('do not count up when nothing changed', async () => {
      const { saveRulebook } = await opened()
      await saveRulebook(aBook())
      expect((await saveRulebook(aBook({ version: 5 }))).version).toBe(1)
      await saveRulebook(another)
      expect((await saveRulebook(aBook())).version).toBe(3)
    })

    test('are seen by other processes at once', async () => {
      const street = await fresh()
      const [one, other] = await Promise.all([street.open(), street.open()])
      await one.saveRulebook(aBook())
      expect((await other.rulebooks.current()).version).toBe(1)
      await one.saveRulebook(another)
      expect((await other.rulebooks.current()).version).toBe(2)
    })

    test('are changed one after the other: nothing that two processes change at once is lost', async () => {
      const street = await fresh()
      const both = await Promise.all([street.open(), street.open()])
      await expect(both[0]?.rulebooks.amend((book) => book, byForm)).rejects.toThrow(RangeError)
      await both[0]?.saveRulebook(aBook())
      await Promise.all(
        both.map(({ rulebooks }, i) =>
          rulebooks.amend(
            (book) => ({
              ...book,
              catalogue: [
                ...(book.catalogue ?? []),
                {
                  category: categoryCode(i === 0 ? '0101' : '0402'),
                  ...{ unit: unitCode('QS-XF'), leadHandler: 'GRID', source: '' },
                },
              ],
            }),
            byForm,
          ),
        ),
      )
      const now = await both[1]?.rulebooks.current()
      expect(now?.version).toBe(3)
      expect(now?.catalogue?.map(({ category }) => category).sort()).toEqual(['0101', '0402'])
      expect(await both[0]?.rulebooks.amend((book) => ({ ...book }), byForm)).toEqual(now)
    })

    test('are one when two processes start with the same', async () => {
      const street = await fresh()
      const both = await Promise.all([street.open(), street.open()])
      const saved = await Promise.all(both.map(({ saveRulebook }) => saveRulebook(aBook())))
      expect(saved.map(({ version }) => version)).toEqual([1, 1])
    })
  })
}
