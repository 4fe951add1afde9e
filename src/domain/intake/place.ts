/**
 * Where a matter is, down to the level that it concerns. `name` is a canonical name of `places.csv`;
 * numbers are plain strings (`5`, `A3`), Chinese numerals and 甲乙丙 already turned into digits.
 */
export interface Place {
  readonly name: string | null
  readonly building: string | null
  readonly unit: string | null
  readonly floor: string | null
  readonly room: string | null
  /** House number on a road. */
  readonly number: string | null
  /** Village group (村民小组). */
  readonly group: string | null
}

export const nowhere: Place = {
  name: null,
  building: null,
  unit: null,
  floor: null,
  room: null,
  number: null,
  group: null,
}
