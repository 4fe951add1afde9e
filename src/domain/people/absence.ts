import type { Day } from '../deadlines/limit.ts'
import type { PersonId } from '../ids.ts'

/** Somebody is away from a day to a day, both included. */
export interface Absence {
  /** Unique: the message it was said in, or its line. */
  readonly id: string
  readonly person: PersonId
  readonly from: Day
  readonly until: Day
  /** Who has what comes meanwhile; null: the others of the office, or those above. */
  readonly deputy: PersonId | null
}

/** Who is away on a day. What was said last holds; where two lines are about one person. */
export const awayOn = (day: Day, absences: readonly Absence[]): Absence[] => [
  ...new Map(
    absences
      .filter(({ from, until }) => from <= day && day <= until)
      .map((absence) => [absence.person, absence]),
  ).values(),
]
