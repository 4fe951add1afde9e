import type { UnitCode } from '../ids.ts'
import { atWork } from '../people/at-work.ts'
import type { Staff } from '../people/roles.ts'
import type { Rulebook } from '../street/rulebook.ts'

/** Who may take up an item of a community: its managers at work or their deputies, else its dispatchers, else the street's. */
export function managersOf(unit: UnitCode, book: Rulebook): readonly Staff[] {
  for (const role of ['community_manager', 'community_dispatcher', 'street_dispatcher'] as const) {
    const named = book.staff.filter(
      (one) => one.role === role && (one.unit === unit || role === 'street_dispatcher'),
    )
    const there = atWork(named, book)
    if (there.length > 0) return there
  }
  return []
}
