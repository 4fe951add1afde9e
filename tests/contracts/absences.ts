import { describe, expect, test } from 'vitest'
import { personId } from '../../src/domain/ids.ts'
import type { Absence } from '../../src/domain/people/absence.ts'
import { at } from '../support/builders.ts'
import type { Street } from './street.ts'

const anAbsence = (id: string, but: Partial<Absence> = {}): Absence => ({
  ...{ id, person: personId('S010'), deputy: personId('S011') },
  ...{ from: '2026-03-03', until: '2026-03-05' },
  ...but,
})

/** What every keeper of absences promises. */
export function absencesContract(name: string, fresh: () => Promise<Street>) {
  const opened = async () => (await fresh()).open()
  const now = at('2026-03-02 09:00')

  describe(`absences in ${name}`, () => {
    test('come back as they were kept, in order, those that ended before are left out', async () => {
      const { absences } = await opened()
      const nobody = anAbsence('b', { deputy: null, until: '2026-03-10' })
      await absences.keep(anAbsence('a'), now)
      await absences.keep(nobody, at('2026-03-02 10:00'))
      expect(await absences.since('2026-03-05')).toEqual([anAbsence('a'), nobody])
      expect(await absences.since('2026-03-06')).toEqual([nobody])
    })

    test('kept again they are the same one, changed', async () => {
      const { absences } = await opened()
      const shorter = anAbsence('a', { until: '2026-03-04' })
      await absences.keep(anAbsence('a'), now)
      await absences.keep(shorter, at('2026-03-04 10:00'))
      await absences.keep(shorter, at('2026-03-04 10:00'))
      expect(await absences.since('2026-03-01')).toEqual([shorter])
    })

    test('of one street never show in another', async () => {
      const { absences } = await opened()
      await absences.keep(anAbsence('a'), now)
      expect(await (await opened()).absences.since('2026-01-01')).toEqual([])
    })
  })
}
