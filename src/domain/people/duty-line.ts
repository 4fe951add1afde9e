import type { Day } from '../deadlines/limit.ts'
import type { PersonId, UnitCode } from '../ids.ts'

/** One line of the roster (值班表): a day, or every such day of the week; 0 is Sunday. */
export interface DutyLine {
  readonly on: Day | 0 | 1 | 2 | 3 | 4 | 5 | 6
  readonly unit: UnitCode
  readonly person: PersonId
}
