import type { Matter } from '../intake/matter.ts'
import type { Understanding } from '../intake/understanding.ts'
import { reopenableUntil } from '../petition/decide-rating.ts'
import type { Petition } from '../petition/petition.ts'
import type { Move } from './move.ts'
import type { Situation } from './situation.ts'

/**
 * What was resolved is not, or came back: while the time runs in which it is reopened it is, later it is registered anew as
 * it was, linked to the old one, and that is said.
 */
export function cameBack(
  petition: Extract<Petition, { status: 'resolved' | 'closed' }>,
  reason: string,
  s: Situation,
  { book }: Understanding,
): Move {
  if (petition.status === 'resolved' || s.at <= reopenableUntil(petition, book))
    return {
      kind: 'act',
      petition,
      steps: [{ command: { kind: 'reopen', reason }, by: 'speaker' }],
      answer: 'reopened',
      outcome: 'reopen',
    }
  return {
    kind: 'register',
    matter: asItWas(petition, s),
    placeMissing: false,
    follows: petition,
    outcome: 'registeredAnew',
  }
}

function asItWas(petition: Petition, { message, speaker }: Situation): Matter {
  const field = <Value>(value: Value) => ({
    value,
    confidence: 1,
    because: `同${petition.number}号`,
  })
  return {
    messages: [message.id],
    reporter: speaker.id,
    supporters: [],
    summary: petition.summary,
    category: field(petition.category),
    kind: field(petition.kind),
    place: field(petition.place),
    grid: field(petition.grid),
    // whether it is as dangerous as then is not said
    urgency: field(petition.urgency === 'normal' ? 'normal' : 'urgent'),
    danger: null,
    onBehalfOf: field(petition.onBehalfOf),
    vulnerable: field(petition.vulnerable),
    since: field(null),
    confidential: field(petition.confidential),
    settled: field(false),
  }
}
