import type { Day } from '../../domain/deadlines/limit.ts'
import type { Absence } from '../../domain/people/absence.ts'

/** Absences that people said, beside those of the street's files. */
export interface Absences {
  /** Keeps an absence, in place of an older one of the same id: also of one of the files, to end it early. */
  keep(absence: Absence, at: Date): Promise<void>
  /** Those that ended on `since` or later, in the order in which they were first kept. */
  since(since: Day): Promise<Absence[]>
}
