import type { CategoryCode } from '../domain/ids.ts'
import type { MatterKind } from '../domain/street/rulebook.ts'

/**
 * One example to learn from. No category: it is no matter for the street. A category but no kind: a mere word, which
 * tells what a matter is about but not that there is one.
 */
export interface Document {
  readonly text: string
  readonly category: CategoryCode | null
  readonly kind: MatterKind | null
  /** Whether life or limb is in danger while it is said; absent: nobody has judged. */
  readonly danger?: boolean
  /** How much it counts: what somebody wrote by hand counts more than what a template made. */
  readonly weight: number
  /** The handwritten file it is from: lines of one author are alike, and are never on both sides of a measurement. */
  readonly author: string | null
}
