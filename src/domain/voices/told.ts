/** Who answered, as far as it may be told: no part of fewer than three households. */
export interface Standing {
  readonly households: number
  /** Households of these groups that we know the door of. */
  readonly known: number
  /** Buildings of which at least three households are known and none answered. */
  readonly silent: readonly string[]
}

/** Below so many households a part is nobody's business. */
export const fewest = 3

/** What may be told of a poll. */
export interface Outcome {
  readonly households: number
  /**
   * Households by option, most first; null where an option has one or two, so that with the sum nobody's answer is
   * found out.
   */
  readonly shares:
    | readonly {
        readonly letter: string
        readonly text: string
        readonly households: number
      }[]
    | null
  /** The option that most chose, where there is one and enough answered. */
  readonly leading: { readonly letter: string; readonly text: string } | null
}
