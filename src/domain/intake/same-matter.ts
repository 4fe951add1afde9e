import type { CategoryCode, UnitCode } from '../ids.ts'
import type { Matter } from './matter.ts'
import type { Place } from './place.ts'

/** An open petition as far as it may be the same matter as a new one. */
export interface OpenMatter {
  readonly id: string
  readonly category: CategoryCode
  readonly place: Place
  readonly grid: UnitCode | null
  /** Words of its summary and text that say what it is about. */
  readonly words: readonly string[]
  readonly registeredAt: Date
}

/** The open petition that a matter repeats, if any: same place, same category, same issue, within 30 days. */
export function sameMatter(
  _matter: Matter,
  _open: readonly OpenMatter[],
  _at: Date,
): { id: string; confidence: number; because: string } | null {
  return null
}
