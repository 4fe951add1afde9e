/** One thing wrong with a street's tables, said to the person who keeps them. */
export interface StreetFault {
  /** As the file is called, or the table that is no file of its own. */
  readonly file: string
  /** Counted from 1, as editors and Excel show it; null when it concerns the whole file. */
  readonly line: number | null
  readonly column: string | null
  /** A plain sentence without file, line and column. */
  readonly message: string
}
