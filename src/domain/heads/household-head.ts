import type { Day } from '../deadlines/limit.ts'
import type { PersonId, UnitCode } from '../ids.ts'
import type { NumberRange } from '../street/number-range.ts'

/** Whose head (户长) somebody is, and for how long: one line of `household_heads.csv`. A volunteer, with no powers. */
export interface HouseholdHead {
  readonly person: PersonId
  /** The household group or grid that the households lie in. */
  readonly unit: UnitCode
  readonly place: string
  /** Buildings or village groups; empty: the whole place. */
  readonly ranges: readonly NumberRange[]
  /** Entrances (单元); empty: all of them. */
  readonly entrances: readonly string[]
  /** Flats, or house numbers in a village; empty: all of them. */
  readonly rooms: readonly NumberRange[]
  readonly from: Day
  /** The last day of the term; null: until somebody else is chosen. */
  readonly until: Day | null
  /** The community that confirmed the choice: its office looks after the heads. */
  readonly confirmedBy: UnitCode
}
