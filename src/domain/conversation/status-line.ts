import { outwardly } from '../heads/relay.ts'
import { briefOf } from '../notices/brief.ts'
import type { StatusLine } from '../notices/notice.ts'
import { openParts } from '../petition/joint/joint-work.ts'
import { isInHand, type Petition } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'

/** How a petition stands, in one line. */
export function statusLine(petition: Petition, at: Date, book: Rulebook): StatusLine {
  const dueAt = isInHand(petition) ? petition.resolveDueAt : null
  return {
    brief: briefOf(outwardly(petition), book, 'concerned'),
    status: petition.status,
    dueAt,
    overdue: dueAt !== null && dueAt < at,
    ...(isInHand(petition) && openParts(petition.joint).length > 0 && { isJoint: true as const }),
  }
}
