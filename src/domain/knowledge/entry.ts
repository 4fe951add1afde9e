import type { Day } from '../deadlines/limit.ts'
import type { CategoryCode, UnitCode } from '../ids.ts'

/** One thing the street is often asked, with its answer: one line of `knowledge.csv`. */
export interface KnowledgeEntry {
  readonly id: string
  /** The same question in several phrasings; people's own are matched with these. */
  readonly questions: readonly string[]
  readonly answer: string
  /** The rule, office or page that says so. */
  readonly source: string
  /** What a petition about it would be filed under, the first when it becomes one. */
  readonly categories: readonly CategoryCode[]
  /** For whom it holds; empty: for the whole street. */
  readonly units: readonly UnitCode[]
  /** The last day on which it is told; null: until it is changed. */
  readonly validUntil: Day | null
}
