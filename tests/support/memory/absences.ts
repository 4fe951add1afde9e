import type { Absences } from '../../../src/flows/ports/absences.ts'
import { kept, type Shelf } from './shelf.ts'

export const memoryAbsences = ({ absences }: Shelf): Absences => ({
  async keep(absence) {
    absences.set(absence.id, kept(absence))
  },
  since: async (since) => [...absences.values()].filter(({ until }) => until >= since),
})
