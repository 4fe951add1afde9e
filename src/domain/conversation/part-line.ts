import type { PersonId } from '../ids.ts'
import type { StatusLine } from '../notices/notice.ts'
import { partsOf } from '../people/in-charge.ts'
import type { InHand } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { statusLine } from './status-line.ts'

/** What somebody owes to a petition that another office leads, in one line. */
export function partLine(petition: InHand, person: PersonId, at: Date, book: Rulebook): StatusLine {
  const line = statusLine(petition, at, book)
  const [part] = partsOf(person, petition, book)
  if (!part) return line
  const { task, dueAt } = part
  return { ...line, part: task, dueAt, overdue: dueAt < at }
}
