import type { AddressedNotice, Notice } from '../domain/notices/notice.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import { lettersFor } from './letters.ts'
import type { Desk } from './ports.ts'

/**
 * Tells who looks after the street's accounts, its dispatchers, once for each key, and perhaps groups with it. Answers
 * whether it was news.
 */
export async function tellKeepers(
  key: string,
  notice: Notice,
  book: Rulebook,
  desk: Desk,
  toGroups: readonly AddressedNotice[] = [],
): Promise<boolean> {
  const keepers = book.staff
    .filter(({ role }) => role === 'street_dispatcher')
    .map(({ id }) => ({ to: { kind: 'person', person: id }, notice, haste: 'news' }) as const)
  const letters = lettersFor([...keepers, ...toGroups], book, desk)
  const cause = { kind: 'press', key } as const
  const [written] = await desk.petitions.record(
    [{ cause, outcome: notice.kind, petition: null, events: [], timers: [], letters }],
    desk.clock(),
  )
  return written === 'recorded'
}
