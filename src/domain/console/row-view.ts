import { outwardly } from '../heads/relay.ts'
import { discretionFor } from '../notices/discretion.ts'
import { standings } from '../people/in-charge.ts'
import type { Actor, Staff } from '../people/roles.ts'
import { decide } from '../petition/decide.ts'
import { households, isInHand, type Petition } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { Look } from './look.ts'

/** By when what is owed next: `accept` while nobody has taken it, unless even the limit of all is over. */
export interface NextLimit {
  readonly duty: 'accept' | 'resolve'
  readonly dueAt: Date
  readonly isLate: boolean
}

/** What a line of a list says of a petition to one member of staff. */
export interface RowView {
  /** Without doors it may be shown in a list; its words only through `line`. */
  readonly petition: Petition
  /** The one line, as they may read it; null where they may not. */
  readonly line: string | null
  readonly next: NextLimit | null
  readonly households: number
  readonly mayAccept: boolean
}

/** What a card would say of it (`taskView`), in one line. Who only sees the outline reads no word of it. */
export function rowView(
  whole: Petition,
  look: Exclude<Look, 'none'>,
  staff: Staff,
  book: Rulebook,
  at: Date,
): RowView {
  // a head knows for whom they speak
  const petition = whole.relay?.head === staff.id ? whole : outwardly(whole)
  const by: Actor = { kind: 'person', id: staff.id, staff }
  return {
    petition,
    line: look === 'full' ? lineFor(petition, by, book) : null,
    next: nextLimit(petition, at),
    households: households(petition),
    mayAccept: decide({ kind: 'accept' }, petition, by, at, book).ok,
  }
}

function lineFor(
  petition: Petition,
  by: Actor & { readonly kind: 'person' },
  book: Rulebook,
): string | null {
  const { confidential, summary, reporter } = petition
  const is = standings(by, petition, book)
  if (reporter.person === by.id || is.has('dispatcher') || is.has('supervisor')) return summary
  const { discreet, said } = discretionFor(petition, book)
  if (is.has('handler')) return discreet ? null : said(summary)
  // who only joined is told of their matter, not what somebody else said
  return is.has('assistant') && !confidential ? summary : null
}

function nextLimit(petition: Petition, at: Date): NextLimit | null {
  if (!isInHand(petition)) return null
  const { status, acceptDueAt, resolveDueAt } = petition
  const duty = status === 'dispatched' && resolveDueAt >= at ? 'accept' : 'resolve'
  const dueAt = duty === 'accept' ? acceptDueAt : resolveDueAt
  return { duty, dueAt, isLate: dueAt < at }
}
